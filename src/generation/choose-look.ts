/** Which looks suit an ad, best first, and the next ones when the person wants another. No input, no output. */
import { extentOf } from './copy/writing.ts';
import { type LookId, lookIds, type Recipe } from './recipe.ts';

/** What is known before a look is chosen. */
export type Unlooked = Pick<Recipe, 'copy' | 'palette' | 'brand' | 'route'>;

/** `lightness` and `chroma` from 0 to 1, as far as red, green and blue tell them. */
type Tint = { lightness: number; chroma: number };

function tintOf(hex: string): Tint {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [most, least] = [Math.max(...parts), Math.min(...parts)];
  return { lightness: (most + least) / 2, chroma: most - least };
}

/** Of the product as a whole: its mean lightness, and how strong its strongest colour is that is more than a speck. */
function productOf(palette: Recipe['palette']): Tint {
  const area = palette.reduce((sum, { share }) => sum + share, 0) || 1;
  const lightness = palette.reduce((sum, { colour, share }) => sum + tintOf(colour).lightness * share, 0) / area;
  return {
    lightness,
    chroma: Math.max(...palette.filter(({ share }) => share > 0.05).map(({ colour }) => tintOf(colour).chroma), 0),
  };
}

/** Characters of a headline that a narrow column carries better than a line across. */
const longHeadline = 34;

type Weights = Partial<Record<LookId, number>>;

/** Everything starts calm; what is known of the ad speaks for some looks and against others. */
function reasons({ copy, palette, brand, route }: Unlooked): Weights[] {
  const product = productOf(palette);
  const hasVividBrand = brand.colours.some((colour) => tintOf(colour).chroma > 0.45);
  return [
    { editorial: 3, block: 2, spotlight: 2, magazine: 1.7, minimal: 1.4, offer: 1 },
    copy.price === '' ? {} : { block: 2.4, offer: 1.6, editorial: -0.5 },
    copy.oldPrice === '' ? {} : { block: 0.5, offer: 1 },
    hasVividBrand ? { block: 0.6, offer: 0.4 } : {},
    product.chroma < 0.14 ? { minimal: 1.1, magazine: 0.7, block: -0.4 } : {},
    product.chroma > 0.6 ? { block: 0.5, offer: 0.5 } : {},
    product.lightness > 0.7 && route === 'cutout' ? { spotlight: 0.7 } : {},
    route === 'multiply' ? { minimal: 0.8, spotlight: -1.2 } : {},
    route === 'framed' ? { magazine: 0.6, spotlight: 0.5, offer: -0.4 } : {},
    extentOf(copy.headline) > longHeadline ? { magazine: 0.6, block: -0.3 } : {},
  ];
}

/** All looks, the one that suits best first. */
export function rankLooks(ad: Unlooked): LookId[] {
  const all = reasons(ad);
  const weight = (look: LookId) => all.reduce((sum, weights) => sum + (weights[look] ?? 0), 0);
  return [...lookIds].sort((a, b) => weight(b) - weight(a));
}

/** All other looks: first those that no version was drawn in, best first, then those drawn longest ago. `drawn`: oldest first. */
export function nextLooks(ad: Unlooked & { look: LookId }, drawn: readonly LookId[]): LookId[] {
  const others = rankLooks(ad).filter((look) => look !== ad.look);
  const fresh = others.filter((other) => !drawn.includes(other));
  const seen = others.filter((other) => drawn.includes(other)).sort((a, b) => drawn.lastIndexOf(a) - drawn.lastIndexOf(b));
  return [...fresh, ...seen];
}
