/** Which characters the shipped fonts can draw, read from the unicode ranges that come with them. */
import { type FamilyId, isWithin, parseRanges, type Range, subsetsOf } from './font-files.ts';

/** In the latin range by specification, yet without a shape in these files. */
const withoutShape = parseRanges(
  'U+149,U+1C4,U+255,U+27C-27D,U+285,U+291,U+2A5,U+329,U+1D00-1DBF,U+1E9C,U+2012,U+2015-2017,U+201B,U+201F,U+2021,' +
    'U+2023-2025,U+2027,U+2030-2031,U+2034-2038,U+203B-2043,U+2045-205E,U+20B0,U+20B6-20B7,U+20BB,U+20C0,U+2215,' +
    'U+2C60-2C7F,U+A720-A7FF,U+FFFD',
);
/** Control, zero-width and direction marks: nothing to draw, and nothing to miss. */
export const invisible = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

const ranges = new Map<FamilyId, Range[]>();

/** Of the slices only: they list what they hold, while the subsets list what they are meant for. */
function coveredBy(id: FamilyId, which: 'subsets' | 'slices'): Range[] {
  const found = ranges.get(id);
  if (found) return found;
  const covered = subsetsOf(id).flatMap((subset) => (subset.isSlice === (which === 'slices') ? subset.ranges : []));
  ranges.set(id, covered);
  return covered;
}

/** Inter has every shape that the other European families have. */
export const isEuropean = (code: number): boolean =>
  isWithin(code, coveredBy('inter', 'subsets')) && !isWithin(code, withoutShape);

/** The serif families of Japanese and Chinese have what the others have. */
function isDrawable(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (isEuropean(code)) return true;
  return isWithin(code, coveredBy('noto-sans-jp', 'slices')) || isWithin(code, coveredBy('noto-sans-sc', 'slices'));
}

/** Hyphens of special kinds look like the plain one and are drawn as it. */
const plainHyphens = (text: string) => text.normalize('NFC').replace(/[\u2010\u2011]/gu, '-');

/** The characters of `text` that no shipped font can draw, each once, in order. */
export function missingGlyphs(text: string): string[] {
  const missing = new Set<string>();
  for (const character of plainHyphens(text).replace(invisible, '')) {
    if (!/\s/u.test(character) && !isDrawable(character)) missing.add(character);
  }
  return [...missing];
}

/** The text as it will be drawn: literal, one line, without what has no shape. */
export function drawableText(text: string): string {
  const kept = [
    ...plainHyphens(text)
      .replace(/[\n\r\t]/gu, ' ')
      .replace(invisible, ''),
  ];
  return kept
    .filter((character) => /\s/u.test(character) || isDrawable(character))
    .join('')
    .replace(/[^\S\u00a0\u202f]+/gu, ' ')
    .trim();
}
