/** A real queue on a real Redis, with handlers that a test can watch and steer. */
import { createQueue } from '../../../adapters/redis/queue.ts';
import type { QueuedJob } from '../../../adapters/redis/queued-job.ts';
import { systemClock } from '../../../src/clock.ts';
import type { JobName, JobQueue } from '../../../src/generation/ports.ts';
import { silentLogger } from '../../../src/log.ts';

export type Handlers = Parameters<JobQueue['serve']>[0];

const jobs: QueuedJob[] = (['take-in', 'make-ad', 'deliver', 'sweep'] satisfies JobName[]).map((name) => ({
  name,
  concurrency: 2,
  attempts: 4,
  backoffMs: 50,
}));

export const queueForTest = (path: string, dataSet = 'test') =>
  createQueue({ connection: { path }, dataSet: async () => dataSet, jobs, clock: systemClock, log: silentLogger });

export const handlersFor = (makeAd: Handlers['make-ad']): Handlers => ({
  'take-in': async () => undefined,
  propose: async () => undefined,
  deliver: async () => undefined,
  sweep: async () => undefined,
  privacy: async () => undefined,
  'make-ad': makeAd,
});

/** Collects what happens and lets a test wait for it. */
export function watch() {
  const seen: string[] = [];
  const waiting: { done: (all: string[]) => boolean; resolve: () => void }[] = [];
  return {
    seen,
    add(what: string) {
      seen.push(what);
      for (const each of waiting.filter(({ done }) => done(seen))) each.resolve();
    },
    until(done: (all: string[]) => boolean): Promise<void> {
      if (done(seen)) return Promise.resolve();
      return new Promise((resolve) => waiting.push({ done, resolve }));
    },
  };
}
