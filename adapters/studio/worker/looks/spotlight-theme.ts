/** Spotlight: a dark stage in the product's hue, one warm light, wide geometric type. */
import type { Recipe } from '../../../../src/generation/recipe.ts';
import { seedOf } from '../colour/seed.ts';
import { contrast, readableTone, tone, warmed } from '../colour/tone.ts';
import type { TypeScale } from '../layout/words.ts';

export type SpotlightTheme = {
  stage: string;
  stageDeep: string;
  middle: string;
  glow: string;
  ink: string;
  muted: string;
  accent: string;
  onAccent: string;
  shadow: string;
  /** A light ground for products that are white in their photo. */
  screen: string;
};

export function spotlightTheme(recipe: Recipe): SpotlightTheme {
  const seed = seedOf(recipe);
  const hue = seed.isNeutral ? 265 : seed.main.h;
  const chroma = seed.isNeutral ? 0.02 : Math.min(0.06, Math.max(0.035, seed.main.c * 0.4));
  const isDarkProduct = seed.productLightness < 0.5;
  const stage = tone(0.215, chroma, hue);
  const accent = tone(
    0.83,
    seed.isNeutral ? 0.1 : Math.min(0.15, Math.max(0.09, seed.accent.c)),
    seed.isNeutral ? 75 : warmed(seed.accent.h),
  );
  const dark = tone(0.19, 0.03, hue);
  return {
    stage,
    stageDeep: tone(0.155, chroma * 0.8, hue),
    middle: tone(0.36, Math.min(0.12, chroma * 1.6), hue),
    glow: tone(isDarkProduct ? 0.8 : 0.6, 0.11, (warmed(hue) + hue) / 2),
    ink: '#ffffff',
    muted: readableTone(tone(0.36, 0.1, hue), 5.2, { l: 0.88, c: 0.025, h: hue }),
    accent,
    onAccent: contrast(dark, accent) >= 4.6 ? dark : '#000000',
    shadow: tone(0.1, chroma * 0.5, hue),
    screen: tone(0.94, Math.min(0.035, chroma), warmed(hue)),
  };
}

export function spotlightType(theme: SpotlightTheme): TypeScale {
  const light = [theme.ink, theme.shadow] as const;
  const quiet = [theme.muted, theme.ink, theme.shadow] as const;
  const line = { face: 'geometric', tracking: 0, lineHeight: 1.36 } as const;
  return {
    brand: {
      style: { face: 'geometric-heavy', tracking: 0.2, lineHeight: 1.2 },
      size: 24,
      gap: 0,
      maxLines: 1,
      isUpper: true,
      colours: [theme.accent, theme.ink, theme.shadow],
    },
    headline: {
      style: { face: 'geometric-heavy', tracking: -0.03, lineHeight: 1.06 },
      size: 108,
      gap: 34,
      maxLines: 2,
      colours: light,
    },
    body: { style: line, size: 31, gap: 40, maxLines: 2, colours: quiet },
    button: {
      style: { face: 'geometric-heavy', tracking: 0, lineHeight: 1.2 },
      size: 30,
      gap: 42,
      maxLines: 1,
      colours: [theme.onAccent],
    },
    address: { style: { ...line, face: 'geometric' }, size: 25, gap: 30, maxLines: 1, colours: quiet },
    'small-print': { style: line, size: 24, gap: 18, maxLines: 3, colours: quiet },
    price: { style: { face: 'geometric-heavy', tracking: -0.03, lineHeight: 1 }, colours: [theme.onAccent] },
    'price-line': {
      style: { face: 'geometric-heavy', tracking: -0.03, lineHeight: 1 },
      size: 62,
      gap: 38,
      maxLines: 1,
      colours: [theme.accent, theme.ink],
    },
  };
}
