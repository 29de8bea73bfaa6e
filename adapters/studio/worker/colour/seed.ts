/** Which hue an ad is built on: the brand's, else the product's most telling colour. */
import type { Recipe } from '../../../../src/generation/recipe.ts';
import { hueDistance, type Tone, toneOf } from './tone.ts';

export type Seed = {
  /** Hue and chroma of the main colour; chroma near 0 for black-and-white products. */
  main: Tone;
  /** A second colour that is clearly another one; null when there is none. */
  second: Tone | null;
  /** The colour that makes the best button: strong, and neither pale nor dark. */
  accent: Tone;
  isNeutral: boolean;
  /** Mean OKLCH lightness of the product. */
  productLightness: number;
};

/** Black, white and grey products get a warm paper hue, the most forgiving one. */
const neutralHue = 70;

export function seedOf(recipe: Pick<Recipe, 'palette' | 'brand'>): Seed {
  const area = recipe.palette.reduce((sum, entry) => sum + entry.share, 0) || 1;
  const productLightness = recipe.palette.reduce((sum, entry) => sum + toneOf(entry.colour).l * entry.share, 0) / area;
  const colours = recipe.brand.colours.length > 0 ? recipe.brand.colours : recipe.palette.map((entry) => entry.colour);
  const tones = colours.map(toneOf);
  const chromatic = tones.filter((candidate) => candidate.c > 0.035);
  const main = chromatic[0];
  if (!main) {
    const neutral = { l: 0.5, c: 0.02, h: neutralHue };
    return { main: neutral, second: null, accent: neutral, isNeutral: true, productLightness };
  }
  const second = chromatic.find((candidate) => hueDistance(candidate.h, main.h) > 45) ?? null;
  const strength = (candidate: Tone) => candidate.c - 0.3 * Math.abs(candidate.l - 0.5);
  const [strongest = main] = [...chromatic].sort((a, b) => strength(b) - strength(a));
  const accent = recipe.brand.colours.length > 1 ? (second ?? chromatic[1] ?? main) : strongest;
  return { main, second, accent, isNeutral: false, productLightness };
}
