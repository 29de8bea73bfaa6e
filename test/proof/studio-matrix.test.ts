/** Every look, route, size and kind of text: no overlap, nothing cut, nothing unreadable, measured on the drawn pixels. */
import { describe, expect, it } from 'vitest';
import { openArt } from '../../adapters/studio/worker/drawing/art.ts';
import { registerFonts } from '../../adapters/studio/worker/fonts.ts';
import { prepareLogo } from '../../adapters/studio/worker/prepare/prepare-logo.ts';
import { preparePhoto } from '../../adapters/studio/worker/prepare/prepare-photo.ts';
import { displayIds, stillIds } from '../../src/generation/formats.ts';
import { lookIds } from '../../src/generation/recipe.ts';
import { displayFaultsOf, faultsOf, recipeOf, words } from '../support/studio/matrix.ts';
import { busyScene, freeBottle, logos, paleJar, plainBottle, wideProduct } from '../support/studio/pictures.ts';

const photos = {
  bottle: plainBottle,
  'wide product': wideProduct,
  'picture without background': freeBottle,
  'white product on white': paleJar,
  'busy scene': busyScene,
};

describe('the matrix of ads', () => {
  for (const [name, make] of Object.entries(photos)) {
    for (const look of lookIds) {
      it(`${name}, ${look}: every size, every kind of text`, { timeout: 1_800_000 }, async () => {
        registerFonts();
        const outcome = await preparePhoto(make());
        if (!outcome.ok) throw new Error(outcome.problem.kind);
        const { facts } = outcome.value;
        const art = await openArt(outcome.value);
        for (const route of new Set([facts.route, 'framed' as const])) {
          for (const [kind, text] of Object.entries(words)) {
            for (const id of stillIds) {
              const faults = await faultsOf(recipeOf(look, route, text, facts.palette), id, art);
              expect({ route, kind, id, faults }).toEqual({ route, kind, id, faults: [] });
            }
          }
        }
      });
    }
  }
});

describe('the matrix of banners', () => {
  for (const [name, make] of Object.entries(photos)) {
    for (const look of lookIds) {
      it(`${name}, ${look}: every display size, text of ordinary length in every script`, { timeout: 1_800_000 }, async () => {
        registerFonts();
        const outcome = await preparePhoto(make());
        if (!outcome.ok) throw new Error(outcome.problem.kind);
        const { facts } = outcome.value;
        const art = await openArt(outcome.value);
        for (const route of new Set([facts.route, 'framed' as const])) {
          for (const kind of ['short', 'no price', 'Japanese', 'Chinese', 'Russian', 'Greek', 'one word'] as const) {
            for (const id of displayIds) {
              const faults = await displayFaultsOf(recipeOf(look, route, words[kind], facts.palette), id, art);
              expect({ route, kind, id, faults }).toEqual({ route, kind, id, faults: [] });
            }
          }
        }
      });
    }
  }
});

describe('the matrix of ads with a logo', () => {
  for (const [name, makeLogo] of Object.entries(logos)) {
    for (const look of lookIds) {
      it(`${name}, ${look}: every size, cut out and framed, little and much text`, { timeout: 1_800_000 }, async () => {
        registerFonts();
        const logo = await prepareLogo(makeLogo());
        if (!logo.ok) throw new Error(logo.problem.kind);
        for (const make of [plainBottle, wideProduct, busyScene]) {
          const outcome = await preparePhoto(make());
          if (!outcome.ok) throw new Error(outcome.problem.kind);
          const { facts } = outcome.value;
          const art = await openArt(outcome.value, logo.value.logo);
          for (const kind of ['short', 'long', 'German compound'] as const) {
            const colours = kind === 'short' ? ['#123a5a', '#f2b705'] : [];
            const base = recipeOf(look, facts.route, words[kind], facts.palette);
            const recipe = { ...base, brand: { ...base.brand, colours } };
            for (const id of stillIds) {
              const faults = await faultsOf(recipe, id, art);
              expect({ kind, id, faults }).toEqual({ kind, id, faults: [] });
            }
          }
        }
      });
    }
  }
});
