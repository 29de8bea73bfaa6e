/** Registers the shipped fonts, one alias per subset, and names the faces the looks may use. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { GlobalFonts } from '@napi-rs/canvas';
import { type FontFamily, fontSubsets } from '../glyph-coverage.ts';

const packageFrom = createRequire(import.meta.url);

type Style = { family: FontFamily; weight: number; italic?: boolean };

/** Every face a look may ask for. */
export const faces = {
  serif: { family: 'playfair-display', weight: 600 },
  'serif-italic': { family: 'playfair-display', weight: 500, italic: true },
  sans: { family: 'inter', weight: 400 },
  'sans-semibold': { family: 'inter', weight: 600 },
  'sans-heavy': { family: 'inter', weight: 800 },
  geometric: { family: 'montserrat', weight: 600 },
  'geometric-heavy': { family: 'montserrat', weight: 800 },
  condensed: { family: 'anton', weight: 400 },
} as const satisfies Record<string, Style>;
export type Face = keyof typeof faces;

const styleOf = (face: Face): Style => faces[face];
/** Files of one family and weight under one alias would hide each other, so each subset has its own. */
const alias = (family: FontFamily, subset: string, italic: boolean) => `${family} ${subset}${italic ? ' italic' : ''}`;

function files(style: Style): { path: string; alias: string }[] {
  const root = dirname(packageFrom.resolve(`@fontsource/${style.family}/package.json`));
  const slant = style.italic ? 'italic' : 'normal';
  return fontSubsets[style.family].map((subset) => ({
    path: join(root, 'files', `${style.family}-${subset}-${style.weight}-${slant}.woff2`),
    alias: alias(style.family, subset, style.italic ?? false),
  }));
}

let registered = false;

/** Throws when a file is missing: boxes in place of letters must never be drawn. */
export function registerFonts(): void {
  if (registered) return;
  for (const style of Object.values(faces)) {
    for (const file of files(style)) {
      if (!GlobalFonts.registerFromPath(file.path, file.alias)) throw new Error(`Font cannot be read: ${file.alias}`);
    }
  }
  registered = true;
}

const families = (style: Style) =>
  fontSubsets[style.family].map((subset) => `"${alias(style.family, subset, style.italic ?? false)}"`);
const lists = new Map<Face, string>();

/** The value for `ctx.font`: the face, then Inter for what the face lacks. */
export function fontAt(face: Face, px: number): string {
  let list = lists.get(face);
  if (!list) {
    list = [...families(styleOf(face)), ...families({ family: 'inter', weight: 600 })].join(', ');
    lists.set(face, list);
  }
  return `${faces[face].weight} ${px}px ${list}`;
}
