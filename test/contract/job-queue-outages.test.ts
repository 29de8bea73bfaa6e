/** The job queue loses nothing it acknowledged, whatever goes away: Redis, or a worker in the middle of a job. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { handlersFor, watch } from '../support/redis/queue-for-test.ts';
import { redisForTests } from '../support/redis/redis-for-test.ts';

const redis = redisForTests();

describe('a Redis that goes away', () => {
  it('and is killed and comes back loses nothing that was acknowledged', { timeout: 60_000 }, async () => {
    const [queue, events, acknowledged] = [redis.open(), watch(), [] as string[]];
    await queue.serve(handlersFor(async (id) => events.add(id)));
    const ringing = (async () => {
      for (let number = 0; number < 300; number += 1) {
        await queue.ring('make-ad', `ad-${number}`).then(
          () => acknowledged.push(`ad-${number}`),
          (error) => expect(error).toMatchObject({ code: 'queue-unavailable' }),
        );
        if (number === 100 || number === 200) process.kill(await redis.pid(), 'SIGKILL');
      }
    })();
    await ringing;
    expect(acknowledged.length).toBeGreaterThan(250);
    await events.until((all) => acknowledged.every((id) => all.includes(id)));
  });

  it('makes ringing and asking fail within a second and a half', async () => {
    const queue = redis.open();
    await queue.ring('make-ad', 'a');
    await redis.stop();
    for (const deed of [() => queue.ring('make-ad', 'b'), () => queue.ping()]) {
      const start = performance.now();
      await expect(deed()).rejects.toMatchObject({ code: 'queue-unavailable', retry: 'later' });
      expect(performance.now() - start).toBeLessThan(1_700);
    }
  });

  it('is noticed within a second and a half when it was never there, or does not answer', async () => {
    const absent = redis.open('test', join(redis.folder(), 'nobody-listens'));
    await expect(absent.ping()).rejects.toMatchObject({ code: 'queue-unavailable' });
    const queue = redis.open();
    await queue.ping();
    const pid = await redis.pid();
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
    const [queue, events] = [redis.open(), watch()];
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
    const [first, second, events] = [redis.open(), redis.open(), watch()];
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
    const [queue, events] = [redis.open(), watch()];
    const program = fileURLToPath(new URL('../support/redis/worker-process.ts', import.meta.url));
    const worker = spawn(process.execPath, ['--import', 'tsx', program, redis.socket()], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
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
