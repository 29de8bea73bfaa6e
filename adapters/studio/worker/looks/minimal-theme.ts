/** Minimal: almost white, almost black, one small face, and one dot of colour. */
import type { Recipe } from '../../../../src/generation/recipe.ts';
import { seedOf } from '../colour/seed.ts';
import { readableTone, tone, vivid } from '../colour/tone.ts';
import type { TypeScale } from '../layout/words.ts';

export type MinimalTheme = {
  ground: string;
  groundShade: string;
  ink: string;
  muted: string;
  accent: string;
  onInk: string;
  shadow: string;
};

export function minimalTheme(recipe: Recipe): MinimalTheme {
  const seed = seedOf(recipe);
  const hue = seed.isNeutral ? 250 : seed.main.h;
  // A white product on white would be lost.
  const isPale = seed.productLightness > 0.82 && recipe.route === 'cutout';
  const ground = isPale ? tone(0.885, 0.014, hue) : tone(0.972, 0.004, hue);
  return {
    ground,
    groundShade: isPale ? tone(0.82, 0.018, hue) : tone(0.915, 0.008, hue),
    ink: tone(0.185, 0.006, hue),
    muted: readableTone(isPale ? tone(0.82, 0.018, hue) : tone(0.915, 0.008, hue), 5.2, { l: 0.45, c: 0.008, h: hue }),
    accent: tone(0.6, seed.isNeutral ? 0.02 : Math.min(0.2, Math.max(0.13, seed.accent.c)), vivid(seed.accent.h)),
    onInk: '#ffffff',
    shadow: tone(0.26, 0.02, hue),
  };
}

export function minimalType(theme: MinimalTheme): TypeScale {
  const ink = [theme.ink] as const;
  const quiet = [theme.muted, theme.ink] as const;
  const line = { face: 'sans', tracking: -0.006, lineHeight: 1.42 } as const;
  return {
    brand: { style: { face: 'sans-semibold', tracking: -0.012, lineHeight: 1.2 }, size: 30, gap: 0, maxLines: 1, colours: ink },
    headline: {
      style: { face: 'sans-semibold', tracking: -0.036, lineHeight: 1.08 },
      size: 70,
      gap: 26,
      maxLines: 2,
      colours: ink,
    },
    body: { style: line, size: 27, gap: 22, maxLines: 2, colours: quiet },
    button: {
      style: { face: 'sans-semibold', tracking: -0.01, lineHeight: 1.2 },
      size: 28,
      gap: 26,
      maxLines: 1,
      colours: [theme.onInk],
    },
    address: { style: line, size: 25, gap: 24, maxLines: 1, colours: quiet },
    'small-print': { style: line, size: 24, gap: 16, maxLines: 3, colours: quiet },
    price: { style: { face: 'sans-semibold', tracking: -0.036, lineHeight: 1 }, colours: [theme.onInk] },
    'price-line': {
      style: { face: 'sans-semibold', tracking: -0.036, lineHeight: 1 },
      size: 54,
      gap: 28,
      maxLines: 1,
      colours: ink,
    },
  };
}
