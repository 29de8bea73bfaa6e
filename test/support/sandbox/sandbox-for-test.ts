/** A real sandbox over a worker program of the tests, with its own temporary folder. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSandbox, type SandboxSettings } from '../../../adapters/sandbox/create-sandbox.ts';
import type { AppError } from '../../../src/errors.ts';
import type { Sandbox, SandboxJob } from '../../../src/generation/ports.ts';
import { silentLogger } from '../../../src/log.ts';

export const workerEntry = (name: string) => fileURLToPath(new URL(`./${name}.ts`, import.meta.url));

export type TestSandbox = { sandbox: Sandbox; folder: string; close(): Promise<void> };

export async function sandboxForTest(worker: string, settings: Partial<SandboxSettings> = {}): Promise<TestSandbox> {
  const folder = await mkdtemp(join(tmpdir(), 'adwright-test-'));
  await chmod(folder, 0o755);
  const sandbox = createSandbox({
    runtime: { entry: workerEntry(worker), packages: [] },
    log: silentLogger,
    searchPath: process.env['PATH'] ?? '',
    temporary: folder,
    pool: 0,
    ...settings,
  });
  return {
    sandbox,
    folder,
    async close() {
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type Received = { header: unknown; blob: Buffer }[];

/** Runs one job and gives its frames. */
export async function runTask(
  sandbox: Sandbox,
  header: unknown,
  options: { kind?: SandboxJob['kind']; blobs?: Uint8Array[]; signal?: AbortSignal; onFrame?: (header: unknown) => void } = {},
): Promise<Received> {
  const received: Received = [];
  await sandbox.run(
    { kind: options.kind ?? 'prepare-photo', header, blobs: options.blobs ?? [] },
    {
      signal: options.signal ?? new AbortController().signal,
      async onFrame({ header, blob }) {
        received.push({ header, blob: Buffer.from(blob) });
        options.onFrame?.(header);
      },
    },
  );
  return received;
}

export async function failureOf(run: Promise<unknown>): Promise<AppError> {
  return run.then(
    () => Promise.reject(new Error('The job succeeded, but should have failed')),
    (error: AppError) => error,
  );
}
