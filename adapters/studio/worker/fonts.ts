/** Names the faces that the looks may use, says which family each is in each script, and hands the files to the drawing engine. */
import { dirname, join } from 'node:path';
import { GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { type FamilyId, families, familyOf, fileOf, isWithin, packageFrom, subsetsOf } from '../font-files.ts';
import { isEuropean } from '../glyph-coverage.ts';
import type { Script } from './text/script.ts';

type Cut = { family: FamilyId; weight: number };

const cut = (family: FamilyId, weight: number): Cut => ({ family, weight });
const sansIn = (weight: number) => ({ japanese: cut('noto-sans-jp', weight), chinese: cut('noto-sans-sc', weight) });
const interAt = (weight: number) => ({
  latin: cut('inter', weight),
  cyrillic: cut('inter', weight),
  greek: cut('inter', weight),
  ...sansIn(weight === 400 ? 400 : 600),
});
const geometricAt = (weight: number) => ({
  latin: cut('montserrat', weight),
  cyrillic: cut('montserrat', weight),
  greek: cut('manrope', weight),
  ...sansIn(weight === 600 ? 500 : 800),
});

/** Every face that a look may ask for, with the family that speaks like it in each script. */
const cuts = {
  serif: {
    latin: cut('playfair-display', 600),
    cyrillic: cut('playfair-display', 600),
    greek: cut('noto-serif-display', 600),
    japanese: cut('noto-serif-jp', 600),
    chinese: cut('noto-serif-sc', 600),
  },
  'serif-heavy': {
    latin: cut('noto-serif-display', 800),
    cyrillic: cut('noto-serif-display', 800),
    greek: cut('noto-serif-display', 800),
    japanese: cut('noto-serif-jp', 800),
    chinese: cut('noto-serif-sc', 800),
  },
  sans: interAt(400),
  'sans-semibold': interAt(600),
  geometric: geometricAt(600),
  'geometric-heavy': geometricAt(800),
  condensed: {
    latin: cut('anton', 400),
    cyrillic: cut('sofia-sans-extra-condensed', 900),
    greek: cut('sofia-sans-extra-condensed', 900),
    ...sansIn(900),
  },
} as const satisfies Record<string, Record<Script, Cut>>;
export type Face = keyof typeof cuts;
export const faces = Object.keys(cuts) as Face[];

/** What a text is set with. `tracking` in em; `own`: the alias of the brand's own font. */
export type FontWish = { face: Face; script?: Script; tracking: number; own?: string };

const registered = new Map<string, string[]>();

function register(family: FamilyId, subset: string, weight: number): string {
  const root = dirname(packageFrom.resolve(`${familyOf(family).package}/package.json`));
  // Files of one family under one alias would hide each other.
  const alias = `${family} ${subset} ${weight}`;
  if (!GlobalFonts.registerFromPath(join(root, fileOf(family, subset, weight)), alias))
    throw new Error(`Font cannot be read: ${alias}`);
  return alias;
}

/** The aliases of a family at a weight, registered when they are asked for first. Throws when a file is missing: boxes in place of letters must never be drawn. */
function aliasesOf({ family, weight }: Cut): string[] {
  const own = familyOf(family).isSliced ? 0 : weight;
  const key = `${family} ${own}`;
  const found = registered.get(key);
  if (found) return found;
  const aliases = subsetsOf(family).flatMap(({ name, isSlice }) => (isSlice ? [] : [register(family, name, own)]));
  registered.set(key, aliases);
  return aliases;
}

const slicedIds = (Object.keys(families) as FamilyId[]).filter((id) => familyOf(id).isSliced);
const loaded = new Set<string>();

/** Registers the slices that hold the characters of `text`; all of them would take seconds and memory. */
export function registerCharacters(text: string): void {
  const codes = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0).filter((code) => !isEuropean(code));
  if (codes.length === 0) return;
  for (const family of slicedIds) {
    for (const { name, isSlice, ranges } of subsetsOf(family)) {
      const key = `${family} ${name}`;
      if (!isSlice || loaded.has(key) || !codes.some((code) => isWithin(code, ranges))) continue;
      aliasesOf({ family, weight: 0 }).push(register(family, name, 0));
      loaded.add(key);
      lists.clear();
    }
  }
}

/** The faces in the script of most ads, so that the first job finds them read. */
export function registerFonts(): void {
  for (const face of faces) listOf(face, 'latin');
}

const lists = new Map<string, string>();

/** The family of the face, then families that have what it lacks. */
function listOf(face: Face, script: Script): string {
  const key = `${face} ${script}`;
  const found = lists.get(key);
  if (found) return found;
  const own: Cut = cuts[face][script];
  const serif = face.startsWith('serif') && script !== 'latin' ? [cut('noto-serif-display', 600)] : [];
  const others = [...serif, cut('inter', 600), ...loadedSans(script)];
  const list = [own, ...others]
    .flatMap(aliasesOf)
    .map((alias) => `"${alias}"`)
    .join(', ');
  lists.set(key, list);
  return list;
}

/** Only what was loaded for characters that nothing else has. */
function loadedSans(script: Script): Cut[] {
  const order = script === 'japanese' ? (['noto-sans-jp', 'noto-sans-sc'] as const) : (['noto-sans-sc', 'noto-sans-jp'] as const);
  return order.filter((family) => registered.has(`${family} 0`)).map((family) => cut(family, 0));
}

/** Every file has one weight, or is told its weight by the variation, so that the engine never thickens letters by itself. */
export function useFont(ctx: SKRSContext2D, { face, script = 'latin', tracking, own }: FontWish, px: number): void {
  ctx.font = `400 ${px}px ${own ? `"${own}", ` : ''}${listOf(face, script)}`;
  ctx.fontVariationSettings = `"wght" ${cuts[face][script].weight}`;
  ctx.letterSpacing = `${tracking * px}px`;
}
