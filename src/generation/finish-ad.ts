/** The end of an ad's making: it counts as delivered, and photos that were not to be kept go at once. */
import type { AdStore, PhotoStore } from './ad.ts';
import { type ContentDeps, erasePhoto } from './contents.ts';

export type FinishDeps = ContentDeps & { ads: Pick<AdStore, 'move'>; photos: PhotoStore };

export async function finishAd(deps: FinishDeps, adId: string): Promise<void> {
  await forgetPhotos(deps, adId, { evenKept: false });
  await deps.ads.move(adId, ['made', 'showing'], 'delivered');
}

/** Erases the photos of an ad that nothing else needs: not-kept ones as soon as no unfinished version needs them. `evenKept`: also those kept for later changes, because the ad itself goes. */
export async function forgetPhotos(
  deps: ContentDeps & { photos: PhotoStore },
  adId: string,
  options: { evenKept: boolean },
): Promise<void> {
  for (const photo of await deps.photos.idsOfAd(adId)) {
    if (photo.keep && !options.evenKept) continue;
    if (await deps.photos.isUsedElsewhere(photo.id, adId, { openOnly: !photo.keep })) continue;
    await erasePhoto(deps, photo.id);
    await deps.photos.remove(photo.id);
  }
}
