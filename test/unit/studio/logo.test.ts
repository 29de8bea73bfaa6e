import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openArt } from '../../../adapters/studio/worker/drawing/art.ts';
import { drawStill } from '../../../adapters/studio/worker/drawing/draw-still.ts';
import { registerFonts } from '../../../adapters/studio/worker/fonts.ts';
import { prepareLogo } from '../../../adapters/studio/worker/prepare/prepare-logo.ts';
import { preparePhoto } from '../../../adapters/studio/worker/prepare/prepare-photo.ts';
import { formats } from '../../../src/generation/formats.ts';
import { lookIds } from '../../../src/generation/recipe.ts';
import { faultsOf, recipeOf, words } from '../../support/studio/matrix.ts';
import { logos, plainBottle } from '../../support/studio/pictures.ts';

const prepared = async (bytes: Uint8Array) => {
  const logo = await prepareLogo(bytes);
  if (!logo.ok) throw new Error(logo.problem.kind);
  return logo.value;
};

async function artWith(logo: Uint8Array) {
  registerFonts();
  const photo = await preparePhoto(plainBottle());
  if (!photo.ok) throw new Error(photo.problem.kind);
  return { art: await openArt(photo.value, logo), facts: photo.value.facts };
}

describe('a logo that is handed in', () => {
  it('keeps what is transparent, loses empty margins and all metadata, and is made no larger than it is needed', async () => {
    const wide = await sharp(logos['dark wordmark']())
      .resize(2_560)
      .withMetadata({ exif: { IFD0: { Artist: 'canary' } } })
      .png()
      .toBuffer();
    const { logo, palette } = await prepared(wide);
    const metadata = await sharp(logo).metadata();
    expect(metadata).toMatchObject({ format: 'png', hasAlpha: true, width: 800 });
    expect(metadata.exif).toBeUndefined();
    expect(metadata.width / metadata.height, 'the margins are gone').toBeGreaterThan(3.5);
    expect(palette[0]?.colour).toBe('#123a5a');
  });

  it('is refused when it is a drawing, damaged, empty, or nothing at all is seen on it', async () => {
    const kinds = [
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      logos['dark wordmark']().subarray(0, 200),
      Buffer.alloc(0),
      await sharp({ create: { width: 200, height: 200, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
        .png()
        .toBuffer(),
    ].map(async (bytes) => {
      const outcome = await prepareLogo(bytes);
      return outcome.ok ? 'taken' : outcome.problem.kind;
    });
    expect(await Promise.all(kinds)).toEqual(['document-or-vector', 'damaged', 'empty', 'not-a-picture']);
  });
});

describe('a logo on an ad', () => {
  it.each(lookIds)('stands in the safe box of every look, on nothing and under nothing: %s', async (look) => {
    const { art, facts } = await artWith((await prepared(logos['dark wordmark']())).logo);
    for (const id of ['square', 'story', 'landscape'] as const) {
      const recipe = recipeOf(look, facts.route, words.short, facts.palette);
      expect({ id, faults: await faultsOf(recipe, id, art) }).toEqual({ id, faults: [] });
    }
  });

  it('takes the place of the name, and gets a plate only where it would not be seen', async () => {
    const { art, facts } = await artWith((await prepared(logos['white wordmark']())).logo);
    const drawn = async (look: (typeof lookIds)[number]) =>
      (await drawStill(recipeOf(look, facts.route, words.short, facts.palette), formats.square, art)).report;
    const [onPaper, onStage] = [await drawn('editorial'), await drawn('spotlight')];
    expect(onPaper.logo?.plate).toBe('#17181a');
    expect(onStage.logo?.plate).toBeNull();
    expect(onPaper.texts.filter((text) => text.role === 'brand')).toEqual([]);
  });
});
