import { beforeAll, describe, expect, it } from 'vitest';
import { registerCharacters, registerFonts } from '../../../adapters/studio/worker/fonts.ts';
import { type FittedText, fitText } from '../../../adapters/studio/worker/text/fit-text.ts';
import { type TextStyle, textWidth } from '../../../adapters/studio/worker/text/measure.ts';

const style: TextStyle = { face: 'condensed', tracking: 0, lineHeight: 1.1 };
const widths = Array.from({ length: 40 }, (_, index) => 320 + 25 * index);

const fitted = (text: string, width: number): FittedText => {
  const found = fitText({ text, style, width, height: 700, maxPx: 160, comfortPx: 60, minPx: 20, maxLines: 4 });
  if (!found) throw new Error('it does not fit');
  return found;
};
const linesOf = (set: FittedText): string[] => set.lines.map((line) => line.text);

const lettersOf = (text: string): string => text.replace(/[\s-]/gu, '');

describe('a headline with a hyphenated word', () => {
  beforeAll(registerFonts);

  it.each([
    ['Neu: Bio-Honig aus dem Schwarzwald', 'Bio-Honig'],
    ['Unser E-Bike-Sommer beginnt jetzt', 'E-Bike-Sommer'],
    ['Sugar-free cold-brew coffee', 'Sugar-free'],
  ])('keeps it on one line wherever it fits on one: %s', (text, compound) => {
    for (const width of widths) {
      const set = fitted(text, width);
      const isWhole = linesOf(set).some((line) => line.includes(compound));
      expect(isWhole || textWidth(compound, style, set.px) > width, `${width}: ${linesOf(set).join(' | ')}`).toBe(true);
      expect(lettersOf(linesOf(set).join(''))).toBe(lettersOf(text));
    }
  });

  it('breaks one that is wider than the column after its own hyphen', () => {
    expect(linesOf(fitted('Premium-Kaffeevollautomat', 420))[0]).toBe('Premium-');
  });

  it('may still break after a dash that joins two phrases, and after a stroke', () => {
    expect(linesOf(fitted('Frühstück/Mittagessen', 500))).toEqual(['Frühstück/', 'Mittagessen']);
  });
});

describe('Japanese and Chinese lines', () => {
  const texts = {
    ja: [
      '18時間かけてゆっくり抽出した、まろやかで苦くない一杯を毎週金曜日にお届けします。',
      'ちょっと贅沢な「本物」のコールドブリューが、1,980円（税込）から！',
      'Fjord Coffeeの新しいパッケージは、500ml入りで30%オフ〜。',
    ],
    zh: [
      '精选有机咖啡豆，十八小时低温慢萃，顺滑不苦涩，每周五送到您家门口。',
      '“峡湾”冷萃：500ml只要99元（原价199元），限时优惠！',
    ],
  };
  const cases = (['ja', 'zh'] as const).flatMap((language) => texts[language].map((text) => [text, language] as const));
  beforeAll(() => {
    registerFonts();
    registerCharacters(Object.values(texts).flat().join(''));
  });

  it.each(cases)('begin and end where the language lets them, at any width: %s', (text, language) => {
    const script = language === 'ja' ? 'japanese' : 'chinese';
    for (const width of widths.filter((_, index) => index % 4 === 0)) {
      const set = fitText({
        text,
        style: { face: 'sans', script, tracking: 0, lineHeight: 1.5 },
        width,
        height: 4_000,
        maxPx: 48,
        comfortPx: 48,
        minPx: 24,
        maxLines: 30,
      });
      const lines = set ? linesOf(set) : [];
      expect(lines.join('').replaceAll(' ', ''), String(width)).toBe(text.replaceAll(' ', ''));
      for (const line of lines.slice(1)) expect(line).not.toMatch(/^[、。，．！？：；）」』”ーっゃゅょッャュョ々〜%％]/u);
      for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[「『（“¥￥]$/u);
      for (const whole of text.match(/[\d,]+(?:円|元|ml|%)|[A-Za-z]{2,}/gu) ?? [])
        expect(
          lines.some((line) => line.includes(whole)),
          `${whole} in ${lines.join('|')}`,
        ).toBe(true);
    }
  });

  it.each([
    ['朝が変わる、コールドブリュー', 'japanese', ['朝が変わる、', 'コールドブリュー']],
    ['毎日の暮らしを、もっと軽やかに。', 'japanese', ['毎日の暮らしを、', 'もっと軽やかに。']],
    ['清晨的第一口冷萃，慢下来', 'chinese', ['清晨的第一口', '冷萃，慢下来']],
  ] as const)('of a headline are whole phrases: %s', (text, script, lines) => {
    const set = fitText({
      text,
      style: { face: 'serif', script, tracking: 0, lineHeight: 1.26 },
      width: 940,
      height: 400,
      maxPx: 110,
      comfortPx: 60,
      minPx: 30,
      maxLines: 2,
    });
    expect(set && linesOf(set)).toEqual(lines);
  });
});
