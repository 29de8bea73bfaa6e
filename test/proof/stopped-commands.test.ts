/** A command that is stopped, killed, or no longer listened to leaves nothing of a person behind. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { samplePhotoFile } from '../../src/app/sample-photo.ts';
import { isAlive } from '../../src/is-alive.ts';
import { type Program, runCommand, startCommand, startScript } from '../support/program.ts';

describe('a stopped command', () => {
  let folder: string;
  let temporary: string;
  let environment: Record<string, string>;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'adw-'));
    temporary = mkdtempSync(join(folder, 't'));
    environment = {
      DATA_DIR: join(folder, 'data'),
      XDG_STATE_HOME: join(folder, 'state'),
      XDG_RUNTIME_DIR: join(folder, 'run'),
      TMPDIR: temporary,
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
    };
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((program) => program.kill('SIGKILL')));
    rmSync(folder, { recursive: true, force: true });
  });

  const started: Program[] = [];
  const startDemo = (more: Record<string, string> = {}): Program => {
    const program = startCommand('src/app/demo.ts', [], { ...environment, ...more });
    started.push(program);
    return program;
  };
  /** Our folders in the temporary one; tsx keeps a cache of its own there. */
  const folders = (): string[] => readdirSync(temporary).filter((name) => name.startsWith('adwright-'));

  /** Resolves once the program has said these words; rejects with its words when it ends before. */
  const said = (program: Program, words: string): Promise<void> =>
    Promise.race([
      expect.poll(() => program.output(), { timeout: 60_000 }).toContain(words),
      program.exited.then(() => expect(program.output()).toContain(words)),
    ]);

  it('npm run demo, on SIGTERM, leaves no folder behind: no data, no keys, no queue, no programs', async () => {
    const program = startScript('demo', environment);
    started.push(program);
    await said(program, 'Accepted.');
    expect(folders().length).toBeGreaterThan(2);
    expect((await program.kill('SIGTERM')).code).not.toBe(0);
    expect(program.output()).toContain('Stopped.');
    expect(folders()).toEqual([]);
  });

  it('npm run demo removes what an earlier one left that was killed, and ends its Redis', async () => {
    const killed = startDemo();
    await said(killed, 'Accepted.');
    const redis = redisOf(temporary);
    await killed.kill('SIGKILL');
    const leftOver = folders();
    expect(leftOver.length).toBeGreaterThan(2);
    const next = startDemo();
    await said(next, 'Adwright runs');
    expect(folders().filter((name) => leftOver.includes(name))).toEqual([]);
    expect(isAlive(redis)).toBe(false);
    await next.kill('SIGTERM');
    expect(folders()).toEqual([]);
  });

  it('npm run demo leaves a configured Redis alone where it can start one of its own', async () => {
    const program = startDemo({ REDIS_URL: 'redis://127.0.0.1:1' });
    await said(program, 'Accepted.');
    await program.kill('SIGTERM');
  });

  it('npm run ad makes its files and lets go of the data folder although nobody reads what it says', async () => {
    const out = join(folder, 'ads');
    const order = ['--photo', samplePhotoFile, '--brief', 'Good coffee. €5', '--out', out, '--places', 'snapchat', '--json'];
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/app/ad.ts', ...order], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let words = '';
    child.stderr.on('data', (data: Buffer) => (words += data.toString()));
    await once(child, 'close');
    expect(words).not.toMatch(/EPIPE|Unhandled|at .*:\d+:\d+/);
    expect(readdirSync(out)).toHaveLength(1);
    expect(existsSync(join(folder, 'data', 'lock'))).toBe(false);
  });

  it('npm run ad stops early, quietly and in order, when nobody reads how far it is', async () => {
    const out = join(folder, 'ads');
    const order = ['--photo', samplePhotoFile, '--brief', 'Good coffee. €5', '--out', out];
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/app/ad.ts', ...order], {
      env: environment,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.destroy();
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(existsSync(join(folder, 'data', 'lock'))).toBe(false);
    const checked = await runCommand('src/app/doctor.ts', [], environment);
    expect(checked.code, checked.output).toBe(0);
  });
});

/** The process number of the demo's private Redis. */
function redisOf(temporary: string): number {
  const [demoFolder = ''] = readdirSync(temporary).filter((name) => name.startsWith('adwright-demo-'));
  return JSON.parse(readFileSync(join(temporary, demoFolder, 'data', 'redis', 'adwright-redis.json'), 'utf8')).pid;
}
