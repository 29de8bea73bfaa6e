/** What goes with a film: captions, a storyboard and a poster. */

import type { Creative } from '../ad.ts';
import { type ContentDeps, collect, readCreative } from '../contents.ts';
import { type FilmId, filmIds, formats } from '../formats.ts';
import type { FilmShots, Studio } from '../ports.ts';
import type { Recipe } from '../recipe.ts';
import { captionsOf } from './captions.ts';
import { framesOf, planScenes, secondsOf } from './timeline.ts';

export type BesideFile = { name: string; mediaType: string; bytes: Uint8Array };
export type BesideDeps = ContentDeps & { studio: Pick<Studio, 'showFilm'> };

export const isFilm = (format: string): format is FilmId => filmIds.some((id) => id === format);

/** Seconds: after a cut, and before the next one, when all words stand. */
const [after, before] = [0.6, 0.15];

/** The first scene once, as it is when everything stands, the others as they begin and end. */
export function shotsOf(recipe: Pick<Recipe, 'copy' | 'look'>, id: FilmId): FilmShots {
  const { width, height, seconds } = formats[id];
  const count = framesOf(seconds);
  const times = planScenes(recipe, secondsOf(count)).flatMap((scene, index) => {
    const end = scene.from + scene.seconds - before;
    return index === 0 ? [end] : [scene.from + after, end];
  });
  const frames = times.map((time) => Math.min(count - 1, Math.round((time * count) / secondsOf(count))));
  return { width, height, frames: [...new Set(frames)].sort((a, b) => a - b) };
}

/** `name`: of the film's own file, with its ending. */
export async function filesBeside(
  deps: BesideDeps,
  { recipe, creative, name, signal }: { recipe: Recipe; creative: Creative; name: string; signal: AbortSignal },
): Promise<BesideFile[]> {
  if (!isFilm(creative.format)) return [];
  const stem = name.replace(/\.\w+$/u, '');
  const film = await collect(readCreative(deps, creative));
  const { poster, storyboard } = await deps.studio.showFilm(film, shotsOf(recipe, creative.format), signal);
  const captions = captionsOf(recipe, secondsOf(framesOf(formats[creative.format].seconds)));
  return [
    ...(captions === '' ? [] : [{ name: `${stem}.srt`, mediaType: 'application/x-subrip', bytes: Buffer.from(captions) }]),
    { name: `${stem}_storyboard.jpg`, mediaType: 'image/jpeg', bytes: storyboard },
    { name: `${stem}_poster.jpg`, mediaType: 'image/jpeg', bytes: poster },
  ];
}
