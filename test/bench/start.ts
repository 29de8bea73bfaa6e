/** `npm start` on data that an earlier run left, from the command to "Adwright is running". */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { descendants } from '../../adapters/sandbox/process-tree.ts';
import { samplePhotoFile } from '../../src/app/sample-photo.ts';
import { runCommand } from '../support/program.ts';
import { inBenchFolder } from './bench-folder.ts';
import { median, takeTurns, timed } from './measure.ts';
import type { Figure } from './report.ts';

const rounds = 3;
const mostMs = 5_000;
const root = fileURLToPath(new URL('../..', import.meta.url));
const patienceMs = 60_000;

type Environment = Record<string, string>;

export function start(): Promise<Figure[]> {
  return inBenchFolder(async (folder) => {
    const environment = environmentIn(folder);
    const fromZero = await npmStart(environment, () => makeAd(environment, folder));
    const { ours, floor } = await takeTurns(rounds, { ours: () => npmStart(environment), floor: emptyNpm });
    const common = { unit: 'ms', floor: median(floor) } as const;
    return [
      {
        ...common,
        name: 'start',
        what: '`npm start` on existing data, from the command to "Adwright is running"',
        ours: median(ours),
        limit: { of: 'value', most: mostMs },
        notes: [`${rounds} starts on data with one finished ad; the floor is npm itself doing nothing`],
      },
      { ...common, name: 'start, from zero', what: 'the very first `npm start` in an empty folder', ours: fromZero, limit: null },
    ];
  });
}

function environmentIn(folder: string): Environment {
  const { PATH = '', HOME = '/' } = process.env;
  const place = (name: string) => join(folder, name);
  return { PATH, HOME, DATA_DIR: place('data'), XDG_STATE_HOME: place('state'), XDG_RUNTIME_DIR: place('run') };
}

/** Milliseconds until it runs. `meanwhile` happens while it does; then it is stopped in order. */
async function npmStart(environment: Environment, meanwhile?: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  const npm = spawn('npm', ['start'], { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(npm, 'close');
  try {
    await saysItRuns(npm);
    const ms = performance.now() - begun;
    await meanwhile?.();
    return ms;
  } finally {
    for (const pid of descendants(npm.pid ?? 0).filter(isProgram)) process.kill(pid, 'SIGTERM');
    await ended;
  }
}

function saysItRuns(npm: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const tooLate = setTimeout(() => reject(new Error(`npm start takes too long:\n${output}`)), patienceMs);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Adwright is running')) settle(resolve);
    };
    const settle = (end: () => void) => {
      clearTimeout(tooLate);
      end();
    };
    npm.stdout?.on('data', read);
    npm.stderr?.on('data', read);
    npm.once('close', () => settle(() => reject(new Error(`npm start ended:\n${output}`))));
  });
}

function isProgram(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes('src/app/main.ts');
  } catch {
    return false;
  }
}

/** Through the running program, so that the next start finds rows, keys, media and a queue. */
async function makeAd(environment: Environment, folder: string): Promise<void> {
  const args = ['--photo', samplePhotoFile, '--brief', 'Fjord cold brew coffee, €19.90', '--out', join(folder, 'out')];
  const { code, output } = await runCommand('src/app/ad.ts', args, environment);
  if (code !== 0) throw new Error(`The ad for the existing data was not made:\n${output}`);
}

function emptyNpm(): Promise<number> {
  return timed(async () => {
    await once(spawn('npm', ['--version'], { cwd: root, stdio: 'ignore' }), 'close');
  });
}
