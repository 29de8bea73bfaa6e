/** Erases an ad: its key first, so that every copy anywhere is unreadable at once, then bytes, then rows. Safe to repeat at any point. */
import type { AdStore, PhotoStore, StepStore } from './ad.ts';
import { type ContentDeps, eraseCreative } from './contents.ts';
import { forgetPhotos } from './finish-ad.ts';

export type EraseDeps = ContentDeps & { ads: AdStore; photos: PhotoStore; steps: StepStore };

/** The chat's part (messages, files) must be done before: the key it is sealed under goes here. `keepRequest`: what was asked is kept for Retry. */
export async function eraseAd(deps: EraseDeps, adId: string, options = { keepRequest: false }): Promise<void> {
  await forgetPhotos(deps, adId, { evenKept: true });
  const creativeIds = await deps.steps.creativeIds(adId);
  await deps.keyring.destroy(`ad:${adId}`);
  for (const id of creativeIds) await eraseCreative(deps, id);
  await deps.ads.remove(adId, options);
}
