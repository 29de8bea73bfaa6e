/** Tells the first in line that they moved up. */
import type { AdStore } from './ad.ts';
import type { ReportProgress } from './progress.ts';

const told = 20;

export async function announceQueue(deps: { ads: Pick<AdStore, 'list' | 'ahead'>; report: ReportProgress }): Promise<void> {
  for (const adId of await deps.ads.list(['queued'], { most: told })) {
    await deps.report({ adId, stage: 'queued', done: 0, ahead: await deps.ads.ahead(adId) });
  }
}
