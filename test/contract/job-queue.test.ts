/** The job queue rings once per id, tries again when that may help, and loses nothing it acknowledged. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PrivateRedis, startPrivateRedis } from '../../adapters/redis/private-redis.ts';
import { AppError } from '../../src/errors.ts';
import type { JobQueue } from '../../src/generation/ports.ts';
import { silentLogger } from '../../src/log.ts';
import { handlersFor, queueForTest, watch } from '../support/redis/queue-for-test.ts';

const searchPath = process.env['PATH'] ?? '';
let folder: string;
let redis: PrivateRedis;
let queues: JobQueue[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'adwright-queue-'));
  redis = await startPrivateRedis({ folder, searchPath, log: silentLogger });
  queues = [];
});
afterEach(async () => {
  await Promise.all(queues.map((queue) => queue.close()));
  await redis.close();
  await rm(folder, { recursive: true, force: true });
});

function open(): JobQueue {
  const queue = queueForTest(redis.path);
  queues.push(queue);
  return queue;
}

/** Every key and value that is left, as text. */
async function leftInRedis(): Promise<string[]> {
  const client = new Redis({ path: redis.path });
  const keys = await client.keys('*');
  client.disconnect();
  return keys.filter((key) => !/:(meta|events|marker|id|stalled-check|stalled|pc)$/.test(key));
}

const pidOfRedis = async () => Number(JSON.parse(await readFile(join(folder, 'adwright-redis.json'), 'utf8')).pid);

describe('ringing', () => {
  it('runs the job once for each id', async () => {
    const [queue, events] = [open(), watch()];
    await queue.serve(handlersFor(async (id) => events.add(id)));
    await Promise.all(['a', 'b', 'c'].map((id) => queue.ring('make-ad', id)));
    await events.until((all) => all.length === 3);
    expect(events.seen.sort()).toEqual(['a', 'b', 'c']);
  });

  it('twice before anybody took the job runs it once', async () => {
    const [queue, events] = [open(), watch()];
    for (let times = 0; times < 5; times += 1) await queue.ring('make-ad', 'same');
    await queue.ring('make-ad', 'last');
    await queue.serve(handlersFor(async (id) => events.add(id)));
    await events.until((all) => all.includes('last'));
    expect(events.seen.sort()).toEqual(['last', 'same']);
  });

  it('while the job runs makes it run once more afterwards, never at the same time', async () => {
    const [queue, events] = [open(), watch()];
    await queue.serve(
      handlersFor(async () => {
        events.add('begin');
        if (events.seen.length === 1) {
          await queue.ring('make-ad', 'same');
          await queue.ring('make-ad', 'same');
        }
        events.add('end');
      }),
    );
    await queue.ring('make-ad', 'same');
    await events.until((all) => all.length >= 4);
    await sleep(100);
    expect(events.seen).toEqual(['begin', 'end', 'begin', 'end']);
  });

  it('for later waits, and ringing at once does not wait for it', async () => {
    const [queue, events] = [open(), watch()];
    await queue.serve(handlersFor(async (id) => events.add(id)));
    const start = performance.now();
    await queue.ring('make-ad', 'later', { delayMs: 300 });
    await queue.ring('make-ad', 'promoted', { delayMs: 60_000 });
    await queue.ring('make-ad', 'promoted');
    await events.until((all) => all.includes('promoted'));
    expect(performance.now() - start).toBeLessThan(250);
    await events.until((all) => all.includes('later'));
    expect(performance.now() - start).toBeGreaterThanOrEqual(295);
    expect(events.seen).toEqual(['promoted', 'later']);
  });

  it('for later never pushes back what is due before', async () => {
    const [queue, events] = [open(), watch()];
    await queue.serve(handlersFor(async (id) => events.add(id)));
    await queue.ring('make-ad', 'soon', { delayMs: 150 });
    await queue.ring('make-ad', 'soon', { delayMs: 60_000 });
    await queue.ring('make-ad', 'sooner', { delayMs: 60_000 });
    await queue.ring('make-ad', 'sooner', { delayMs: 100 });
    await events.until((all) => all.length === 2);
    expect(events.seen.sort()).toEqual(['soon', 'sooner']);
  });

  it('leaves nothing behind in Redis once the job is done', async () => {
    const [queue, events] = [open(), watch()];
    await queue.serve(
      handlersFor(async (id) => {
        events.add(id);
        if (id === 'bad') throw new AppError('studio-failed', 'no', { retry: 'never' });
      }),
    );
    await queue.ring('make-ad', 'good');
    await queue.ring('make-ad', 'bad');
    await events.until((all) => all.length === 2);
    await queue.stop(1_000);
    expect(await leftInRedis()).toEqual([]);
  });
});

