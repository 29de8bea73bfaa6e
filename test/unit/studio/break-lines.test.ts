import { beforeAll, describe, expect, it } from 'vitest';
import { registerFonts } from '../../../adapters/studio/worker/fonts.ts';
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
