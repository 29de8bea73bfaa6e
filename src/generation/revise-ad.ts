/** A new version of an ad: other words, another look, the whole photo or the product alone; same photo, same formats, same thread. */
import type { NewId } from '../ids.ts';
import type { Ad, AdStore, Photo, PhotoStore } from './ad.ts';
import { type Brief, filmsOf } from './brief.ts';
import { nextLooks } from './choose-look.ts';
import { heroFirst, planRecipe } from './plan.ts';
import type { Copy, Language, LookId, Recipe } from './recipe.ts';

/** `look`, `language`: another one with the words, or null for the same. */
export type Change =
  | { kind: 'words'; copy: Copy; look: LookId | null; language: Language | null }
  | { kind: 'another-look' | 'whole-photo' | 'cut-out' | 'video' };

export type ReviseDeps = { ads: AdStore; photos: PhotoStore; newId: NewId };

export type ReviseRequest = {
  base: Ad;
  change: Change;
  intakeId: string;
  place: unknown;
  channel: string;
  /** The person hands the photo over again, because it was forgotten. */
  hasNewPhotos: boolean;
};

/**
 * Resolves with the id of the new version; `photo-gone` when the photo was forgotten and is not handed over again;
 * `known` when another press asked for the very same.
 */
export async function reviseAd(deps: ReviseDeps, request: ReviseRequest): Promise<{ adId: string } | 'photo-gone' | 'known'> {
  const { base, change } = request;
  const photos = await deps.photos.ofAd(base.id);
  if (photos.length === 0 && !request.hasNewPhotos) return 'photo-gone';
  const recipe = base.recipe ?? (photos.length > 0 ? planRecipe(base.brief, photos) : null);
  const photoIds = request.hasNewPhotos ? [] : photos.map((photo) => photo.id);
  for (const { name, recipe: changed } of await ways(deps, base, recipe, change, heroFirst(photos)[0])) {
    const adId = await create(deps, request, { name, recipe: changed, photoIds });
    if (adId) return { adId };
  }
  return 'known';
}

const reworded = (recipe: Recipe, { copy, look, language }: Extract<Change, { kind: 'words' }>): Recipe => ({
  ...recipe,
  copy,
  look: look ?? recipe.look,
  language: language ?? recipe.language,
});

type Way = { name: string | null; recipe: Recipe | null };

/** The recipes that fulfil the change, best first. A named one is made once: a second press at the same moment takes the next. */
async function ways(deps: ReviseDeps, base: Ad, recipe: Recipe | null, change: Change, hero: Photo | undefined): Promise<Way[]> {
  switch (change.kind) {
    case 'words':
      return [{ name: null, recipe: recipe && reworded(recipe, change) }];
    case 'whole-photo':
      return [{ name: `whole-photo of ${base.id}`, recipe: recipe && { ...recipe, route: 'framed' } }];
    case 'cut-out': {
      const route = hero?.hasCutout ? hero.facts.route : 'framed';
      return [{ name: `cut-out of ${base.id}`, recipe: recipe && { ...recipe, route } }];
    }
    case 'video':
      return [{ name: `video of ${base.id}`, recipe }];
    case 'another-look': {
      if (!recipe) return [{ name: null, recipe: null }];
      const looks = nextLooks(recipe, await deps.ads.looksOf(base.rootId));
      return looks.map((look) => ({ name: `look ${look} of ${base.id}`, recipe: { ...recipe, look } }));
    }
  }
}

/** Versions after this one, also with another photo, keep to what was chosen. */
function briefAfter(brief: Brief, { kind }: Change): Brief {
  if (kind === 'whole-photo') return { ...brief, wholePhoto: true };
  return kind === 'cut-out' ? { ...brief, wholePhoto: false } : brief;
}

/** Null when another press has made this very change. */
async function create(
  deps: ReviseDeps,
  { base, change, intakeId, place, channel, hasNewPhotos }: ReviseRequest,
  way: { name: string | null; recipe: Recipe | null; photoIds: string[] },
): Promise<string | null> {
  const id = deps.newId();
  const adId = await deps.ads.create({
    id,
    ownerId: base.ownerId,
    rootId: base.rootId,
    intakeId,
    change: way.name,
    state: hasNewPhotos ? 'preparing' : 'queued',
    formats: change.kind === 'video' ? filmsOf(base.brief, { forChat: true }) : base.formats,
    brief: briefAfter(base.brief, change),
    recipe: way.recipe,
    photoIds: way.photoIds,
    place,
    channel,
  });
  if (adId === id) return adId;
  return (await deps.ads.read(adId))?.intakeId === intakeId ? adId : null;
}