describe('a handler that fails', () => {
  it('is tried again when that may help, until it succeeds', async () => {
    const [queue, events] = [open(), watch()];
    await queue.serve(
      handlersFor(async () => {
        events.add('try');
        if (events.seen.length < 3) throw new AppError('disk-full', 'full', { retry: 'later' });
        events.add('done');
      }),
    );
    await queue.ring('make-ad', 'a');
    await events.until((all) => all.includes('done'));
    expect(events.seen).toEqual(['try', 'try', 'try', 'done']);
  });

  it('is not tried again when that cannot help', async () => {
    const [queue, events] = [open(), watch()];
    await queue.serve(
      handlersFor(async (id) => {
        events.add(id);
        if (id === 'a') throw new AppError('media-damaged', 'broken', { retry: 'never' });
      }),
    );
    await queue.ring('make-ad', 'a');
    await events.until((all) => all.includes('a'));
    await sleep(200);
    await queue.ring('make-ad', 'b');
    await events.until((all) => all.includes('b'));
    expect(events.seen).toEqual(['a', 'b']);
  });

  it('can be rung again after it gave up', async () => {
    const [queue, events] = [open(), watch()];
    await queue.serve(
      handlersFor(async () => {
        events.add('try');
        throw new AppError('studio-failed', 'no', { retry: 'never' });
      }),
    );
    for (let times = 1; times <= 3; times += 1) {
      await queue.ring('make-ad', 'a');
      await events.until((all) => all.length === times);
      await sleep(50);
    }
    expect(events.seen).toHaveLength(3);
  });

  it('leaves no word of its error in Redis, not even while it waits for the next try', async () => {
    const [queue, events] = [open(), watch()];
    await queue.serve(
      handlersFor(async () => {
        events.add('try');
        throw new Error('canary-of-a-person');
      }),
    );
    await queue.ring('make-ad', 'a');
    await events.until((all) => all.length === 2);
    await queue.stop(1_000);
    const log = await readdir(join(folder, 'appendonlydir'));
    const texts = await Promise.all(log.map((name) => readFile(join(folder, 'appendonlydir', name), 'latin1')));
    expect(texts.join('')).toContain('adwright:make-ad');
    expect(texts.join('')).not.toContain('canary-of-a-person');
  });
});

describe('a Redis that goes away', () => {
  it('and is killed and comes back loses nothing that was acknowledged', { timeout: 60_000 }, async () => {
    const [queue, events, acknowledged] = [open(), watch(), [] as string[]];
    await queue.serve(handlersFor(async (id) => events.add(id)));
    const ringing = (async () => {
      for (let number = 0; number < 300; number += 1) {
        await queue.ring('make-ad', `ad-${number}`).then(
          () => acknowledged.push(`ad-${number}`),
          (error) => expect(error).toMatchObject({ code: 'queue-unavailable' }),
        );
        if (number === 100 || number === 200) process.kill(await pidOfRedis(), 'SIGKILL');
      }
    })();
    await ringing;
    expect(acknowledged.length).toBeGreaterThan(250);
    await events.until((all) => acknowledged.every((id) => all.includes(id)));
  });

  it('makes ringing and asking fail within a second and a half', async () => {
    const queue = open();
    await queue.ring('make-ad', 'a');
    await redis.close();
    for (const deed of [() => queue.ring('make-ad', 'b'), () => queue.ping()]) {
      const start = performance.now();
      await expect(deed()).rejects.toMatchObject({ code: 'queue-unavailable', retry: 'later' });
      expect(performance.now() - start).toBeLessThan(1_700);
    }
  });

  it('is noticed within a second and a half when it was never there, or does not answer', async () => {
    const absent = queueForTest(join(folder, 'nobody-listens'));
    queues.push(absent);
    await expect(absent.ping()).rejects.toMatchObject({ code: 'queue-unavailable' });
    const queue = open();
    await queue.ping();
    const pid = await pidOfRedis();
    process.kill(pid, 'SIGSTOP');
    const start = performance.now();
    await expect(queue.ring('make-ad', 'a')).rejects.toMatchObject({ code: 'queue-unavailable' });
    expect(performance.now() - start).toBeLessThan(1_700);
    process.kill(pid, 'SIGCONT');
    await queue.ring('make-ad', 'a');
  });
});

