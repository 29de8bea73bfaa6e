/** Reads what a person typed about a brand. No input, no output. */
import type { Outcome } from '../errors.ts';
import { cleanText } from '../generation/clean-text.ts';
import type { Palette } from '../generation/recipe.ts';
import { kitLimits } from './kit.ts';

/** `#1a2b3c`, `1a2b3c` or `#abc`, parted by spaces, commas or lines; each colour once. The problem is the first that is none. */
export function readColours(text: string): Outcome<string[], { kind: 'no-colour'; text: string } | { kind: 'too-many' }> {
  const colours: string[] = [];
  for (const typed of text.split(/[\s,;]+/u).filter(Boolean)) {
    const [, digits] = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/iu.exec(typed) ?? [];
    if (!digits) return { ok: false, problem: { kind: 'no-colour', text: typed } };
    const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
    const colour = `#${full.toLowerCase()}`;
    if (!colours.includes(colour)) colours.push(colour);
  }
  return colours.length > kitLimits.colours ? { ok: false, problem: { kind: 'too-many' } } : { ok: true, value: colours };
}

/** One per line, or parted by commas; each once. */
export function readWords(text: string): string[] {
  const words = text
    .split(/[,;\n]/u)
    .map((word) => cleanText(word))
    .filter(Boolean);
  return [...new Set(words)];
}

/** As it is shown on an ad: without scheme and closing slash. */
export const readAddress = (text: string): string =>
  cleanText(text)
    .replace(/^https?:\/\//iu, '')
    .replace(/\/+$/u, '');

/** The colours that a person would name: at most three that cover a fair part, black and white left out where there are others. */
export function proposedColours(palette: Palette): string[] {
  const fair = palette.filter(({ share }) => share >= 0.04).map(({ colour }) => colour);
  const strong = fair.filter((colour) => !isGrey(colour));
  return (strong.length > 0 ? strong : fair).slice(0, 3);
}

function isGrey(colour: string): boolean {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return Math.max(...parts) - Math.min(...parts) < 28;
}
