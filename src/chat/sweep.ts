/** The sweeper: the queue is only a bell, so whatever the rows say is unfinished is rung for again. Ringing twice is harmless. */
import type { Clock } from '../clock.ts';
import type { AdState, AdStore } from '../generation/ad.ts';
import type { JobName, JobQueue } from '../generation/ports.ts';
import type { IntakeStore } from './intake-store.ts';
import { forgetFailedPhotos, type SettleDeps } from './settle-ad.ts';

export type SweepDeps = SettleDeps & { ads: AdStore; intakes: IntakeStore; queue: Pick<JobQueue, 'ring'>; clock: Clock };

/** A request younger than this may still be on its way to the queue. */
const graceMs = 10_000;

const owed: [JobName, AdState[]][] = [
  ['make-ad', ['queued', 'drawing']],
  ['deliver', ['made', 'cancelled', 'refused', 'erasing']],
];

/** `afterStart`: nothing else runs yet, so also the youngest are rung for, and failures whose message may not have been edited. */
export async function sweep(deps: SweepDeps, options: { afterStart: boolean }): Promise<void> {
  const now = deps.clock.now();
  for (const id of await deps.intakes.waiting(options.afterStart ? now + 1 : now - graceMs)) await deps.queue.ring('take-in', id);
  for (const [job, states] of owed) {
    for (const id of await deps.ads.list(states)) await deps.queue.ring(job, id);
  }
  if (options.afterStart) {
    for (const id of await deps.ads.list(['failed'])) await deps.queue.ring('deliver', id);
  }
  await deps.intakes.expire(now);
  await forgetFailedPhotos(deps, now);
}
