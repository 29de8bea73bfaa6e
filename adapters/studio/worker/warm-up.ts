/** What a worker does before anybody waits for it: fonts are read, and an ad is drawn once, so that code is compiled and libraries are set up. */
import sharp from 'sharp';
import { formats } from '../../../src/generation/formats.ts';
import type { PhotoFacts } from '../../../src/generation/photo.ts';
import type { Recipe } from '../../../src/generation/recipe.ts';
import { openArt } from './drawing/art.ts';
import { composeScene, encodeJpeg, paintStill } from './drawing/draw-still.ts';
import { registerFonts } from './fonts.ts';

/** The product and its whole photo; small, because only the code counts. */
async function ownPictures() {
  const [width, height] = [60, 140];
  const picture = sharp({ create: { width, height, channels: 4, background: '#4a2418' } });
  const [cutout, photo] = await Promise.all([picture.clone().webp().toBuffer(), picture.clone().jpeg().toBuffer()]);
  return { width, height, cutout, photo };
}

const copy = {
  headline: 'Slow mornings, made simple',
  body: 'Smooth and never bitter, ready when you are.',
  button: 'Shop now',
  price: '€19.90',
  oldPrice: '€24.90',
  smallPrint: '',
};
const brand = { name: 'Warm', colours: [], webAddress: 'example.com' };

async function drawOnce(): Promise<void> {
  const { width, height, cutout, photo } = await ownPictures();
  const palette = [{ colour: '#4a2418', share: 1 }];
  const recipe: Recipe = { look: 'editorial', route: 'cutout', copy, language: 'en', palette, brand };
  const facts: PhotoFacts = {
    ...{ width, height, sourceWidth: width, sourceHeight: height, sourceFormat: 'jpeg', route: 'cutout', routeReason: '' },
    ...{ subject: { x: 0, y: 0, width, height }, palette, warnings: [] },
  };
  const art = await openArt({ facts, photo, cutout });
  await encodeJpeg(paintStill(await composeScene(recipe, formats.square, art), formats.square).canvas);
}

export async function warmUp(): Promise<void> {
  sharp.cache(false);
  registerFonts();
  // It only saves time: whatever is wrong here will be said by the job itself.
  await drawOnce().catch(() => {});
}
