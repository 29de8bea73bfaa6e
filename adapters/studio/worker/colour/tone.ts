/** Colours by lightness, chroma and hue in OKLCH, always inside sRGB, as `#rrggbb`. */
import { clampChroma, converter, formatHex, wcagContrast } from 'culori';

const toOklch = converter('oklch');

export type Tone = { l: number; c: number; h: number };

export function tone(l: number, c: number, h: number): string {
  const hex = formatHex(clampChroma({ mode: 'oklch', l, c, h }, 'oklch'));
  if (!/^#[0-9a-f]{6}$/.test(hex)) throw new Error('A colour could not be computed');
  return hex;
}

export function toneOf(hex: string): Tone {
  const colour = toOklch(hex);
  return { l: colour?.l ?? 0, c: colour?.c ?? 0, h: colour?.h ?? 0 };
}

export const contrast = (a: string, b: string) => wcagContrast(a, b);

/** `#rrggbb` with an opacity. */
export const withAlpha = (hex: string, alpha: number) =>
  `${hex}${Math.round(alpha * 255)
    .toString(16)
    .padStart(2, '0')}`;

/** Red and orange turn pink when they are pale: a pale ground of theirs leans to sand. */
export const warmed = (hue: number) => (hue > 5 && hue < 75 ? hue + (80 - hue) * 0.72 : hue);

/** Orange turns brown when it is dark enough for white letters: a strong ground of it leans to red. */
export const vivid = (hue: number) => (hue > 33 && hue < 70 ? 33 + (hue - 33) * 0.12 : hue);

/** Distance between two hues, 0 to 180. */
export const hueDistance = (a: number, b: number) => Math.abs(((a - b + 540) % 360) - 180);

/** The lightness nearest to `wished` whose tone reads on `ground` with at least `ratio`. */
export function readableTone(ground: string, ratio: number, wished: Tone): string {
  let best = toneOf(ground).l > 0.6 ? '#000000' : '#ffffff';
  let distance = Number.POSITIVE_INFINITY;
  for (let l = 0; l <= 1.0001; l += 0.01) {
    const colour = tone(l, wished.c, wished.h);
    if (contrast(colour, ground) >= ratio && Math.abs(l - wished.l) < distance) {
      best = colour;
      distance = Math.abs(l - wished.l);
    }
  }
  return best;
}
