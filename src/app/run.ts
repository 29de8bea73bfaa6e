/** What every command of the program shares: reading the configuration, and saying in words why it cannot go on. */
import { fileReason } from '../../adapters/terminal/file-reason.ts';
import { AppError } from '../errors.ts';
import { type Config, readConfig } from './config.ts';
import { StartProblem } from './start-problem.ts';

/** Loads `.env` from the working folder when there is one; what the shell set wins. */
export function configOrExit(): Config {
  try {
    process.loadEnvFile('.env');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const read = readConfig(process.env);
  if (read.ok) return read.config;
  process.stderr.write('The configuration is not right yet:\n');
  for (const { name, problem } of read.problems) process.stderr.write(`  ${name} ${problem}\n`);
  process.stderr.write('Every setting is explained in .env.example.\n');
  process.exit(1);
}

/** Aborts when the person, or whoever read the output, wants no more; a second request ends the process at once. */
export function stopRequests(): AbortSignal {
  const stop = new AbortController();
  const abort = () => stop.abort(new AppError('cancelled', 'Stopped on request.', { retry: 'never' }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, abort);
  for (const output of [process.stdout, process.stderr]) output.on('error', abort);
  return stop.signal;
}

/** Runs a command; what it cannot do is said in words, never as a stack of calls. */
export async function main(command: () => Promise<number>): Promise<void> {
  // A reader that left, as in `npm run ad | head`, must not end the process in the middle of its work.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
  try {
    process.exitCode = await command();
  } catch (error) {
    process.stderr.write(`${wordsFor(error)}\n`);
    process.exitCode = 1;
  }
}

function wordsFor(error: unknown): string {
  if (error instanceof StartProblem) return error.message;
  if (error instanceof AppError) {
    return error.code === 'cancelled' ? 'Stopped.' : `${error.message} (${error.code}) Run npm run doctor to see which part.`;
  }
  const reason = fileReason(error);
  if (reason) return `${error instanceof Error && 'path' in error ? error.path : 'A file'} cannot be used: ${reason}.`;
  return `It stopped on an error of its own: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
