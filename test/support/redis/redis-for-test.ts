/** A private Redis of its own for each test of a file, with queues on it; all of it goes with the test. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterEach, beforeEach } from 'vitest';
import { type PrivateRedis, startPrivateRedis } from '../../../adapters/redis/private-redis.ts';
import type { JobQueue } from '../../../src/generation/ports.ts';
import { silentLogger } from '../../../src/log.ts';
import { queueForTest } from './queue-for-test.ts';

export const searchPath = process.env['PATH'] ?? '';

export function redisForTests() {
  const queues: JobQueue[] = [];
  let folder: string;
  let redis: PrivateRedis;
  const start = async (): Promise<void> => {
    redis = await startPrivateRedis({ folder, searchPath, log: silentLogger });
  };
  const closeQueues = () => Promise.all(queues.splice(0).map((queue) => queue.close()));
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'adwright-queue-'));
    await start();
  });
  afterEach(async () => {
    await closeQueues();
    await redis.close();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    folder: () => folder,
    socket: () => redis.path,
    stop: () => redis.close(),
    /** A queue on this Redis, or behind another socket. */
    open(dataSet = 'test', socket = redis.path): JobQueue {
      const queue = queueForTest(socket, dataSet);
      queues.push(queue);
      return queue;
    },
    async restart() {
      await closeQueues();
      await redis.close();
      await start();
    },
    pid: async () => Number(JSON.parse(await readFile(join(folder, 'adwright-redis.json'), 'utf8')).pid),
    /** Every key that is left of jobs. */
    async left(): Promise<string[]> {
      const client = new Redis({ path: redis.path });
      const keys = await client.keys('*');
      client.disconnect();
      return keys.filter((key) => !/:(meta|events|marker|id|stalled-check|stalled|pc)$/.test(key));
    },
  };
}
