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

/** In the latin range by specification, yet without a shape in these files. */
const withoutShape =
  /[\u0149\u01c4\u0255\u027c\u027d\u0285\u0291\u02a5\u0329\u1d00-\u1dbf\u1e9c\u2012\u2015-\u2017\u201b\u201f\u2021\u2023-\u2025\u2027\u2030\u2031\u2034-\u2038\u203b-\u2043\u2045-\u205e\u20b0\u20b6\u20b7\u20bb\u20c0\u2215\u2c60-\u2c7f\ua720-\ua7ff\ufffd]/u;
/** Control, zero-width and direction marks: nothing to draw, and nothing to miss. */
export const invisible = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

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

let covered: Range[] | null = null;

/** Inter has every shape the other families have, so its ranges are the studio's. */
function coveredRanges(): Range[] {
  if (covered) return covered;
  const ranges = rangesSchema.parse(packageFrom('@fontsource/inter/unicode.json'));
  covered = fontSubsets.inter.flatMap((subset) => parseRanges(ranges[subset] ?? ''));
  return covered;
}

function isDrawable(character: string): boolean {
  if (withoutShape.test(character)) return false;
  const code = character.codePointAt(0) ?? 0;
  return coveredRanges().some(([from, to]) => code >= from && code <= to);
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
  const kept = [...plainHyphens(text).replace(/[\n\r\t]/gu, ' ').replace(invisible, '')];
  return kept
    .filter((character) => /\s/u.test(character) || isDrawable(character))
    .join('')
    .replace(/[^\S\u00a0\u202f]+/gu, ' ')
    .trim();
}
