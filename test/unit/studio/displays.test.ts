/** Banners and pictures without words, as files: their pixels, bytes and words. The whole matrix is a proof. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Art, openArt } from '../../../adapters/studio/worker/drawing/art.ts';
import { drawStill, encodeJpeg } from '../../../adapters/studio/worker/drawing/draw-still.ts';
import { registerFonts } from '../../../adapters/studio/worker/fonts.ts';
import { measureFile } from '../../../adapters/studio/worker/measure/measure-file.ts';
import { preparePhoto } from '../../../adapters/studio/worker/prepare/prepare-photo.ts';
import { faultsOfPicture } from '../../../src/generation/check-placement.ts';
import { displayIds, type Format, formats } from '../../../src/generation/formats.ts';
import type { PhotoFacts } from '../../../src/generation/photo.ts';
import { lookIds } from '../../../src/generation/recipe.ts';
import { displayFaultsOf, recipeOf, words } from '../../support/studio/matrix.ts';
import { plainBottle } from '../../support/studio/pictures.ts';

describe('a display banner', () => {
  let art: Art;
  let facts: PhotoFacts;
  beforeAll(async () => {
    registerFonts();
    const outcome = await preparePhoto(plainBottle());
    if (!outcome.ok) throw new Error(outcome.problem.kind);
    facts = outcome.value.facts;
    art = await openArt(outcome.value);
  });

  for (const look of lookIds) {
    it(`in the look ${look} shows a whole headline in every size, and nothing on top of it`, async () => {
      const recipe = recipeOf(look, 'cutout', words.short, facts.palette);
      for (const id of displayIds) {
        expect({ id, faults: await displayFaultsOf(recipe, id, art) }).toEqual({ id, faults: [] });
      }
    });
  }

  it('is a file that its placements take', async () => {
    const recipe = recipeOf('block', 'cutout', words.short, facts.palette);
    for (const id of ['banner-970x250', 'banner-320x50', 'banner-300x600'] as const) {
      const format: Format = formats[id];
      const { canvas } = await drawStill(recipe, format, art);
      expect(faultsOfPicture(await measureFile(await encodeJpeg(canvas, format.mostBytes)))).toEqual([]);
    }
  });

  it('shows no price whose conditions it has no room for', async () => {
    const recipe = recipeOf('editorial', 'cutout', words.long, facts.palette);
    const { report } = await drawStill(recipe, formats['banner-320x50'], art);
    const roles = report.texts.map(({ role }) => role);
    expect(roles).toContain('headline');
    expect(roles.includes('price') && !roles.includes('small-print')).toBe(false);
  });

  it('gives way to a picture without any word or logo where words are forbidden', async () => {
    for (const look of lookIds) {
      const { report } = await drawStill(recipeOf(look, 'cutout', words.long, facts.palette), formats['clean-landscape'], art);
      expect([look, report.texts, report.logo]).toEqual([look, [], null]);
    }
  });
});
