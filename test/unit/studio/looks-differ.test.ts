import { beforeAll, describe, expect, it } from 'vitest';
import { type Art, openArt } from '../../../adapters/studio/worker/drawing/art.ts';
import { registerFonts } from '../../../adapters/studio/worker/fonts.ts';
import { preparePhoto } from '../../../adapters/studio/worker/prepare/prepare-photo.ts';
import { type StillId, stillIds } from '../../../src/generation/formats.ts';
import type { PhotoFacts } from '../../../src/generation/photo.ts';
import { type LookId, lookIds } from '../../../src/generation/recipe.ts';
import { recipeOf, words } from '../../support/studio/matrix.ts';
import { type Boxes, boxesOf, medianOf, overlapsOf, tinyArt } from '../../support/studio/overlap.ts';
import { paleJar, plainBottle, sceneAtDusk, wideProduct } from '../../support/studio/pictures.ts';

type Stage = { art: Art; facts: PhotoFacts };

const texts = ['short', 'Japanese'] as const;

async function staged(bytes: Buffer): Promise<Stage> {
  const outcome = await preparePhoto(bytes);
  if (!outcome.ok) throw new Error(outcome.problem.kind);
  return { art: tinyArt(await openArt(outcome.value)), facts: outcome.value.facts };
}

async function layouts({ art, facts }: Stage, id: StillId, text: (typeof texts)[number]): Promise<Map<LookId, Boxes>> {
  const found = new Map<LookId, Boxes>();
  for (const look of lookIds) {
    found.set(look, await boxesOf(recipeOf(look, facts.route, words[text], facts.palette), id, art));
  }
  return found;
}

describe('any two looks of the same ad', () => {
  beforeAll(registerFonts);

  for (const [name, make] of Object.entries({
    'a bottle cut out': plainBottle,
    'a wide product cut out': wideProduct,
    'a white jar on a tinted panel': paleJar,
    'a framed photo': sceneAtDusk,
  })) {
    it(`overlap by less than half in every size: ${name}`, async () => {
      const stage = await staged(make());
      for (const id of stillIds) {
        for (const text of texts) {
          const found = await layouts(stage, id, text);
          lookIds.forEach((one, index) => {
            for (const other of lookIds.slice(index + 1)) {
              const overlaps = overlapsOf(found.get(one) ?? new Map(), found.get(other) ?? new Map());
              expect(medianOf(overlaps), `${one} and ${other}, ${id}, ${text}`).toBeLessThan(0.5);
            }
          });
        }
      }
    });
  }
});
