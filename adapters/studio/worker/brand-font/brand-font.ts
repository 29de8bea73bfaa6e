/** A brand's own font: checked once when it is handed in, and read again for every ad. Only the sandbox ever looks into it. */
import { createHash } from 'node:crypto';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import type { Outcome } from '../../../../src/errors.ts';
import type { FontProblem, FontUse } from '../../../../src/generation/font.ts';
import { isWithin, type Range } from '../../font-files.ts';
import { coveredRanges } from './covered-ranges.ts';
import { fontTables } from './font-tables.ts';

/** `covers`: whether every letter of a text has a shape in it. */
export type BrandFont = { alias: string; use: FontUse; covers(text: string): boolean };

type Read = { ranges: Range[]; mayEmbed: boolean };

function readFont(bytes: Buffer): Outcome<Read, FontProblem> {
  const tables = fontTables(bytes);
  if (tables === 'collection') return { ok: false, problem: { kind: 'several-fonts' } };
  if (!tables) return { ok: false, problem: { kind: 'not-a-font' } };
  try {
    return { ok: true, value: { ranges: coveredRanges(tables.cmap), mayEmbed: mayEmbed(tables['OS/2']) } };
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, problem: { kind: 'not-a-font' } };
    throw error;
  }
}

/** The permission bits of the font's maker: "restricted" forbids it, and so does "bitmaps only" for letters that are drawn from outlines. */
function mayEmbed(os2: Buffer): boolean {
  const bits = os2.readUInt16BE(8);
  return (bits & 0x000f) !== 0x0002 && (bits & 0x0200) === 0;
}

/** What every ad may need; other letters may be missing, their texts are then set in a shipped family. */
const neededLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,';

/** Null when it can be used. */
export function checkFont(bytes: Uint8Array): FontProblem | null {
  const read = readFont(Buffer.from(bytes));
  if (!read.ok) return read.problem;
  if (!read.value.mayEmbed) return { kind: 'protected' };
  const missing = [...neededLetters].filter((letter) => !has(read.value.ranges, letter));
  if (missing.length > 0) return { kind: 'letters-missing', letters: missing.slice(0, 12).join('') };
  return isDrawn(register(bytes)) ? null : { kind: 'not-a-font' };
}

const has = (ranges: readonly Range[], letter: string): boolean => isWithin(letter.codePointAt(0) ?? 0, ranges);

/** Null when the engine cannot read it. One name per content, so that two brands never share one. */
function register(bytes: Uint8Array): string | null {
  const alias = `brand ${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`;
  return GlobalFonts.has(alias) || GlobalFonts.register(Buffer.from(bytes), alias) ? alias : null;
}

/** Its tables may promise letters that have no outlines. */
function isDrawn(alias: string | null): boolean {
  if (!alias) return false;
  const ctx = createCanvas(64, 64).getContext('2d');
  ctx.font = `400 48px "${alias}"`;
  ctx.fillText('H8', 2, 50);
  return ctx.getImageData(0, 0, 64, 64).data.some((value) => value > 0);
}

/** Throws when the stored bytes are no font: they were one when they were stored. */
export function openBrandFont(bytes: Uint8Array, use: FontUse): BrandFont {
  const read = readFont(Buffer.from(bytes));
  const alias = read.ok ? register(bytes) : null;
  if (!read.ok || !alias) throw new Error('The font of the brand cannot be read');
  const { ranges } = read.value;
  return { alias, use, covers: (text) => [...text].every((letter) => /\s/u.test(letter) || has(ranges, letter)) };
}
