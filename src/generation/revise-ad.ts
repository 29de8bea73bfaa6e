/** A new version of an ad: other words, another look, or the whole photo; same photo, same formats, same thread. */
import type { NewId } from '../ids.ts';
import type { Ad, AdStore, PhotoStore } from './ad.ts';
import { nextLook } from './choose-look.ts';
import { planRecipe } from './plan.ts';
import type { Copy, LookId, Recipe } from './recipe.ts';

/** `look`: another look with the words, or null for the same. */
export type Change = { kind: 'words'; copy: Copy; look: LookId | null } | { kind: 'another-look' } | { kind: 'whole-photo' };

export type ReviseDeps = { ads: AdStore; photos: PhotoStore; newId: NewId };

export type ReviseRequest = {
  base: Ad;
  change: Change;
  intakeId: string | null;
  place: unknown;
  /** The person hands the photo over again, because it was forgotten. */
  hasNewPhotos: boolean;
};

/** Resolves with the id of the new version, or `photo-gone` when the photo was forgotten and is not handed over again. */
export async function reviseAd(deps: ReviseDeps, request: ReviseRequest): Promise<{ adId: string } | 'photo-gone'> {
  const { base, change } = request;
  const photos = await deps.photos.ofAd(base.id);
  if (photos.length === 0 && !request.hasNewPhotos) return 'photo-gone';
  const recipe = base.recipe ?? (photos.length > 0 ? planRecipe(base.brief, photos) : null);
  const adId = await deps.ads.create({
    id: deps.newId(),
    ownerId: base.ownerId,
    rootId: base.rootId,
    intakeId: request.intakeId,
    state: request.hasNewPhotos ? 'preparing' : 'queued',
    formats: base.formats,
    brief: change.kind === 'whole-photo' ? { ...base.brief, wholePhoto: true } : base.brief,
    recipe: recipe && changed(recipe, change),
    photoIds: request.hasNewPhotos ? [] : photos.map((photo) => photo.id),
    place: request.place,
  });
  return { adId };
}

function changed(recipe: Recipe, change: Change): Recipe {
  switch (change.kind) {
    case 'words':
      return { ...recipe, copy: change.copy, look: change.look ?? recipe.look };
    case 'another-look':
      return { ...recipe, look: nextLook(recipe.look) };
    case 'whole-photo':
      return { ...recipe, route: 'framed' };
  }
}
