/** Nothing overlaps, nothing is cut, everything can be read: the hard half of the matrix; the whole of it is a proof. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Art, openArt } from '../../../adapters/studio/worker/drawing/art.ts';
import { drawStill, encodeJpeg } from '../../../adapters/studio/worker/drawing/draw-still.ts';
import { registerFonts } from '../../../adapters/studio/worker/fonts.ts';
import { preparePhoto } from '../../../adapters/studio/worker/prepare/prepare-photo.ts';
import { formats, stillIds } from '../../../src/generation/formats.ts';
import type { PhotoFacts } from '../../../src/generation/photo.ts';
import { lookIds } from '../../../src/generation/recipe.ts';
import { faultsOf, recipeOf, words } from '../../support/studio/matrix.ts';
import { busyScene, paleJar, plainBottle } from '../../support/studio/pictures.ts';

async function prepared(bytes: Buffer): Promise<{ art: Art; facts: PhotoFacts }> {
  const outcome = await preparePhoto(bytes);
  if (!outcome.ok) throw new Error(outcome.problem.kind);
  return { art: await openArt(outcome.value), facts: outcome.value.facts };
}

describe('an ad', () => {
  let cutout: Awaited<ReturnType<typeof prepared>>;
  let multiply: Awaited<ReturnType<typeof prepared>>;
  let framed: Awaited<ReturnType<typeof prepared>>;
  beforeAll(async () => {
    registerFonts();
    [cutout, multiply, framed] = await Promise.all([prepared(plainBottle()), prepared(paleJar()), prepared(busyScene())]);
  });

  for (const look of lookIds) {
    for (const route of ['cutout', 'multiply', 'framed'] as const) {
      for (const text of ['several German compounds', 'Japanese'] as const) {
        it(`in the look ${look}, ${route}, holds ${text} text in all six sizes`, async () => {
          const { art, facts } = { cutout, multiply, framed }[route];
          expect(facts.route).toBe(route);
          const recipe = recipeOf(look, route, words[text], facts.palette);
          for (const id of stillIds) expect({ id, faults: await faultsOf(recipe, id, art) }).toEqual({ id, faults: [] });
        });
      }
    }
  }

  it('is the same to the last byte when drawn again', async () => {
    const recipe = recipeOf('editorial', 'cutout', words.short, cutout.facts.palette);
    const [one, other] = [
      await drawStill(recipe, formats.square, cutout.art),
      await drawStill(recipe, formats.square, cutout.art),
    ];
    expect((await encodeJpeg(one.canvas)).equals(await encodeJpeg(other.canvas))).toBe(true);
  });

  it('shows the product large', async () => {
    for (const look of lookIds) {
      const recipe = recipeOf(look, 'cutout', words.short, cutout.facts.palette);
      for (const id of stillIds) {
        const { report } = await drawStill(recipe, formats[id], cutout.art);
        expect(report.product.height / formats[id].height, `${look} ${id}`).toBeGreaterThan(0.42);
      }
    }
  });

  it('draws templates, mentions and markup as the letters they are', async () => {
    const odd = {
      ...words.short,
      copy: { ...words.short.copy, headline: '{{price}} <b>@everyone</b> %s', body: '<!channel> $(rm) #{x}' },
    };
    const recipe = recipeOf('block', 'cutout', odd, cutout.facts.palette);
    expect(await faultsOf(recipe, 'square', cutout.art)).toEqual([]);
  });
});
