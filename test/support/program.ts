/** The program as a process of its own, as an operator starts it, so that it can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type Program = {
  /** Lines of the log so far, parsed. */
  log(): Record<string, unknown>[];
  output(): string;
  kill(signal: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
};

/** Resolves when the program says it runs; rejects with its words when it ends before. */
export async function startProgram(environment: Record<string, string>): Promise<Program> {
  const child = spawnCommand('src/app/main.ts', [], environment);
  const program = follow(child);
  await new Promise<void>((resolve, reject) => {
    const look = () => program.output().includes('Adwright is running') && resolve();
    child.stdout?.on('data', look);
    void program.exited.then(() => reject(new Error(`the program ended at start:\n${program.output()}`)));
  });
  return program;
}

const longestCommandMs = 90_000;

/** Runs a command of the program to its end; one that hangs is killed, and has no code. */
export async function runCommand(
  entry: string,
  args: string[],
  environment: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const program = follow(spawnCommand(entry, args, environment));
  const timer = setTimeout(() => void program.kill('SIGKILL'), longestCommandMs);
  const { code } = await program.exited;
  clearTimeout(timer);
  return { code, output: program.output() };
}

/** Starts a command of the program and leaves it to the caller, who may kill it half way. */
export const startCommand = (entry: string, args: string[], environment: Record<string, string>): Program =>
  follow(spawnCommand(entry, args, environment));

/** The same as a person starts it, through npm: a signal goes to npm. */
export const startScript = (script: string, environment: Record<string, string>): Program =>
  follow(spawn('npm', ['run', script], { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] }));

function spawnCommand(entry: string, args: string[], environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', entry, ...args], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function follow(child: ChildProcess): Program {
  let output = '';
  child.stdout?.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (output += data.toString()));
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  return {
    output: () => output,
    log: () => output.split('\n').flatMap((line) => (line.startsWith('{') && line.endsWith('}') ? [JSON.parse(line)] : [])),
    exited,
    kill: (signal) => {
      child.kill(signal);
      return exited;
    },
  };
}
