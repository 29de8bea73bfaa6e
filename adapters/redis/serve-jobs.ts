/** Takes jobs from the queue and hands them to their handlers; what a handler throws decides whether it is tried again. */
import { type Job, UnrecoverableError, WaitingError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { AppError } from '../../src/errors.ts';
import type { JobName } from '../../src/generation/ports.ts';
import type { Logger } from '../../src/log.ts';
import type { QueuedJob } from './queued-job.ts';

export type Handler = (id: string, signal: AbortSignal) => Promise<void>;

export type JobServer = { stop(graceMs: number): Promise<void> };

/** A killed worker's job is taken up by another after 10 to 15 seconds; it may happen often before the job is given up. */
const stall = { lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 10 } as const;
const settleMs = 2_000;
const readyMs = 10_000;

export async function serveJobs(options: {
  jobs: readonly QueuedJob[];
  handlers: Readonly<Record<JobName, Handler>>;
  connection: Redis;
  /** What every key begins with. */
  prefix: string;
  log: Logger;
}): Promise<JobServer> {
  const { jobs, handlers, connection, prefix, log } = options;
  const running = new Map<string, { abort: AbortController; ended: Promise<void> }>();
  let handingBack = false;

  async function process(name: JobName, job: Job<{ id: string }>, token: string | undefined): Promise<void> {
    const abort = new AbortController();
    const deed = handlers[name](job.data.id, abort.signal);
    const key = `${name} ${job.id}`;
    const ended = deed.then(ignore, ignore);
    running.set(key, { abort, ended });
    try {
      await deed;
    } catch (error) {
      if (handingBack && abort.signal.aborted) {
        await job.moveToWait(token);
        throw new WaitingError();
      }
      throw bareError(error, name, log);
    } finally {
      running.delete(key);
    }
  }

  const workers = jobs.map(({ name, concurrency }) => {
    const worker = new Worker<{ id: string }>(name, (job, token) => process(name, job, token), {
      connection,
      prefix,
      concurrency,
      ...stall,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
      runRetryDelay: 500,
    });
    worker.on('error', (error) => log.debug('A queue worker met an error.', { job: name, error: error.name }));
    // Whoever lost the lock must stop: another worker is about to take the job.
    worker.on('lockRenewalFailed', (ids) => {
      for (const id of ids)
        running
          .get(`${name} ${id}`)
          ?.abort.abort(new AppError('cancelled', 'The job was lost to another worker.', { retry: 'later' }));
    });
    worker.on('stalled', () => log.warn('A job was taken up again after its worker died.', { job: name }));
    return worker;
  });
  try {
    await allReady(workers);
  } catch (error) {
    await Promise.all(workers.map((worker) => within(worker.close(true), settleMs)));
    throw error;
  }

  return {
    async stop(graceMs) {
      await Promise.all(workers.map((worker) => within(worker.pause(true), settleMs)));
      const all = () => Promise.all([...running.values()].map((each) => each.ended));
      await within(all(), graceMs);
      handingBack = true;
      for (const { abort } of running.values()) abort.abort(new AppError('cancelled', 'The program stops.', { retry: 'later' }));
      await within(all(), settleMs);
      const isForced = running.size > 0;
      await Promise.all(workers.map((worker) => within(worker.close(isForced), settleMs)));
    },
  };
}

async function allReady(workers: Worker[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, readyMs, new Error('Redis did not answer in time'));
  });
  const ready = Promise.all(workers.map((worker) => worker.waitUntilReady()));
  ready.catch(ignore);
  await Promise.race([ready, late]).finally(() => clearTimeout(timer));
}

const ignore = () => undefined;

/** What is thrown is kept in Redis until the next try: so only a code, never a message. */
function bareError(error: unknown, job: JobName, log: Logger): Error {
  const isOurs = error instanceof AppError;
  const code = isOurs ? error.code : 'unexpected';
  log.warn('A job failed.', { job, code, retry: isOurs ? error.retry : 'later', error: isOurs ? null : errorName(error) });
  return isOurs && error.retry === 'never' ? new UnrecoverableError(code) : new Error(code);
}

const errorName = (error: unknown) => (error instanceof Error ? error.name : typeof error);

/** Waits for a deed, but no longer than this; what it throws is of no interest any more. */
async function within(deed: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([deed.then(ignore, ignore), late]);
  clearTimeout(timer);
}
