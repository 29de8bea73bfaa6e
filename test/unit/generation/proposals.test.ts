import { describe, expect, it } from 'vitest';
import type { Photo } from '../../../src/generation/ad.ts';
import type { Brief } from '../../../src/generation/brief.ts';
import { writeHeadlines } from '../../../src/generation/copy/write-headlines.ts';
import { proposeRecipes } from '../../../src/generation/propose-recipes.ts';

const briefOf = (text: string, words: Brief['words'] = {}): Brief => ({
  text,
  words,
  brand: { name: '', colours: [], webAddress: '' },
  places: [],
  film: false,
  wholePhoto: false,
  keepPhotos: true,
});
const coffee = briefOf('Fjord cold brew coffee, smooth and never bitter. €19.90 instead of €24.90');
const palette = [
  { colour: '#8a3b1c', share: 0.6 },
  { colour: '#eadfc8', share: 0.3 },
];
const photo = { hasCutout: true, facts: { route: 'cutout', palette } } as unknown as Photo;

describe('other headlines for the same brief', () => {
  it('lead with each of its sentences in turn, the one with the price too', () => {
    expect(writeHeadlines(coffee).map(({ headline }) => headline)).toEqual([
      'Fjord cold brew coffee',
      'Smooth and never bitter',
      '€19.90 instead of €24.90',
    ]);
  });

  it('lose no word of the brief: what does not lead follows', () => {
    const [, second] = writeHeadlines(coffee);
    expect(second).toMatchObject({ body: 'Fjord cold brew coffee.', price: '€19.90', oldPrice: '€24.90' });
  });

  it('show a price once: in the headline or in the badge', () => {
    expect(writeHeadlines(coffee)[2]).toMatchObject({ price: '', oldPrice: '' });
  });

  it('use only words of the brief', () => {
    const letters = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}€.]+/gu) ?? [];
    const known = new Set(letters(coffee.text).flatMap((word) => [word, word.replace(/\.$/u, ''), `${word}.`]));
    for (const { headline, body } of writeHeadlines(coffee)) {
      for (const word of [...letters(headline), ...letters(body)]) expect(known).toContain(word);
    }
  });

  it('leave a headline alone that the person fixed', () => {
    expect(writeHeadlines(briefOf('Good bread. Baked at night.', { headline: 'Bread' }))).toHaveLength(1);
  });
});

describe('three ideas', () => {
  it('differ in look and in headline', () => {
    const recipes = proposeRecipes(coffee, [photo], 1);
    expect(new Set(recipes.map(({ look }) => look)).size).toBe(3);
    expect(new Set(recipes.map(({ copy }) => copy.headline)).size).toBe(3);
  });

  it('differ in look where the brief has one sentence only', () => {
    const recipes = proposeRecipes(briefOf('Good bread'), [photo], 1);
    expect(new Set(recipes.map(({ look }) => look)).size).toBe(3);
    expect(recipes.map(({ copy }) => copy.headline)).toEqual(['Good bread', 'Good bread', 'Good bread']);
  });

  it('are others when other ideas are asked for', () => {
    const told = (round: number) => proposeRecipes(coffee, [photo], round).map(({ look, copy }) => `${look}: ${copy.headline}`);
    expect(told(1).filter((idea) => told(2).includes(idea))).toEqual([]);
  });
});
