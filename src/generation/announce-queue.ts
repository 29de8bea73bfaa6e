/** Tells the first in line where they stand now. */
import type { ReportProgress } from './progress.ts';
import { type QueueDeps, queuePlaces } from './queue-place.ts';

const told = 20;

export async function announceQueue(deps: QueueDeps & { report: ReportProgress }): Promise<void> {
  for (const { id, ahead, waitMs } of (await queuePlaces(deps)).slice(0, told)) {
    await deps.report({ adId: id, stage: 'queued', done: 0, ahead, waitMs });
  }
}
