/** Editorial: warm paper, an arch in the product's own hue, serif headlines. */

import type { Recipe } from '../../../../src/generation/recipe.ts';
import { seedOf } from '../colour/seed.ts';
import { contrast, readableTone, tone, vivid, warmed } from '../colour/tone.ts';
import type { TypeScale } from '../layout/words.ts';

export type EditorialTheme = {
  paper: string;
  paperShade: string;
  arch: string;
  archLight: string;
  ink: string;
  muted: string;
  accent: string;
  onAccent: string;
  shadow: string;
};

/** The arch stays clearly lighter or darker than the product. */
function archLightness(product: number): number {
  if (product > 0.74) return 0.6;
  if (product > 0.6) return 0.9;
  return 0.85;
}

const isPale = (hue: number): boolean => hue > 60 && hue < 125;

export function editorialTheme(recipe: Recipe): EditorialTheme {
  const seed = seedOf(recipe);
  const hue = warmed(seed.main.h);
  const lightness = recipe.route === 'multiply' ? 0.925 : archLightness(seed.productLightness);
  const chroma = seed.isNeutral ? 0.028 : Math.min(0.075, 0.035 + seed.main.c * 0.3);
  const paper = tone(0.968, seed.isNeutral ? 0.008 : 0.013, hue);
  // Yellow turns brown when it is dark enough to be read: a brand that has another colour is better served by that.
  const strong = recipe.brand.colours.length > 1 && isPale(seed.accent.h) ? seed.main : seed.accent;
  const accent = readableTone(paper, 5.2, {
    l: 0.5,
    c: seed.isNeutral ? 0.03 : Math.min(0.16, Math.max(0.08, strong.c)),
    h: vivid(strong.h),
  });
  const onAccent = contrast(paper, accent) >= 4.6 ? paper : '#ffffff';
  return {
    paper,
    paperShade: tone(0.935, seed.isNeutral ? 0.011 : 0.02, hue),
    arch: tone(lightness, chroma, hue),
    archLight: tone(Math.min(0.95, lightness + 0.035), chroma * 0.9, hue),
    ink: tone(0.235, seed.isNeutral ? 0.012 : 0.03, hue),
    muted: readableTone(tone(0.93, 0.02, hue), 5.4, { l: 0.47, c: 0.025, h: hue }),
    accent,
    onAccent,
    shadow: tone(0.24, seed.isNeutral ? 0.015 : 0.05, hue),
  };
}

export function editorialType(theme: EditorialTheme): TypeScale {
  const small = { style: { face: 'sans', tracking: 0, lineHeight: 1.34 }, colours: [theme.muted, theme.ink] } as const;
  return {
    brand: {
      style: { face: 'sans-semibold', tracking: 0.14, lineHeight: 1.3 },
      size: 25,
      gap: 0,
      maxLines: 1,
      isUpper: true,
      colours: [theme.accent, theme.ink],
    },
    headline: {
      style: { face: 'serif', tracking: -0.018, lineHeight: 1.07 },
      size: 124,
      gap: 34,
      maxLines: 2,
      colours: [theme.ink],
    },
    body: {
      style: { face: 'sans', tracking: -0.004, lineHeight: 1.4 },
      size: 32,
      gap: 40,
      maxLines: 2,
      colours: [theme.muted, theme.ink],
    },
    button: {
      style: { face: 'sans-semibold', tracking: 0, lineHeight: 1.2 },
      size: 31,
      gap: 42,
      maxLines: 1,
      colours: [theme.onAccent],
    },
    address: { ...small, style: { face: 'sans-semibold', tracking: 0, lineHeight: 1.3 }, size: 25, gap: 32, maxLines: 1 },
    'small-print': { ...small, size: 24, gap: 18, maxLines: 3 },
    price: { style: { face: 'sans-semibold', tracking: -0.03, lineHeight: 1 }, colours: [theme.onAccent] },
    'price-line': {
      style: { face: 'sans-semibold', tracking: -0.03, lineHeight: 1 },
      size: 58,
      gap: 40,
      maxLines: 1,
      colours: [theme.accent, theme.ink],
    },
  };
}
