/** The plan: from a brief and what its photos show to the recipe, and the steps that make the files. No input, no output. */
import type { Photo } from './ad.ts';
import type { Brief } from './brief.ts';
import { rankLooks } from './choose-look.ts';
import { writeCopy } from './copy/write-copy.ts';
import { type FilmId, type FormatId, filmIds, pictureIds, type StillId } from './formats.ts';
import type { Recipe } from './recipe.ts';

/** The photo that carries the ad comes first: one that could be cut out, else the first the person gave. */
export function heroFirst<P extends Pick<Photo, 'hasCutout'>>(photos: readonly P[]): P[] {
  const hero = photos.find((photo) => photo.hasCutout);
  return hero ? [hero, ...photos.filter((photo) => photo !== hero)] : [...photos];
}

export function planRecipe(brief: Brief, photos: readonly Photo[]): Recipe {
  const hero = heroFirst(photos)[0];
  if (!hero) throw new Error('an ad has at least one photo');
  const { copy, language } = writeCopy(brief);
  const route = brief.wholePhoto ? 'framed' : hero.facts.route;
  const recipe = { route, copy, language, palette: hero.facts.palette, brand: brief.brand } as const;
  return { ...recipe, look: brief.look ?? rankLooks(recipe)[0] ?? 'editorial' };
}

export const copyStep = 'write-copy';
export const drawStep = (format: FormatId): string => `draw:${format}`;

export function splitFormats(formats: readonly FormatId[]): { stills: StillId[]; films: FilmId[] } {
  return {
    stills: pictureIds.filter((id) => formats.includes(id)),
    films: filmIds.filter((id) => formats.includes(id)),
  };
}

/** How much of the waiting each part is, so that progress moves evenly: a film weighs as much as thirty pictures. */
const weights = { still: 1, film: 30, start: 1 } as const;

/** 0 to 1. `part` is how far the film being drawn is. */
export function progressOf(formats: readonly FormatId[], finished: number, part = 0): number {
  const { stills, films } = splitFormats(formats);
  const total = weights.start + stills.length * weights.still + films.length * weights.film;
  const stillsDone = Math.min(finished, stills.length);
  const filmsDone = Math.max(0, finished - stills.length) + part;
  return Math.min(1, (weights.start + stillsDone * weights.still + filmsDone * weights.film) / total);
}
