/** The shipped font families: their packages, and the files of them that are used. */
import { createRequire } from 'node:module';
import { z } from 'zod';

export type FontFamily = {
  package: string;
  /** Begins the name of every file. */
  name: string;
  /** Parts of the family that are always together; the numbered ones of large families are loaded as they are needed. */
  subsets: readonly string[];
  weights: readonly number[];
  /** One file holds all weights, and the family has hundreds of files, each for some characters. */
  isSliced?: boolean;
};

const european = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'];
const sliced = { subsets: ['latin', 'latin-ext'], weights: [], isSliced: true };

export const families = {
  anton: { package: '@fontsource/anton', name: 'anton', subsets: ['latin', 'latin-ext', 'vietnamese'], weights: [400] },
  inter: { package: '@fontsource/inter', name: 'inter', subsets: european, weights: [400, 600] },
  manrope: {
    package: '@fontsource/manrope',
    name: 'manrope',
    subsets: ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext', 'vietnamese'],
    weights: [600, 800],
  },
  montserrat: {
    package: '@fontsource/montserrat',
    name: 'montserrat',
    subsets: ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'],
    weights: [600, 800],
  },
  'noto-serif-display': {
    package: '@fontsource/noto-serif-display',
    name: 'noto-serif-display',
    subsets: european,
    weights: [600, 800],
  },
  'playfair-display': {
    package: '@fontsource/playfair-display',
    name: 'playfair-display',
    subsets: ['latin', 'latin-ext', 'cyrillic', 'vietnamese'],
    weights: [600],
  },
  'sofia-sans-extra-condensed': {
    package: '@fontsource/sofia-sans-extra-condensed',
    name: 'sofia-sans-extra-condensed',
    subsets: ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek'],
    weights: [900],
  },
  'noto-sans-jp': { package: '@fontsource-variable/noto-sans-jp', name: 'noto-sans-jp', ...sliced },
  'noto-serif-jp': { package: '@fontsource-variable/noto-serif-jp', name: 'noto-serif-jp', ...sliced },
  'noto-sans-sc': { package: '@fontsource-variable/noto-sans-sc', name: 'noto-sans-sc', ...sliced },
  'noto-serif-sc': { package: '@fontsource-variable/noto-serif-sc', name: 'noto-serif-sc', ...sliced },
} as const satisfies Record<string, FontFamily>;
export type FamilyId = keyof typeof families;

export const familyOf = (id: FamilyId): FontFamily => families[id];

export const packageFrom = createRequire(import.meta.url);
const rangesSchema = z.record(z.string(), z.string());

export type Range = readonly [from: number, to: number];

export function parseRanges(text: string): Range[] {
  return text.split(',').flatMap((part) => {
    const found = /^U\+([0-9A-F?]+)(?:-([0-9A-F]+))?$/i.exec(part.trim());
    if (!found?.[1]) return [];
    const from = Number.parseInt(found[1].replaceAll('?', '0'), 16);
    const to = Number.parseInt(found[2] ?? found[1].replaceAll('?', 'F'), 16);
    return [[from, to] as const];
  });
}

export const isWithin = (code: number, ranges: readonly Range[]): boolean =>
  ranges.some(([from, to]) => code >= from && code <= to);

/** A subset, or a slice, and the characters that it is meant for. */
export type Subset = { name: string; isSlice: boolean; ranges: Range[] };

const known = new Map<FamilyId, Subset[]>();

/** Those that are used, read once from what comes with the package. */
export function subsetsOf(id: FamilyId): Subset[] {
  const found = known.get(id);
  if (found) return found;
  const { package: from, subsets, isSliced } = familyOf(id);
  const all = Object.entries(rangesSchema.parse(packageFrom(`${from}/unicode.json`)));
  const used = all.flatMap(([key, ranges]) => {
    const isSlice = key.startsWith('[');
    if (!(isSlice && isSliced) && !subsets.includes(key)) return [];
    return [{ name: key.replace(/[[\]]/gu, ''), isSlice, ranges: parseRanges(ranges) }];
  });
  known.set(id, used);
  return used;
}

/** Path inside the package. */
export const fileOf = (id: FamilyId, subset: string, weight: number): string =>
  `files/${familyOf(id).name}-${subset}-${familyOf(id).isSliced ? 'wght' : weight}-normal.woff2`;

/** What of each package a worker needs. */
export const fontFiles = (): Record<string, string[]> =>
  Object.fromEntries(
    (Object.keys(families) as FamilyId[]).map((id) => [
      familyOf(id).package,
      [
        'package.json',
        'unicode.json',
        ...subsetsOf(id).flatMap(({ name }) =>
          familyOf(id).isSliced ? [fileOf(id, name, 0)] : familyOf(id).weights.map((weight) => fileOf(id, name, weight)),
        ),
      ],
    ]),
  );
