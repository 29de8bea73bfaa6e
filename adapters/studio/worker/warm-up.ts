/**
 * What a worker does before anybody waits for it: the fonts are read, and a made-up photo is prepared and drawn a few times, so that libraries
 * are set up and the compiler has seen every loop at work. The first job then runs as fast as a tenth one would.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { formats, stillIds } from '../../../src/generation/formats.ts';
import type { PreparedPhoto } from '../../../src/generation/ports.ts';
import { lookIds, type Recipe } from '../../../src/generation/recipe.ts';
import { type Art, openArt } from './drawing/art.ts';
import { composeScene, encodeJpeg, paintStill } from './drawing/draw-still.ts';
import { openLibrary } from './mark/sign-file.ts';
import { practicePhoto } from './practice-photo.ts';
import { preparePhoto } from './prepare/prepare-photo.ts';

/** So often that the compiler's last stage is reached; more rounds bring nothing. Drawing holds more loops within one round. */
const rounds = 7;
const drawnIn = 2;

const copy = {
  headline: 'Slow mornings, made simple',
  body: 'Smooth and never bitter, ready when you are.',
  button: 'Shop now',
  price: '€19.90',
  oldPrice: '€24.90',
  smallPrint: '',
};
const brand = { name: 'Warm', colours: [], webAddress: 'example.com' };

const recipesFor = ({ facts: { route, palette } }: PreparedPhoto): Recipe[] =>
  lookIds.map((look) => ({ look, route, copy, language: 'en', palette, brand }));

/** The same pictures, but a few pixels large whatever size is asked for: practice needs no pixels, and canvases keep their memory. */
function tiny(art: Art): Art {
  const { product, photo } = art;
  return {
    ...art,
    product: product && { ...product, at: () => product.at(8, 16) },
    photo: { ...photo, crop: (aspect) => photo.crop(aspect, 16) },
  };
}

/** All sizes are composed, which is where most of the code is; one is painted, a large one, so that its memory is there for the job. */
async function drawLook(recipe: Recipe, art: Art): Promise<void> {
  await Promise.all(stillIds.map((id) => composeScene(recipe, formats[id], tiny(art))));
  await encodeJpeg(paintStill(await composeScene(recipe, formats.story, art), formats.story).canvas);
}

/** One lesson after another; signals and jobs are heard between two of them. */
export async function* practice(): AsyncGenerator<void> {
  await openLibrary();
  yield turn();
  const bytes = await practicePhoto();
  for (let round = 0; round < rounds; round += 1) {
    yield turn();
    const outcome = await preparePhoto(bytes);
    if (!outcome.ok) return;
    if (round >= drawnIn) continue;
    const art = await openArt(outcome.value);
    for (const recipe of recipesFor(outcome.value)) {
      yield turn();
      await drawLook(recipe, art);
    }
  }
}
