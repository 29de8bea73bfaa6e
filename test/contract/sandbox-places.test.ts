/** The sandbox works wherever the program was put and whoever runs it, and goes down with the program that owns it. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { packageClosure } from '../../adapters/sandbox/package-closure.ts';
import { sandboxForTest } from '../support/sandbox/sandbox-for-test.ts';
import { processesLeft } from '../support/sandbox/traces.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const isRoot = process.getuid?.() === 0;
const ordinary = 64_318;
const folders: string[] = [];

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

async function temporaryFolder(mode: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'adwright-place-'));
  await chmod(folder, mode);
  folders.push(folder);
  return folder;
}

/** The parts of a checkout that the sandbox needs, under a folder that only its owner may enter. */
async function privateCheckout(): Promise<string> {
  const checkout = await temporaryFolder(0o700);
  const parts = ['package.json', 'tsconfig.json', 'adapters/sandbox', 'src/generation', 'src/privacy', 'test/support/sandbox'];
  for (const part of [...parts, 'src/errors.ts', 'src/is-alive.ts', 'src/log.ts', 'src/clock.ts']) {
    await cp(join(root, part), join(checkout, part), { recursive: true });
  }
  for (const [name, source] of packageClosure(['tsx', 'esbuild', 'zod', 'sharp'], root)) {
    await mkdir(dirname(join(checkout, 'node_modules', name)), { recursive: true });
    await cp(source, join(checkout, 'node_modules', name), { recursive: true });
  }
  return checkout;
}

function runOne(checkout: string, args: string[], uid: number | null): ChildProcess {
  const program = join(checkout, 'test/support/sandbox/run-one.ts');
  return spawn(process.execPath, ['--import', 'tsx', program, ...args], {
    cwd: checkout,
    env: { PATH: process.env['PATH'] ?? '', HOME: checkout, TMPDIR: args[0] ?? '' },
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid === null ? {} : { uid, gid: uid }),
  });
}

async function firstLine(child: ChildProcess): Promise<{ level: string; missing: string[]; uid: number }> {
  const [text] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return JSON.parse(text.toString());
}

const ourFolders = async (folder: string) => (await readdir(folder)).filter((name) => name.startsWith('adwright-'));

async function becomesEmpty(look: () => string[]): Promise<string[]> {
  const deadline = performance.now() + 3_000;
  while (look().length > 0 && performance.now() < deadline) await sleep(10);
  return look();
}

describe('a checkout in a folder that only its owner may enter', () => {
  it.runIf(isRoot)('gives the full sandbox to a root program', async () => {
    const child = runOne(await privateCheckout(), [await temporaryFolder(0o755), 'echo', '0', 'sharp'], null);
    expect(await firstLine(child)).toMatchObject({ level: 'full', missing: [], uid: 0 });
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('gives the sandbox to an ordinary user', async () => {
    const checkout = await privateCheckout();
    const temporary = await temporaryFolder(0o777);
    if (isRoot) execFileSync('chown', ['-R', `${ordinary}:${ordinary}`, checkout]);
    const child = runOne(checkout, [temporary, 'echo', '0', 'sharp'], isRoot ? ordinary : null);
    expect(await firstLine(child)).toMatchObject({ level: 'full, shared identity', uid: isRoot ? ordinary : process.getuid?.() });
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(await ourFolders(temporary)).toEqual([]);
  });
});

describe('a program that is killed in the middle of a sandboxed job', () => {
  it.each(['hang in a loop', 'hang in a program'])('takes every process of it along: %s', async (task) => {
    const temporary = await temporaryFolder(0o755);
    const look = () => processesLeft(temporary, '600.3391').filter((line) => !line.includes('run-one.ts'));
    const child = runOne(root, [temporary, task, '3391'], null);
    await firstLine(child);
    expect(look()).not.toEqual([]);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await becomesEmpty(look)).toEqual([]);

    expect(await ourFolders(temporary)).toHaveLength(1);
    const next = await sandboxForTest('plain-worker', { temporary });
    await next.sandbox.level();
    await next.sandbox.close();
    await next.close();
    expect(await ourFolders(temporary)).toEqual([]);
  });
});
