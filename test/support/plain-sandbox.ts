/** A sandbox without walls, for tests of what runs inside: the same bundle and the same pipes in a plain child process. */
import { spawn } from 'node:child_process';
import { link, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { AppError } from '../../src/errors.ts';
import { encodeAnswer, encodeJobHeader, readFrames, type SandboxRuntime } from '../../src/generation/frames.ts';
import type { Sandbox, SandboxJob, SandboxOptions } from '../../src/generation/ports.ts';

const cache = fileURLToPath(new URL('../../node_modules/.cache/plain-sandbox/', import.meta.url));

async function bundle(runtime: SandboxRuntime, folder: string): Promise<string> {
  const outfile = join(folder, 'worker.mjs');
  const banner = 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);';
  await build({
    entryPoints: [runtime.entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: runtime.packages.flatMap((name) => [name, `${name}/*`]),
    banner: { js: banner },
    logLevel: 'error',
  });
  return outfile;
}

async function runOnce(worker: string, job: SandboxJob, options: SandboxOptions): Promise<void> {
  const child = spawn(process.execPath, [worker], {
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, MIMALLOC_PURGE_DELAY: '-1' },
  });
  const stop = () => child.kill('SIGKILL');
  options.signal.addEventListener('abort', stop, { once: true });
  let noise = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    noise = (noise + chunk.toString()).slice(-4_000);
  });
  const input = child.stdin as Writable;
  input.on('error', () => {});
  let isDone = false;
  try {
    for await (const { frame, blob } of readFrames(child.stdio[3] as Readable)) {
      if (frame.frame === 'ready') {
        input.write(encodeJobHeader({ kind: job.kind, header: job.header, sizes: job.blobs.map((one) => one.byteLength) }));
        for (const one of job.blobs) input.write(one);
      } else if (frame.frame === 'ask') {
        input.write(encodeAnswer((await options.onQuestion?.({ header: frame.header, blob })) ?? new Uint8Array(0)));
      } else if (frame.frame === 'data') await options.onFrame({ header: frame.header, blob });
      else if (frame.frame === 'error') throw new AppError('studio-failed', frame.message, { retry: 'never' });
      else isDone = true;
    }
    if (options.signal.aborted) throw new AppError('cancelled', 'cancelled', { retry: 'never' });
    if (!isDone) throw new AppError('sandbox-crashed', `The worker ended early: ${noise}`, { retry: 'never' });
  } finally {
    options.signal.removeEventListener('abort', stop);
    stop();
  }
}

export async function createPlainSandbox(runtime: SandboxRuntime): Promise<Sandbox> {
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'run-'));
  const worker = await bundle(runtime, folder);
  for (const [name, source] of Object.entries(runtime.beside ?? {})) await link(source, join(folder, name));
  return {
    name: 'sandbox',
    personalData: { memory: { keepsNothing: 'A child process that ends with its job.' } },
    run: (job, options) => runOnce(worker, job, options),
    level: async () => ({ level: 'none', missing: ['every belt: this is a test double'] }),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