describe('stopping', () => {
  it('lets a job that runs finish, and takes no new one', async () => {
    const [queue, events] = [open(), watch()];
    await queue.serve(
      handlersFor(async (id) => {
        events.add(`begin ${id}`);
        await sleep(200);
        events.add(`end ${id}`);
      }),
    );
    await queue.ring('make-ad', 'a');
    await events.until((all) => all.length === 1);
    const stopping = queue.stop(5_000);
    await queue.ring('make-ad', 'b');
    await stopping;
    expect(events.seen).toEqual(['begin a', 'end a']);
  });

  it('aborts what does not finish in time and hands it back: another worker takes it right away', async () => {
    const [first, second, events] = [open(), open(), watch()];
    await first.serve(
      handlersFor((_, signal) => {
        events.add('first begins');
        return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
      }),
    );
    await first.ring('make-ad', 'a');
    await events.until((all) => all.length === 1);
    await first.stop(100);
    const start = performance.now();
    await second.serve(handlersFor(async () => events.add('second has it')));
    await events.until((all) => all.includes('second has it'));
    expect(performance.now() - start).toBeLessThan(1_500);
  });

  it('takes up a job again within some twelve seconds after its worker was killed', { timeout: 40_000 }, async () => {
    const [queue, events] = [open(), watch()];
    const program = fileURLToPath(new URL('../support/redis/worker-process.ts', import.meta.url));
    const worker = spawn(process.execPath, ['--import', 'tsx', program, redis.path], { stdio: ['ignore', 'pipe', 'inherit'] });
    await queue.ring('make-ad', 'a');
    await once(worker.stdout, 'data');
    worker.kill('SIGKILL');
    await once(worker, 'exit');
    const start = performance.now();
    await queue.serve(handlersFor(async (id) => events.add(id)));
    await events.until((all) => all.includes('a'));
    const seconds = (performance.now() - start) / 1_000;
    console.log(`a killed worker's job was taken up again after ${seconds.toFixed(1)} s`);
    expect(seconds).toBeLessThan(20);
  });
});

describe('the private Redis', () => {
  it('can be reached by nobody but its owner, and over no network', async () => {
    const client = new Redis({ path: redis.path });
    expect(await client.config('GET', 'port')).toEqual(['port', '0']);
    expect(await client.config('GET', 'appendonly')).toEqual(['appendonly', 'yes']);
    client.disconnect();
  });

  it('keeps what it was given over a restart', async () => {
    await open().ring('make-ad', 'kept', { delayMs: 60_000 });
    await Promise.all(queues.splice(0).map((queue) => queue.close()));
    await redis.close();
    redis = await startPrivateRedis({ folder, searchPath, log: silentLogger });
    expect((await leftInRedis()).join(' ')).toContain('delayed');
  });

  it('says what is missing when no server program is installed', async () => {
    const starting = startPrivateRedis({ folder: join(folder, 'other'), searchPath: '/nowhere', log: silentLogger });
    await expect(starting).rejects.toMatchObject({ code: 'queue-unavailable' });
  });

  it('does not outlive a program that was killed, and the next program starts its own on the same folder', async () => {
    const other = join(folder, 'other');
    const program = fileURLToPath(new URL('../support/redis/hold-redis.ts', import.meta.url));
    const holder = spawn(process.execPath, ['--import', 'tsx', program, other], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    const { pid } = JSON.parse(await readFile(join(other, 'adwright-redis.json'), 'utf8'));
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const next = await startPrivateRedis({ folder: other, searchPath, log: silentLogger });
    expect(() => process.kill(pid, 0)).toThrow();
    await next.close();
    expect(await readdir(other)).toEqual(['appendonlydir']);
  });

  it('stops one that was left over, and leaves a stranger with the same number alone', async () => {
    const other = join(folder, 'other');
    const program = fileURLToPath(new URL('../support/redis/hold-redis.ts', import.meta.url));
    const withoutSetpriv = { ...process.env, PATH: await folderWithRedisOnly() };
    const holder = spawn(process.execPath, ['--import', 'tsx', program, other], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: withoutSetpriv,
    });
    await once(holder.stdout, 'data');
    const { pid } = JSON.parse(await readFile(join(other, 'adwright-redis.json'), 'utf8'));
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(process.kill(pid, 0)).toBe(true);
    const next = await startPrivateRedis({ folder: other, searchPath, log: silentLogger });
    expect(() => process.kill(pid, 0)).toThrow();
    await next.close();
  });
});

/** A search path on which there is a Redis, but nothing that would end it together with its parent. */
async function folderWithRedisOnly(): Promise<string> {
  const { access, symlink } = await import('node:fs/promises');
  const only = await mkdtemp(join(folder, 'bin-'));
  for (const name of ['redis-server', 'valkey-server']) {
    for (const from of searchPath.split(':')) {
      const found = await access(join(from, name)).then(
        () => true,
        () => false,
      );
      if (found) await symlink(join(from, name), join(only, name)).catch(() => null);
    }
  }
  return only;
}
