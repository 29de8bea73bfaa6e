/** Which characters the shipped fonts can draw, read from the unicode ranges that come with them. */
import { createRequire } from 'node:module';
import { z } from 'zod';

/** The subsets registered of each family; a family without a script falls back, character by character, to Inter. */
export const fontSubsets = {
  anton: ['latin', 'latin-ext', 'vietnamese'],
  inter: ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'],
  montserrat: ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'],
  'playfair-display': ['latin', 'latin-ext', 'cyrillic', 'vietnamese'],
} as const;
export type FontFamily = keyof typeof fontSubsets;

const packageFrom = createRequire(import.meta.url);
const rangesSchema = z.record(z.string(), z.string());

type Range = readonly [from: number, to: number];

function parseRanges(text: string): Range[] {
  return text.split(',').flatMap((part) => {
    const found = /^U\+([0-9A-F?]+)(?:-([0-9A-F]+))?$/i.exec(part.trim());
    if (!found?.[1]) return [];
    const from = Number.parseInt(found[1].replaceAll('?', '0'), 16);
    const to = Number.parseInt(found[2] ?? found[1].replaceAll('?', 'F'), 16);
    return [[from, to] as const];
  });
}

const isWithin = (code: number, ranges: Range[]) => ranges.some(([from, to]) => code >= from && code <= to);

/** In the latin range by specification, yet without a shape in these files. */
const withoutShape = parseRanges(
  'U+149,U+1C4,U+255,U+27C-27D,U+285,U+291,U+2A5,U+329,U+1D00-1DBF,U+1E9C,U+2012,U+2015-2017,U+201B,U+201F,U+2021,' +
    'U+2023-2025,U+2027,U+2030-2031,U+2034-2038,U+203B-2043,U+2045-205E,U+20B0,U+20B6-20B7,U+20BB,U+20C0,U+2215,' +
    'U+2C60-2C7F,U+A720-A7FF,U+FFFD',
);
/** Control, zero-width and direction marks: nothing to draw, and nothing to miss. */
export const invisible = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

let covered: Range[] | null = null;

/** Inter has every shape the other families have, so its ranges are the studio's. */
function coveredRanges(): Range[] {
  if (covered) return covered;
  const ranges = rangesSchema.parse(packageFrom('@fontsource/inter/unicode.json'));
  covered = fontSubsets.inter.flatMap((subset) => parseRanges(ranges[subset] ?? ''));
  return covered;
}

function isDrawable(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return isWithin(code, coveredRanges()) && !isWithin(code, withoutShape);
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
