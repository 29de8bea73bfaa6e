/** The job queue on Redis: a bell that carries the name of a job and an id, and rings once however often it is pressed. */
import { Job, Queue } from 'bullmq';
import { Redis } from 'ioredis';
import type { Clock } from '../../src/clock.ts';
import { AppError } from '../../src/errors.ts';
import type { JobName, JobQueue } from '../../src/generation/ports.ts';
import type { Logger } from '../../src/log.ts';
import { personalData, redisName } from './declaration.ts';
import type { RedisConnection } from './private-redis.ts';
import { keyPrefixOf, type QueuedJob } from './queued-job.ts';
import { type JobServer, serveJobs } from './serve-jobs.ts';

const answerMs = 1_500;
const retryMs = 50;

export function createQueue(options: {
  connection: RedisConnection;
  /** Names the data that the jobs are about, the same for every process that shares it; asked for when the queue is first used. */
  dataSet(): Promise<string>;
  jobs: readonly QueuedJob[];
  clock: Clock;
  log: Logger;
}): JobQueue {
  const { jobs, clock, log } = options;
  // Fails at once while Redis is away, instead of keeping a command for later that nobody waits for any more.
  const bell = connect(options.connection, { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: answerMs });
  const queues = new Map<JobName, Promise<Queue<{ id: string }>>>();
  const clients: Redis[] = [bell];
  let server: JobServer | null = null;

  const prefix = async (): Promise<string> => keyPrefixOf(await options.dataSet());

  const openQueue = (name: JobName) => {
    const known = queues.get(name);
    if (known) return known;
    const opening = prefix().then((known) => makeQueue(name, { connection: bell, prefix: known, log }));
    queues.set(name, opening);
    opening.catch(() => queues.delete(name));
    return opening;
  };

  async function ring(name: JobName, id: string, delayMs: number): Promise<void> {
    const settings = jobs.find((job) => job.name === name);
    if (!settings) throw new RangeError(`No job is called ${name}`);
    const queue = await openQueue(name);
    const reschedule = delayMs === 0 || (await isSooner(queue, id, clock.now() + delayMs));
    await queue.add(
      name,
      { id },
      {
        delay: delayMs,
        attempts: settings.attempts ?? 5,
        backoff: { type: 'exponential', delay: settings.backoffMs ?? 2_000, jitter: 0.2 },
        removeOnComplete: true,
        removeOnFail: true,
        stackTraceLimit: 0,
        // Rung while it runs, the job runs once more afterwards: it may have read its row before the ring.
        deduplication: { id, keepLastIfActive: true, reschedule },
      },
    );
  }

  return {
    name: redisName,
    personalData,
    ring: (job, id, { delayMs = 0 } = {}) => withinDeadline(() => ring(job, id, delayMs)),

    async serve(handlers) {
      if (server) throw new Error('The queue is served already');
      const connection = connect(options.connection, { maxRetriesPerRequest: null });
      clients.push(connection);
      try {
        server = await serveJobs({ jobs, handlers, connection, prefix: await prefix(), log });
      } catch (error) {
        throw unavailable(error);
      }
    },

    async stop(graceMs) {
      await server?.stop(graceMs);
      server = null;
    },

    ping: () => withinDeadline(() => bell.ping()),

    async close() {
      await server?.stop(0);
      server = null;
      const open = await Promise.allSettled(queues.values());
      await Promise.allSettled(open.map((queue) => (queue.status === 'fulfilled' ? queue.value.close() : null)));
      for (const client of clients) client.disconnect();
    },
  };
}

type ClientOptions = { enableOfflineQueue?: boolean; maxRetriesPerRequest: number | null; commandTimeout?: number };

function connect(connection: RedisConnection, options: ClientOptions): Redis {
  const all = { retryStrategy: (times: number) => Math.min(times * 50, 500), connectTimeout: 5_000, ...options };
  const client = 'url' in connection ? new Redis(connection.url, all) : new Redis({ ...all, path: connection.path });
  // Every failed command tells its caller; the connection itself comes back by its own.
  client.on('error', () => undefined);
  return client;
}

type Opened = { connection: Redis; prefix: string; log: Logger };

async function makeQueue(name: JobName, { connection, prefix, log }: Opened): Promise<Queue<{ id: string }>> {
  if (connection.status !== 'ready') throw new Error('Redis is not connected');
  const queue = new Queue<{ id: string }>(name, { connection, prefix, streams: { events: { maxLen: 100 } } });
  queue.on('error', (error) => log.debug('The queue met an error.', { job: name, error: error.name }));
  await queue.waitUntilReady();
  return queue;
}

/** A ring for later must not push back one that is due before. */
async function isSooner(queue: Queue<{ id: string }>, id: string, at: number): Promise<boolean> {
  const waiting = await queue.getDeduplicationJobId(id);
  const job = waiting ? await Job.fromId<{ id: string }>(queue, waiting) : undefined;
  return job !== undefined && job.timestamp + job.delay > at;
}

const unavailable = (cause: unknown) =>
  new AppError('queue-unavailable', 'The queue does not answer.', { retry: 'later', cause });

/** Tries again while there is time: a restart of Redis takes less. */
async function withinDeadline(deed: () => Promise<unknown>): Promise<void> {
  const deadline = performance.now() + answerMs;
  for (;;) {
    const left = deadline - performance.now();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(reject, left, new Error('no answer in time'));
    });
    const tried = deed();
    tried.catch(() => undefined);
    try {
      await Promise.race([tried, late]);
      return;
    } catch (error) {
      if (error instanceof RangeError) throw error;
      if (deadline - performance.now() <= retryMs) throw unavailable(error);
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    } finally {
      clearTimeout(timer);
    }
  }
}
