/** Magazine: a tall panel in a deep tone beside a page of high-contrast serif type and fine rules. */
import type { Recipe } from '../../../../src/generation/recipe.ts';
import { seedOf } from '../colour/seed.ts';
import { contrast, readableTone, tone, vivid, warmed } from '../colour/tone.ts';
import type { TypeScale } from '../layout/words.ts';

export type MagazineTheme = {
  page: string;
  panel: string;
  panelLight: string;
  ink: string;
  muted: string;
  rule: string;
  accent: string;
  onInk: string;
  shadow: string;
};

/** The panel stays clearly lighter or darker than what stands before it. */
function panelTone(recipe: Recipe, lightness: number): { l: number; c: number } {
  if (recipe.route === 'multiply') return { l: 0.945, c: 0.035 };
  return lightness > 0.76 ? { l: 0.5, c: 0.1 } : { l: 0.87, c: 0.075 };
}

export function magazineTheme(recipe: Recipe): MagazineTheme {
  const seed = seedOf(recipe);
  const own = seed.isNeutral ? 255 : seed.main.h;
  const { l, c } = panelTone(recipe, seed.productLightness);
  const chroma = seed.isNeutral ? c * 0.2 : Math.min(c, 0.03 + seed.main.c * 0.75);
  const hue = l > 0.7 ? warmed(own) : vivid(own);
  const page = tone(0.985, 0.004, hue);
  const ink = tone(0.19, seed.isNeutral ? 0.008 : 0.022, own);
  const accent = readableTone(page, 5, {
    l: 0.52,
    c: seed.isNeutral ? 0.02 : Math.min(0.19, Math.max(0.1, seed.accent.c * 1.1)),
    h: vivid(seed.accent.h),
  });
  return {
    page,
    panel: tone(l, chroma, hue),
    panelLight: tone(Math.min(0.97, l + 0.06), chroma * 0.8, hue),
    ink,
    muted: readableTone(page, 6, { l: 0.42, c: 0.012, h: own }),
    rule: tone(0.72, 0.008, own),
    accent,
    onInk: contrast(page, ink) >= 4.6 ? page : '#ffffff',
    shadow: tone(0.2, seed.isNeutral ? 0.01 : 0.045, own),
  };
}

export function magazineType(theme: MagazineTheme): TypeScale {
  const small = { style: { face: 'sans', tracking: 0, lineHeight: 1.4 }, colours: [theme.muted, theme.ink] } as const;
  return {
    brand: {
      style: { face: 'sans-semibold', tracking: 0.2, lineHeight: 1.3 },
      size: 24,
      gap: 0,
      maxLines: 1,
      isUpper: true,
      colours: [theme.ink],
    },
    headline: {
      style: { face: 'serif-heavy', tracking: -0.024, lineHeight: 1.04 },
      size: 112,
      gap: 40,
      maxLines: 4,
      colours: [theme.ink],
    },
    body: { ...small, size: 29, gap: 34, maxLines: 4 },
    button: {
      style: { face: 'sans-semibold', tracking: 0.01, lineHeight: 1.2 },
      size: 28,
      gap: 36,
      maxLines: 1,
      colours: [theme.onInk],
    },
    address: { ...small, style: { face: 'sans-semibold', tracking: 0, lineHeight: 1.3 }, size: 24, gap: 28, maxLines: 1 },
    'small-print': { ...small, size: 24, gap: 16, maxLines: 4 },
    price: { style: { face: 'serif-heavy', tracking: -0.02, lineHeight: 1 }, colours: [theme.onInk] },
    'price-line': {
      style: { face: 'serif-heavy', tracking: -0.02, lineHeight: 1 },
      size: 72,
      gap: 34,
      maxLines: 1,
      colours: [theme.accent, theme.ink],
    },
  };
}
