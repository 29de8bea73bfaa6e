/** The job queue rings once per id, and tries again when that may help. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/errors.ts';
import { handlersFor, watch } from '../support/redis/queue-for-test.ts';
import { redisForTests } from '../support/redis/redis-for-test.ts';

const redis = redisForTests();

describe('ringing', () => {
  it('runs the job once for each id', async () => {
    const [queue, events] = [redis.open(), watch()];
    await queue.serve(handlersFor(async (id) => events.add(id)));
    await Promise.all(['a', 'b', 'c'].map((id) => queue.ring('make-ad', id)));
    await events.until((all) => all.length === 3);
    expect(events.seen.sort()).toEqual(['a', 'b', 'c']);
  });

  it('twice before anybody took the job runs it once', async () => {
    const [queue, events] = [redis.open(), watch()];
    for (let times = 0; times < 5; times += 1) await queue.ring('make-ad', 'same');
    await queue.ring('make-ad', 'last');
    await queue.serve(handlersFor(async (id) => events.add(id)));
    await events.until((all) => all.includes('last'));
    expect(events.seen.sort()).toEqual(['last', 'same']);
  });

  it('while the job runs makes it run once more afterwards, never at the same time', async () => {
    const [queue, events] = [redis.open(), watch()];
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
    const [queue, events] = [redis.open(), watch()];
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
    const [queue, events] = [redis.open(), watch()];
    await queue.serve(handlersFor(async (id) => events.add(id)));
    await queue.ring('make-ad', 'soon', { delayMs: 150 });
    await queue.ring('make-ad', 'soon', { delayMs: 60_000 });
    await queue.ring('make-ad', 'sooner', { delayMs: 60_000 });
    await queue.ring('make-ad', 'sooner', { delayMs: 100 });
    await events.until((all) => all.length === 2);
    expect(events.seen.sort()).toEqual(['soon', 'sooner']);
  });

  it('leaves nothing behind in Redis once the job is done', async () => {
    const [queue, events] = [redis.open(), watch()];
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
    expect(await redis.left()).toEqual([]);
  });
});

describe('two installations on one Redis', () => {
  it('take their own jobs only, also those of the same name', async () => {
    const [ours, theirs, events] = [redis.open('ours'), redis.open('theirs'), watch()];
    await ours.ring('make-ad', 'a');
    await theirs.ring('make-ad', 'a');
    await theirs.ring('make-ad', 'b');
    await ours.serve(handlersFor(async (id) => events.add(`ours ${id}`)));
    await events.until((all) => all.length === 1);
    await theirs.serve(handlersFor(async (id) => events.add(`theirs ${id}`)));
    await events.until((all) => all.length === 3);
    expect(events.seen.sort()).toEqual(['ours a', 'theirs a', 'theirs b']);
  });
});

describe('a handler that fails', () => {
  it('is tried again when that may help, until it succeeds', async () => {
    const [queue, events] = [redis.open(), watch()];
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
    const [queue, events] = [redis.open(), watch()];
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
    const [queue, events] = [redis.open(), watch()];
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
    const [queue, events] = [redis.open(), watch()];
    await queue.serve(
      handlersFor(async () => {
        events.add('try');
        throw new Error('canary-of-a-person');
      }),
    );
    await queue.ring('make-ad', 'a');
    await events.until((all) => all.length === 2);
    await queue.stop(1_000);
    const log = await readdir(join(redis.folder(), 'appendonlydir'));
    const texts = await Promise.all(log.map((name) => readFile(join(redis.folder(), 'appendonlydir', name), 'latin1')));
    expect(texts.join('')).toContain('adwright:test:make-ad');
    expect(texts.join('')).not.toContain('canary-of-a-person');
  });
});
