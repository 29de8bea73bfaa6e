import { describe, expect, it } from 'vitest';
import { briefLimits } from '../../../src/generation/brief.ts';
import { buttonTexts } from '../../../src/generation/copy/neutral-words.ts';
import { copyLimits, writeCopy } from '../../../src/generation/copy/write-copy.ts';

const briefs = [
  'Cold brew coffee from Fjord, smooth and never bitter, only €19.90 instead of €24.90',
  'make an ad for our handmade soap with lavender and olive oil. Gentle to your skin. $8.50 each',
  'Sommerschlussverkauf: Unsere Bio-Limonade jetzt für nur 1,99 € statt 2,49 €. Nur solange der Vorrat reicht.',
  'Sale',
  'Donaudampfschifffahrtsgesellschaftskapitän',
  'The best running shoe for people who like to run long distances in the mountains every single morning before work starts and also in rain',
  'Notre savon artisanal à la lavande, doux pour la peau. Maintenant 6,50 € au lieu de 8 €.',
  'Zapatillas nuevas desde 49,99 €! Envío gratis en 24 horas',
  'Try our new espresso blend — from £12/bag. Free delivery over £30!',
  '20% off all candles until Sunday. Book a workshop: 3 hours, 45 CHF. *Terms apply.',
  'from 9 € per month',
  '€19.90',
  '@everyone <!channel> {{template}} $(filter) drawtext=text=x',
];

const tokens = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

describe('copy by rules', () => {
  it.each(briefs)('takes every word and number from the brief or the neutral list: %s', (text) => {
    const { copy, language } = writeCopy({ text, words: {} });
    const allowed = new Set([...tokens(text), ...Object.values(buttonTexts[language]).flatMap(tokens)]);
    for (const token of Object.values(copy).flatMap(tokens)) expect(allowed).toContain(token);
  });

  it.each(briefs)('has a headline of one to seven words: %s', (text) => {
    const words = writeCopy({ text, words: {} }).copy.headline.split(/\s+/u).filter(Boolean);
    expect(words.length).toBeGreaterThan(0);
    expect(words.length).toBeLessThanOrEqual(copyLimits.headlineWords);
  });

  it.each([
    ['only €19.90 instead of €24.90', '€19.90', '€24.90'],
    ['jetzt für nur 1,99 € statt 2,49 €', '1,99 €', '2,49 €'],
    ['now $8, was $12.50', '$8', '$12.50'],
    ['6,50 € au lieu de 8 €', '6,50 €', '8 €'],
    ['ahora 5 € en lugar de 7 €', '5 €', '7 €'],
    ['from £12/bag', 'from £12/bag', ''],
    ['CHF 1’299.90 statt CHF 1’499', 'CHF 1’299.90', 'CHF 1’499'],
    ['was €5, now €7', '€7', ''],
    ['a bottle of 500 ml, 12 per box', '', ''],
  ])('finds the price and the old price as typed: %s', (text, price, oldPrice) => {
    expect(writeCopy({ text: `Good bread. ${text}`, words: {} }).copy).toMatchObject({ price, oldPrice });
  });

  it('keeps a price that is not the shown one in its sentence', () => {
    const { copy } = writeCopy({ text: 'Espresso blend for £12. Free delivery over £30!', words: {} });
    expect(copy.price).toBe('£12');
    expect(copy.body).toBe('Free delivery over £30!');
  });

  it.each([
    ['Our bread is baked with love', 'en'],
    ['Unser Brot wird mit Liebe gebacken', 'de'],
    ['Notre pain est fait avec amour', 'fr'],
    ['Nuestro pan está hecho con amor', 'es'],
    ['Brioche', 'en'],
  ])('guesses the language: %s', (text, language) => {
    expect(writeCopy({ text, words: {} }).language).toBe(language);
  });

  it('lets the person fix any part, and leaves a part out when told so', () => {
    const words = { headline: 'Mine', body: '', button: 'Come by', price: '3 €', oldPrice: '', smallPrint: '18+' };
    expect(writeCopy({ text: 'Something else. More of it. €9', words }).copy).toEqual(words);
  });

  it('understands labelled lines', () => {
    const { copy } = writeCopy({
      text: 'Headline: Fresh start\nBody: Roasted this morning.\nButton: Come by\nPrice: 3 €\nWas: 4 €',
      words: {},
    });
    expect(copy).toMatchObject({
      headline: 'Fresh start',
      body: 'Roasted this morning.',
      button: 'Come by',
      price: '3 €',
      oldPrice: '4 €',
    });
  });

  it('tells which sentences found no room instead of cutting them', () => {
    const long = 'This sentence is rather long and says a number of things about how the bread is made every day in our bakery.';
    const { copy, leftOut } = writeCopy({ text: `Good bread. ${long} ${long}`, words: {} });
    expect(copy.body).toBe(long);
    expect(leftOut).toEqual([long]);
  });

  it.each([
    ['x'.repeat(3_000)],
    [`Headline: ${'very '.repeat(40)}long\nButton: ${'push '.repeat(20)}`],
    [`${'Terms apply here and there. '.repeat(30)}`],
  ])('never makes more words than the studio can set, and tells what was left out', (text) => {
    const { copy, leftOut } = writeCopy({ text, words: {} });
    for (const [field, limit] of Object.entries(briefLimits.words))
      expect(copy[field as keyof typeof copy].length).toBeLessThanOrEqual(limit);
    expect(leftOut.length).toBeGreaterThan(0);
  });

  it('puts legal lines into the small print', () => {
    const { copy } = writeCopy({ text: 'Summer sale. 20% off candles. *Terms apply.', words: {} });
    expect(copy.smallPrint).toBe('*Terms apply.');
    expect(copy.body).toBe('20% off candles.');
  });
});
