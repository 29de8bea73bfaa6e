/** Puts an ad into the queue, and shows where it stands there. */
import type { AdStore } from '../generation/ad.ts';
import type { PaceStore } from '../generation/pace.ts';
import type { JobQueue } from '../generation/ports.ts';
import type { ReportProgress } from '../generation/progress.ts';
import { placeInQueue } from '../generation/queue-place.ts';

export type EnqueueDeps = {
  ads: AdStore;
  queue: Pick<JobQueue, 'ring'>;
  pace: Pick<PaceStore, 'read'>;
  report: ReportProgress;
};

export async function enqueue(deps: EnqueueDeps, adId: string): Promise<void> {
  await deps.ads.move(adId, ['preparing'], 'queued');
  await deps.queue.ring('make-ad', adId);
  await deps.report({ adId, stage: 'queued', done: 0, ...(await placeInQueue(deps, adId)) });
}
