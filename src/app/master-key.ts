/** The master key: from the environment, or a private file outside the data folder, made once. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from './start-problem.ts';

/** `hasData`: keys made under an earlier master key exist, so a new one must never be made silently. */
export function readMasterKey(options: { given: Uint8Array | undefined; stateDir: string; hasData: boolean }): Uint8Array {
  if (options.given) return options.given;
  const file = join(options.stateDir, 'master-key');
  if (existsSync(file)) {
    const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
    if (key.length === 32) return new Uint8Array(key);
    throw new StartProblem(
      `The master key in ${file} is damaged. Restore it from your copy; without it the stored data cannot be read.`,
    );
  }
  if (options.hasData) {
    throw new StartProblem(
      `There is data, but its master key is gone (${file}). Restore that file or set ADWRIGHT_MASTER_KEY; to begin anew, move the data folder away.`,
    );
  }
  mkdirSync(options.stateDir, { recursive: true, mode: 0o700 });
  const key = randomBytes(32);
  writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  return new Uint8Array(key);
}
