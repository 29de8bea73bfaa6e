/** Offer: a cheerful flat ground, a disc of light, and a price as large as the column allows. */
import type { Recipe } from '../../../../src/generation/recipe.ts';
import { seedOf } from '../colour/seed.ts';
import { hueDistance, readableTone, tone, vivid } from '../colour/tone.ts';
import type { TypeScale } from '../layout/words.ts';

export type OfferTheme = {
  ground: string;
  disc: string;
  ring: string;
  ink: string;
  price: string;
  onPrice: string;
  shadow: string;
};

const [yellow, mint, sky] = [88, 165, 235] as const;

/** The ground is a colour that the product does not have. */
function groundHue(own: number, second: number | null, isNeutral: boolean): number {
  if (isNeutral) return yellow;
  if (second !== null && hueDistance(second, own) > 60) return second;
  return hueDistance(own, yellow) > 55 ? yellow : hueDistance(own, sky) > 90 ? sky : mint;
}

export function offerTheme(recipe: Recipe): OfferTheme {
  const seed = seedOf(recipe);
  const own = seed.isNeutral ? 25 : seed.main.h;
  const hue = groundHue(own, seed.second?.h ?? null, seed.isNeutral);
  const isYellow = hueDistance(hue, yellow) < 30;
  const ground = tone(isYellow ? 0.885 : 0.86, isYellow ? 0.155 : 0.085, hue);
  const strong = seed.isNeutral
    ? { c: 0.19, h: 25 }
    : { c: Math.min(0.2, Math.max(0.12, seed.accent.c)), h: vivid(seed.accent.h) };
  return {
    ground,
    disc: recipe.route === 'multiply' ? tone(0.975, 0.012, hue) : tone(isYellow ? 0.965 : 0.95, isYellow ? 0.05 : 0.03, hue),
    ring: tone(isYellow ? 0.835 : 0.8, isYellow ? 0.165 : 0.1, hue),
    ink: tone(0.21, 0.035, own),
    price: readableTone(ground, 3.6, { l: 0.5, c: strong.c, h: strong.h }),
    onPrice: '#ffffff',
    shadow: tone(0.28, 0.06, hue),
  };
}

export function offerType(theme: OfferTheme, hasPrice: boolean): TypeScale {
  const ink = [theme.ink] as const;
  const line = { face: 'geometric', tracking: -0.004, lineHeight: 1.36 } as const;
  const heavy = { face: 'geometric-heavy', tracking: -0.045, lineHeight: 1 } as const;
  return {
    brand: { style: { face: 'geometric-heavy', tracking: 0, lineHeight: 1.2 }, size: 28, gap: 0, maxLines: 1, colours: ink },
    headline: {
      style: { face: 'geometric-heavy', tracking: -0.03, lineHeight: 1.06 },
      size: hasPrice ? 66 : 104,
      gap: 30,
      maxLines: 3,
      colours: ink,
    },
    body: { style: line, size: 29, gap: 26, maxLines: 3, colours: ink },
    button: {
      style: { face: 'geometric-heavy', tracking: 0, lineHeight: 1.2 },
      size: 31,
      gap: 44,
      maxLines: 1,
      colours: ['#ffffff', theme.ground],
    },
    address: { style: { ...line, face: 'geometric-heavy' }, size: 25, gap: 28, maxLines: 1, colours: ink },
    'small-print': { style: line, size: 24, gap: 18, maxLines: 4, colours: ink },
    price: { style: heavy, colours: ['#ffffff', theme.ground] },
    'price-line': { style: heavy, size: 168, gap: 40, maxLines: 1, hasOldAbove: true, colours: [theme.price, theme.ink] },
  };
}
