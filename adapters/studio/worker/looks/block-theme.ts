/** Block: bold two-tone retail, huge condensed capitals, a price that cannot be missed. */
import type { Recipe } from '../../../../src/generation/recipe.ts';
import { seedOf } from '../colour/seed.ts';
import { contrast, hueDistance, readableTone, tone, vivid, warmed } from '../colour/tone.ts';
import type { TypeScale } from '../layout/words.ts';

export type BlockTheme = {
  /** Carries the words. */
  panel: string;
  /** Carries the product. */
  field: string;
  fieldLight: string;
  onPanel: string;
  onField: string;
  accent: string;
  onAccent: string;
  shadow: string;
};

const yellow = 92;
const orange = 48;

export function blockTheme(recipe: Recipe): BlockTheme {
  const seed = seedOf(recipe);
  // A brand is known by its first colour; of a product the strongest one shows it best.
  const strong = recipe.brand.colours.length > 0 ? seed.main : seed.accent;
  const hue = vivid(strong.h);
  const isPale = !seed.isNeutral && hue > 68 && hue < 125;
  const isDarkPanel = seed.isNeutral || isPale;
  const white = '#ffffff';
  const panel = isDarkPanel
    ? tone(0.25, seed.isNeutral ? 0.01 : 0.045, hue)
    : readableTone(white, 5, {
        l: 0.53,
        c: Math.min(0.21, Math.max(recipe.brand.colours.length > 0 ? 0.06 : 0.17, strong.c * 1.25)),
        h: hue,
      });
  const isLightProduct = seed.productLightness > 0.78 && recipe.route !== 'multiply';
  const fieldHue = seed.isNeutral ? 85 : warmed(hue);
  const field = isLightProduct
    ? tone(0.7, seed.isNeutral ? 0.1 : 0.11, fieldHue)
    : tone(0.905, seed.isNeutral ? 0.02 : 0.06, fieldHue);
  const accentHue = isPale ? hue : seed.second ? seed.second.h : hueDistance(hue, yellow) < 40 ? orange : yellow;
  const accentTone = hueDistance(accentHue, yellow) < 35 ? { l: 0.87, c: 0.175 } : { l: 0.8, c: 0.15 };
  const accent = tone(accentTone.l, accentTone.c, accentHue);
  const ink = tone(0.2, 0.03, hue);
  return {
    panel,
    field,
    fieldLight: isLightProduct ? tone(0.78, 0.1, fieldHue) : tone(0.955, 0.03, fieldHue),
    onPanel: white,
    onField: contrast(ink, field) >= 4.6 ? ink : white,
    accent,
    onAccent: contrast(ink, accent) >= 4.6 ? ink : white,
    shadow: tone(0.24, 0.06, hue),
  };
}

export function blockType(theme: BlockTheme): TypeScale {
  const words = [theme.onPanel, theme.onField] as const;
  const line = { face: 'geometric', tracking: 0, lineHeight: 1.3 } as const;
  return {
    brand: { style: { face: 'geometric-heavy', tracking: 0.02, lineHeight: 1.2 }, size: 28, gap: 0, maxLines: 1, colours: words },
    headline: {
      style: { face: 'condensed', tracking: 0.002, lineHeight: 1.12 },
      size: 200,
      gap: 32,
      maxLines: 2,
      isUpper: true,
      colours: words,
    },
    body: { style: { ...line, lineHeight: 1.36 }, size: 33, gap: 36, maxLines: 2, colours: words },
    button: {
      style: { face: 'geometric-heavy', tracking: 0, lineHeight: 1.2 },
      size: 32,
      gap: 40,
      maxLines: 1,
      colours: [theme.onAccent],
    },
    address: { style: { face: 'geometric-heavy', tracking: 0, lineHeight: 1.3 }, size: 26, gap: 30, maxLines: 1, colours: words },
    'small-print': { style: line, size: 24, gap: 18, maxLines: 3, colours: words },
    price: { style: { face: 'condensed', tracking: 0.005, lineHeight: 1 }, colours: [theme.onAccent] },
    'price-line': {
      style: { face: 'condensed', tracking: 0.005, lineHeight: 1 },
      size: 84,
      gap: 36,
      maxLines: 1,
      colours: words,
    },
  };
}
