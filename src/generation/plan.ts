/** The plan: from a brief and what its photos show to the recipe, and the steps that make the files. No input, no output. */
import type { Photo } from './ad.ts';
import type { Brief } from './brief.ts';
import { rankLooks } from './choose-look.ts';
import { writeCopy } from './copy/write-copy.ts';
import { formats as allFormats, type FilmId, type FormatId, filmIds, pictureIds, type StillId } from './formats.ts';
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
  const look = brief.look ?? rankLooks(recipe)[0] ?? 'editorial';
  return { ...recipe, look, ...(brief.isSilent ? { isSilent: true } : {}) };
}

export const copyStep = 'write-copy';
export const drawStep = (format: FormatId): string => `draw:${format}`;

export function splitFormats(formats: readonly FormatId[]): { stills: StillId[]; films: FilmId[] } {
  return {
    stills: pictureIds.filter((id) => formats.includes(id)),
    films: filmIds.filter((id) => formats.includes(id)),
  };
}

/** How much of the waiting each part is, so that progress moves evenly: a second of film weighs as much as four pictures. */
const weights = { still: 1, second: 4, start: 1 } as const;
const weightOf = (film: FilmId): number => allFormats[film].seconds * weights.second;

/** 0 to 1. `part` is how far the film being drawn is. */
export function progressOf(formats: readonly FormatId[], finished: number, part = 0): number {
  const { stills, films } = splitFormats(formats);
  const total = weights.start + stills.length * weights.still + films.reduce((sum, film) => sum + weightOf(film), 0);
  const stillsDone = Math.min(finished, stills.length);
  const filmsDone = films.reduce((sum, film, index) => {
    const share = Math.min(1, Math.max(0, finished - stills.length - index));
    return sum + weightOf(film) * share;
  }, 0);
  const drawn = films[Math.max(0, finished - stills.length)];
  const partly = drawn && finished >= stills.length ? weightOf(drawn) * part : 0;
  return Math.min(1, (weights.start + stillsDone * weights.still + filmsDone + partly) / total);
}
