/** However a job in the sandbox ends, the caller learns how, and nothing of it is left. */
import { readdir } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LogFields, Logger } from '../../src/log.ts';
import { failureOf, runTask, sandboxForTest, type TestSandbox } from '../support/sandbox/sandbox-for-test.ts';
import { mountsLeft, processesLeft } from '../support/sandbox/traces.ts';

const mark = '7714';
let test: TestSandbox;

beforeAll(async () => {
  test = await sandboxForTest('plain-worker', {
    limits: { 'draw-stills': { wallMs: 700 }, 'draw-film': { resultBytes: 128 * 1_048_576 } },
  });
});
afterAll(() => test.close());

afterEach(async () => {
  expect(processesLeft(test.folder, `600.${mark}`)).toEqual([]);
  expect(mountsLeft(test.folder)).toEqual([]);
  expect((await readdir(test.folder)).filter((name) => !name.startsWith('adwright-runtime-'))).toEqual([]);
});

const failing = (task: string, kind?: 'draw-stills' | 'draw-film') =>
  failureOf(runTask(test.sandbox, { task, mark }, kind ? { kind } : {}));

describe('a job in the sandbox that succeeds', () => {
  it('gets its bytes and hands bytes back, whole and in order', async () => {
    const blobs = [Buffer.alloc(3_000_001, 7), Buffer.alloc(0), Buffer.from('brief')];
    const received = await runTask(test.sandbox, { task: 'echo' }, { blobs });
    expect(received.map((frame) => frame.header)).toEqual([{ bytes: 3_000_001 }, { bytes: 0 }, { bytes: 5 }]);
    expect(Buffer.compare(received[0]?.blob ?? Buffer.alloc(0), blobs[0] as Buffer)).toBe(0);
    expect(received[2]?.blob.toString()).toBe('brief');
  });

  it('takes the programs it started with it', async () => {
    await runTask(test.sandbox, { task: 'start children', mark });
  });

  it('is not disturbed by a worker that writes a lot to standard error', async () => {
    await runTask(test.sandbox, { task: 'flood standard error' });
  });
});

describe('a job in the sandbox that fails', () => {
  it.each(['throw', 'crash by signal', 'end without a word', 'say half a frame', 'be ready twice'])(
    'is told as a crash when the worker does this: %s',
    async (task) => {
      expect(await failing(task)).toMatchObject({ code: 'sandbox-crashed' });
    },
  );

  it('is told as a failure of the studio when the worker says so, without repeating its words', async () => {
    const error = await failing('say an error');
    expect(error).toMatchObject({ code: 'studio-failed', retry: 'never' });
    expect(error.message).not.toContain('canary');
  });

  it.each(['announce a huge blob', 'flood with bytes', 'flood with frames'])(
    'is stopped when it hands back more than it may: %s',
    async (task) => {
      expect(await failing(task)).toMatchObject({ code: 'sandbox-result-too-big', retry: 'never' });
    },
  );

  it('is stopped when it sends bytes that are no frames', async () => {
    expect((await failing('say garbage')).code).toMatch(/sandbox-(crashed|result-too-big)/);
  });

  it('is told as too big when its temporary space is full', async () => {
    expect(await failing('fill the temporary folder', 'draw-film')).toMatchObject({ code: 'sandbox-result-too-big' });
  });

  it('is stopped when it takes too much memory', async () => {
    expect(await failing('take memory')).toMatchObject({ code: 'sandbox-out-of-memory', retry: 'never' });
  });

  it('is stopped when its processes together take too much memory', async () => {
    expect(await failing('take memory in many processes')).toMatchObject({ code: 'sandbox-out-of-memory' });
  });

  it('hands on the error of the caller that takes the frames', async () => {
    const run = runTask(
      test.sandbox,
      { task: 'hang in a loop', mark },
      {
        onFrame: () => {
          throw new Error('the disk of the caller is full');
        },
      },
    );
    await expect(run).rejects.toThrow('the disk of the caller is full');
  });
});

describe('the log of a job in the sandbox', () => {
  it('tells at its most talkative that a worker complained, and never what it said', async () => {
    const lines: string[] = [];
    const write = (message: string, fields?: LogFields) => void lines.push(JSON.stringify({ message, ...fields }));
    const log: Logger = { debug: write, info: write, warn: write, error: write };
    const talkative = await sandboxForTest('plain-worker', { log });
    await runTask(talkative.sandbox, { task: 'complain about a person' });
    await talkative.close();
    expect(lines.join('\n')).not.toContain('canary');
    expect(lines.find((line) => line.includes('standard error'))).toMatch(/"characters":31,"sha256":"[0-9a-f]{8}"/);
  });
});

describe('a job in the sandbox that hangs', () => {
  it.each(['hang in a loop', 'hang in a program'])('is killed when its time is over: %s', async (task) => {
    expect(await failing(task, 'draw-stills')).toMatchObject({ code: 'sandbox-timeout', retry: 'later' });
  });

  it.each(['hang in a loop', 'hang in a program'])('is killed at once when the caller cancels: %s', async (task) => {
    const controller = new AbortController();
    const onFrame = () => {
      expect(processesLeft(test.folder, `600.${mark}`)).not.toEqual([]);
      controller.abort();
    };
    const error = await failureOf(runTask(test.sandbox, { task, mark }, { signal: controller.signal, onFrame }));
    expect(error.code).toBe('cancelled');
  });

  it('does not even start when it was cancelled before', async () => {
    const error = await failureOf(runTask(test.sandbox, { task: 'echo' }, { signal: AbortSignal.abort() }));
    expect(error.code).toBe('cancelled');
  });
});

describe('a sandbox that is closed', () => {
  it('ends the jobs that still run and leaves no file', async () => {
    const own = await sandboxForTest('plain-worker', { pool: 1 });
    const hanging = new Promise<void>((resolve, reject) => {
      failureOf(runTask(own.sandbox, { task: 'hang in a loop', mark }, { onFrame: () => void own.sandbox.close() })).then(
        (error) => (error.code === 'cancelled' ? resolve() : reject(error)),
        reject,
      );
    });
    await hanging;
    await own.sandbox.close();
    expect(await readdir(own.folder)).toEqual([]);
    expect(processesLeft(own.folder, `600.${mark}`)).toEqual([]);
    await own.close();
  });
});
