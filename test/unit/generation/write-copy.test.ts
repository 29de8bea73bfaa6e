import { describe, expect, it } from 'vitest';
import { briefLimits } from '../../../src/generation/brief.ts';
import { buttonTexts } from '../../../src/generation/copy/neutral-words.ts';
import { isOpenWord } from '../../../src/generation/copy/open-words.ts';
import { copyLimits, writeCopy } from '../../../src/generation/copy/write-copy.ts';
import { writeHeadlines } from '../../../src/generation/copy/write-headlines.ts';
import { briefs } from '../../support/briefs.ts';

/** Letters as they were typed; only the first of a word in small letters may have been raised. */
const tokens = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const isFrom = (known: ReadonlySet<string>) => (token: string) =>
  known.has(token) || (token.slice(1) === token.slice(1).toLowerCase() && known.has(token.toLowerCase()));

/** A sign of money or a sentence's end is no word. */
const plain = (text: string): string => tokens(text.toLowerCase()).join(' ');

describe('copy by rules', () => {
  it.each(briefs)('takes every word and number, as typed, from the brief or the neutral list: %s', (text) => {
    const { language } = writeCopy({ text, words: {} });
    const neutral = language === 'other' ? [] : Object.values<string>(buttonTexts[language]);
    const known = new Set([...tokens(text), ...neutral.flatMap(tokens)]);
    for (const copy of writeHeadlines({ text, words: {} }))
      expect(
        Object.values(copy)
          .flatMap(tokens)
          .filter((token) => !isFrom(known)(token)),
      ).toEqual([]);
  });

  it.each(briefs)('has headlines of one to seven words that do not wait for another: %s', (text) => {
    for (const { headline } of writeHeadlines({ text, words: {} })) {
      const words = headline.split(/\s+/u).filter(Boolean);
      expect(words.length).toBeGreaterThan(0);
      expect(words.length).toBeLessThanOrEqual(copyLimits.headlineWords);
      const after = text.slice(text.toLowerCase().indexOf(headline.toLowerCase()) + headline.length);
      if (/^\s+[\p{L}\p{N}]/u.test(after)) expect(words.at(-1)).not.toSatisfy(isOpenWord);
    }
  });

  it.each(briefs)('does not say in the text what the headline says already: %s', (text) => {
    for (const { headline, body } of writeHeadlines({ text, words: {} }))
      expect(` ${plain(body)} `).not.toContain(` ${plain(headline)} `);
  });

  it.each([
    [
      'Our new running shoes are light as a feather and made for people who run every day',
      'Our new running shoes are light',
      '… as a feather and made for people who run every day.',
    ],
    [
      'Unser neues E-Bike ist so leicht wie ein Rennrad und fährt bis zu 120 km weit',
      'Unser neues E-Bike',
      '… ist so leicht wie ein Rennrad und fährt bis zu 120 km weit.',
    ],
    ['Book a free tasting: our wine shop In Porto opens today.', 'Book a free tasting', 'Our wine shop In Porto opens today.'],
    ['AirPods alternative: BassBuds Pro 3 — 40h', 'AirPods alternative: BassBuds Pro 3', '40h.'],
    ['Price 1.299,00 € instead of 1.499,00 €. 4K TV with 65 inch screen', '4K TV with 65 inch screen', ''],
    ['Rs. 499 kurta for women', 'Kurta for women', ''],
    ['Wenn du gern kochst, wirst du unsere Messer lieben', 'Wenn du gern kochst', '… wirst du unsere Messer lieben.'],
    [
      'Am 3. Mai eröffnen wir unseren neuen Laden in der Altstadt. Kommen Sie vorbei!',
      'Am 3. Mai eröffnen wir',
      '… unseren neuen Laden in der Altstadt. Kommen Sie vorbei!',
    ],
    [
      "Soldes d'été : jusqu'à -60 % sur toute la collection femme",
      "Soldes d'été",
      "Jusqu'à -60 % sur toute la collection femme.",
    ],
    [
      'Zapatillas ligeras como una pluma para correr todos los días',
      'Zapatillas ligeras como una pluma',
      '… para correr todos los días.',
    ],
  ])('breaks a long sentence where both parts read: %s', (text, headline, body) => {
    expect(writeCopy({ text, words: {} }).copy).toMatchObject({ headline, body });
  });

  it.each([
    ['iPhone cases made of cork', 'iPhone cases made of cork'],
    ['eBay sellers love our packing tape', 'eBay sellers love our packing tape'],
    ['shop.example is open', 'shop.example is open'],
    ['handmade soap', 'Handmade soap'],
  ])('raises the first letter only of a word that is written small: %s', (text, headline) => {
    expect(writeCopy({ text, words: {} }).copy.headline).toBe(headline);
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
