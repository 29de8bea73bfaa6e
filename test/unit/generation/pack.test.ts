import { describe, expect, it } from 'vitest';
import type { Creative } from '../../../src/generation/ad.ts';
import { formats } from '../../../src/generation/formats.ts';
import { planPack } from '../../../src/generation/pack/plan-pack.ts';
import { textSheet } from '../../../src/generation/pack/text-sheet.ts';
import type { Copy } from '../../../src/generation/recipe.ts';

const creative = (format: keyof typeof formats): Creative => ({
  id: format,
  adId: 'ad',
  format,
  mediaType: formats[format].kind === 'film' ? 'video/mp4' : 'image/jpeg',
  width: formats[format].width,
  height: formats[format].height,
  bytes: 1,
  altText: 'alt',
});
const copy: Copy = {
  headline: 'Fjord cold brew coffee',
  body: 'Smooth and never bitter.',
  button: 'Shop now',
  price: '€19.90',
  oldPrice: '',
  smallPrint: '',
};
const recipe = { brand: { name: 'Fjord & Søn', colours: [], webAddress: '' }, copy };

describe('the files of a pack', () => {
  it('are named by brand, product, place, size and version', () => {
    const files = planPack({ version: 2, recipe, places: ['meta'] }, [creative('portrait'), creative('story-film-15')]);
    expect(files.map(({ name }) => name)).toEqual([
      'fjord-søn_fjord-cold-brew-coffee_meta-feed_1080x1350_v2.jpg',
      'fjord-søn_fjord-cold-brew-coffee_meta-reels_1080x1920_v2.mp4',
    ]);
  });

  it('are named by size alone where no place was chosen, and read well without brand or headline', () => {
    const bare = { brand: { name: '', colours: [], webAddress: '' }, copy: { ...copy, headline: '…' } };
    expect(planPack({ version: 1, recipe: bare, places: [] }, [creative('square')])[0]?.name).toBe(
      'ad_product_square_1080x1080_v1.jpg',
    );
  });

  it('never carry anything into a name that a file system would act on', () => {
    const sly = {
      ...recipe,
      brand: { ...recipe.brand, name: '../../etc/passwd\0 <b>' },
      copy: { ...copy, headline: 'a/b\\c:d|e' },
    };
    const [file] = planPack({ version: 1, recipe: sly, places: [] }, [creative('square')]);
    expect(file?.name).toBe('etc-passwd-b_a-b-c-d-e_square_1080x1080_v1.jpg');
  });
});

describe('the texts of a pack', () => {
  const sheet = (copy: Copy, places: string[]) =>
    textSheet({ copy, language: 'en' }, { brief: { text: '', words: {} }, places }).places;
  it('fit the place they are for, and tell their lengths', () => {
    const [meta] = sheet(copy, ['meta']);
    expect(meta?.texts).toEqual([
      { field: 'primary', text: 'Smooth and never bitter. €19.90', count: 31, most: 125, others: [] },
      { field: 'headline', text: 'Fjord cold brew coffee', count: 22, most: 40, others: [] },
      { field: 'description', text: 'Smooth and never bitter.', count: 24, most: 30, others: [] },
    ]);
  });

  it('are never cut inside a word: one that can be shortened nowhere tells by its count that it is too long', () => {
    const long = { ...copy, headline: 'x'.repeat(60) };
    const headline = sheet(long, ['google'])[0]?.texts[0];
    expect(headline).toMatchObject({ count: 60, most: 30 });
  });

  it('come for every place when none was chosen', () => {
    expect(sheet(copy, []).length).toBe(11);
  });
});
