/** Buttons that make a new version of a finished ad at once. */
import type { Change } from '../../generation/revise-ad.ts';
import { revise } from '../revise.ts';
import type { CarryOutDeps, Deed, Press } from './press.ts';

const changed =
  (change: Change): Deed =>
  (deps, { intakeId, request, ad, signal }) =>
    revise(deps, intakeId, { ad, request, change, files: [] }, signal);

export const anotherLook = changed({ kind: 'another-look' });
export const makeVideo = changed({ kind: 'video' });

/** Whoever chose how a product is shown need not choose again: the next ad of the saved product begins so. */
async function remember({ photos, products }: CarryOutDeps, { ad }: Press, wholePhoto: boolean): Promise<void> {
  const shown = new Set((await photos.idsOfAd(ad.id)).map(({ id }) => id));
  for (const { id, facts, photoIds } of await products.ofOwner(ad.ownerId)) {
    const isShown = photoIds.some((photoId) => shown.has(photoId));
    if (isShown && facts.wholePhoto !== wholePhoto) await products.saveFacts(id, { ...facts, wholePhoto });
  }
}

const shownAs =
  (kind: 'whole-photo' | 'cut-out'): Deed =>
  async (deps, press) => {
    await remember(deps, press, kind === 'whole-photo');
    return changed({ kind })(deps, press);
  };

export const wholePhoto = shownAs('whole-photo');
export const cutOut = shownAs('cut-out');
