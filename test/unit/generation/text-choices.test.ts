/** The texts that come with an ad: three to choose from, points and the offer, all from the brief. */
import { describe, expect, it } from 'vitest';
import { buttonTexts } from '../../../src/generation/copy/neutral-words.ts';
import { writeCopy } from '../../../src/generation/copy/write-copy.ts';
import { pointLimits, writeOffer, writePoints } from '../../../src/generation/copy/write-points.ts';
import { extentOf } from '../../../src/generation/copy/writing.ts';
import { type Sheet, textSheet } from '../../../src/generation/pack/text-sheet.ts';
import { placeIds } from '../../../src/generation/placements.ts';
import { briefs } from '../../support/briefs.ts';

const many: Readonly<Record<string, string>> = {
  en: 'Cold brew coffee from Fjord. Smooth and never bitter. Steeped for eighteen hours. Free shipping this week. €19.90 instead of €24.90',
  de: 'Kaltbrüh-Kaffee von Fjord. Mild und nie bitter. Achtzehn Stunden gezogen. Versand kostenlos. 19,90 € statt 24,90 €',
  fr: 'Café infusé à froid de Fjord. Doux et jamais amer. Dix-huit heures d’infusion. Livraison offerte. 19,90 € au lieu de 24,90 €',
  es: 'Café frío de Fjord. Suave y nunca amargo. Dieciocho horas de reposo. Envío gratis. 19,90 € en lugar de 24,90 €',
  ja: '水出しコーヒー、フィヨルド。なめらかで苦くない味。十八時間かけて抽出。送料無料。通常2,480円が1,980円',
  zh: '峡湾冷萃咖啡。顺滑不苦涩。慢萃十八小时。全国包邮。原价129元，现价99元',
};

const sheetOf = (text: string): Sheet => {
  const { copy, language } = writeCopy({ text, words: {} });
  return textSheet({ copy, language }, { brief: { text, words: {} }, places: [] });
};
const letters = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join('');
const every = ({ places, points, offer }: Sheet): string[] => [
  ...places.flatMap(({ texts }) => texts.flatMap(({ text, others }) => [text, ...others.map((one) => one.text)])),
  ...points,
  offer,
];

describe('texts to choose from', () => {
  it.each(Object.entries(many))('are three for a headline, in %s, each within the limit of its place', (_, text) => {
    const { places } = sheetOf(text);
    expect(places).toHaveLength(placeIds.length);
    for (const { texts } of places) {
      for (const { field, text: first, count, most, others } of texts) {
        for (const one of [{ text: first, count }, ...others])
          expect(one.count, `${field} ${one.text}`).toBeLessThanOrEqual(most);
        if (field === 'headline') expect(others).toHaveLength(2);
        expect(new Set([first, ...others.map((one) => one.text)]).size).toBe(others.length + 1);
      }
    }
  });

  it.each([...briefs, ...Object.values(many)])('say nothing that the brief does not say: %s', (text) => {
    const { language } = writeCopy({ text, words: {} });
    const neutral = language === 'other' ? [] : Object.values<string>(buttonTexts[language]);
    const known = [text, ...neutral].map(letters).join(' ');
    for (const said of every(sheetOf(text))) {
      for (const word of said.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) expect(known).toContain(word);
    }
  });

  it('count full-width characters as two where the place does', () => {
    const tiktok = sheetOf(many['ja'] ?? '').places.find(({ place }) => place === 'tiktok')?.texts[0];
    expect(tiktok?.count).toBe(extentOf(tiktok?.text ?? ''));
    expect(tiktok?.count).toBeGreaterThan([...(tiktok?.text ?? '')].length);
  });

  it('are the person’s alone once they changed the words', () => {
    const text = many['en'] ?? '';
    const { copy, language } = writeCopy({ text, words: {} });
    const changed = { ...copy, headline: 'Good mornings', body: 'Now in cans.', price: '€17.90', oldPrice: '' };
    const sheet = textSheet({ copy: changed, language }, { brief: { text, words: {} }, places: [] });
    for (const said of every(sheet)) expect('Good mornings Now in cans. €17.90').toContain(said.replace(/\s€17\.90$/u, ''));
  });
});

describe('points', () => {
  it.each([
    ['en', ['Smooth and never bitter', 'Steeped for eighteen hours', 'Free shipping this week']],
    ['de', ['Mild und nie bitter', 'Achtzehn Stunden gezogen', 'Versand kostenlos']],
    ['ja', ['なめらかで苦くない味', '十八時間かけて抽出', '送料無料']],
    ['zh', ['顺滑不苦涩', '慢萃十八小时', '全国包邮']],
  ])('are what the brief says shortly, in %s', (language, expected) => {
    const text = many[language] ?? '';
    const { copy } = writeCopy({ text, words: {} });
    expect(writePoints({ text, words: {} }, copy.headline)).toEqual(expect.arrayContaining(expected));
  });

  it('are the lines of a list where the person wrote one', () => {
    const text = 'Our soap\n- vegan\n- lavender from Provence\n- 100 g';
    expect(writePoints({ text, words: {} }, 'Our soap')).toEqual(['Vegan', 'Lavender from Provence']);
  });

  it.each(briefs)('are few, short, and none says the same as another: %s', (text) => {
    const { copy } = writeCopy({ text, words: {} });
    const points = writePoints({ text, words: {} }, copy.headline);
    expect(points.length).toBeLessThanOrEqual(pointLimits.most);
    expect(points).not.toHaveLength(1);
    for (const point of points) expect(extentOf(point)).toBeLessThanOrEqual(pointLimits.longest);
    expect(new Set(points).size).toBe(points.length);
  });
});

describe('the offer', () => {
  it.each([
    ['en', 'Free shipping this week'],
    ['de', 'Versand kostenlos'],
    ['fr', 'Livraison offerte'],
    ['es', 'Envío gratis'],
    ['ja', '送料無料'],
    ['zh', '全国包邮'],
  ])('is what is promised besides the price, in %s', (language, expected) => {
    expect(writeOffer({ text: many[language] ?? '', words: {} }, '')).toBe(expected);
  });

  it('is the price as it was said where nothing else is promised', () => {
    expect(writeOffer({ text: 'Good coffee. €19.90 instead of €24.90', words: {} }, '€19.90')).toBe('€19.90 instead of €24.90');
    expect(writeOffer({ text: 'Good coffee.', words: {} }, '')).toBe('');
  });
});
