/** A hostile program inside the production sandbox gets nowhere; the same program without the sandbox gets everywhere. */
import { spawn, spawnSync } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeJobHeader, readFrames } from '../../src/generation/frames.ts';
import { type HostileGround, type HostileTargets, hostileGround } from '../support/sandbox/hostile-targets.ts';
import { runTask, sandboxForTest, workerEntry } from '../support/sandbox/sandbox-for-test.ts';

const isRoot = process.getuid?.() === 0;
const ordinary = isRoot ? 64_317 : null;
/** Only a system administrator could, and the control never runs as one. */
const beyondControl = new Set(['write beside the programs', 'write at the top of the file system']);
/** Need a namespace of their own, and cannot be shown where none may be made. */
const needNamespace = new Set(['mount a file system', 'make new namespaces']);
const ownNamespace = ['unshare', '--user', '--map-root-user', '--mount', '--propagation', 'private'];

type Attempts = Record<string, string>;
let ground: HostileGround;

beforeAll(async () => {
  ground = await hostileGround({ uid: ordinary });
});
afterAll(() => ground.close());

describe('the sandbox', () => {
  it('is proved at its full level on this computer', async () => {
    const test = await sandboxForTest('plain-worker');
    const { level, missing } = await test.sandbox.level();
    await test.close();
    if (isRoot) expect({ level, missing }).toEqual({ level: 'full', missing: [] });
    else expect(level).toBe('full, shared identity');
  });

  it('shows a job only programs and its own space: no system font, no folder that is to be hidden, no variable of ours', async () => {
    const hidden = '/usr/share/doc';
    const test = await sandboxForTest('plain-worker', { hidden: [hidden] });
    const folders = ['/', '/etc', '/tmp', '/usr/share/fonts', hidden];
    const received = await runTask(test.sandbox, { task: 'list folders', folders });
    await test.close();
    const [seen, variables] = received.map((frame) => frame.header) as [string[][], string[]];
    const [top = [], etc, temporary, fonts, kept] = seen;
    const known = ['app', 'bin', 'dev', 'etc', 'lib', 'lib32', 'lib64', 'libx32', 'proc', 'tmp', 'usr'];
    expect(top.filter((name) => !known.includes(name))).toEqual([]);
    expect(etc).not.toContain('passwd');
    expect([temporary, fonts, kept]).toEqual([[], [], []]);
    expect(variables).not.toContain('NODE_ENV');
    expect(variables.length).toBeLessThan(12);
  });

  it('holds a hostile program in every one of its attempts', async () => {
    const test = await sandboxForTest('hostile-worker');
    const received = await runTask(test.sandbox, ground.targets, { kind: 'draw-film' });
    await test.close();
    const attempts = received[0]?.header as Attempts;
    expect(Object.keys(attempts).length).toBeGreaterThanOrEqual(12);
    expect(Object.entries(attempts).filter(([, result]) => result === 'worked')).toEqual([]);
    expect(ground.decoyWasSignalled()).toBe(false);
    expect(attempts).toMatchObject({
      'open a TCP connection': 'EPERM',
      'open a UNIX socket': 'EPERM',
      'write a gigabyte': 'ENOSPC',
    });
  });

  it('stops being needed for none of them: without it the same program succeeds', async () => {
    const program = await bundleHostile();
    const targets = { ...ground.targets, megabytes: 256, inside: false };
    const plain = await runUnconfined([], program, targets);
    const canIsolate = spawnSync('unshare', [...ownNamespace.slice(1), 'true'], asOrdinaryUser).status === 0;
    const isolated = canIsolate ? await runUnconfined(ownNamespace, program, targets) : {};
    const failed = Object.keys(plain).filter((name) => plain[name] !== 'worked' && isolated[name] !== 'worked');
    for (const name of failed) console.warn(`Not shown to work unconfined on this computer: ${name} (${plain[name]})`);
    expect(failed.filter((name) => !beyondControl.has(name) && (canIsolate || !needNamespace.has(name)))).toEqual([]);
    expect(ground.decoyWasSignalled()).toBe(true);
  });
});

const asOrdinaryUser = ordinary === null ? {} : { uid: ordinary, gid: ordinary };

async function bundleHostile(): Promise<string> {
  const program = join(ground.folder, 'hostile.mjs');
  const entryPoints = [workerEntry('hostile-worker')];
  const banner = { js: "import{createRequire as m}from'node:module';const require=m(import.meta.url);" };
  const { outputFiles } = buildSync({ entryPoints, bundle: true, write: false, platform: 'node', format: 'esm', banner });
  await writeFile(program, outputFiles[0]?.contents ?? '');
  await chmod(program, 0o644);
  return program;
}

/** As an ordinary user, at most in a mount namespace of its own, so that what works there harms nobody. */
async function runUnconfined(inside: string[], program: string, targets: HostileTargets): Promise<Attempts> {
  const [file = '', ...args] = [...inside, process.execPath, program];
  const child = spawn(file, args, { stdio: ['pipe', 'ignore', 'inherit', 'pipe'], cwd: ground.folder, ...asOrdinaryUser });
  child.stdin?.end(encodeJobHeader({ kind: 'control', header: targets, sizes: [] }));
  let attempts: Attempts | null = null;
  for await (const { frame } of readFrames(child.stdio[3] as AsyncIterable<Uint8Array>)) {
    if (frame.frame === 'data') attempts = frame.header as Attempts;
  }
  if (!attempts) throw new Error('The control gave no report');
  return attempts;
}
