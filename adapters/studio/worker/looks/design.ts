/** What a look decides before anything is placed, and the ways from there to a composition that all looks share. */
import type { Box } from '../../../../src/generation/formats.ts';
import type { Art, ProductArt } from '../drawing/art.ts';
import { type Arrangement, type ArrangeWish, wordsAbove } from '../layout/arrange.ts';
import { isNarrow, isStrip, pictureAlone, wordsInStrip } from '../layout/arrange-strip.ts';
import type { TypeScale } from '../layout/words.ts';
import { type BadgeStyle, type Composed, type ComposeWish, composeStill } from './compose.ts';
import type { LookWish } from './look.ts';

export type Design = {
  scale: TypeScale;
  badge: BadgeStyle | null;
  base: ComposeWish['base'];
  /** The best of those that fit is taken. */
  candidates: ((wish: ArrangeWish) => Arrangement | null)[];
  /** For words that leave those no room. */
  fallbacks?: Design['candidates'];
  /** Where the picture of a strip stands; absent: left. */
  stripSide?: 'left' | 'right';
  /** Absent: the picture fills its area. */
  stand?(picture: Box): Box;
};

/** Strips, towers and pictures without words have an arrangement of their own, which all looks share. */
export function compose({ recipe, format, art, isFixed }: LookWish, design: Design): Composed {
  const common = { recipe, format, logo: art.logo, font: art.font, isFixed, stand: (picture: Box) => picture, ...design };
  if (format.kind === 'clean') return composeStill({ ...common, candidates: [pictureAlone], fallbacks: [] });
  if (isNarrow(format)) return composeStill({ ...common, candidates: [(wish) => wordsAbove(wish)], fallbacks: [] });
  if (!isStrip(format)) return composeStill(common);
  const side = design.stripSide ?? 'left';
  return composeStill({ ...common, badge: null, candidates: [(wish) => wordsInStrip(wish, side)], fallbacks: [] });
}

/** Null where the whole photo is shown. */
export const productFor = ({ recipe, art }: { recipe: LookWish['recipe']; art: Pick<Art, 'product'> }): ProductArt | null =>
  recipe.route === 'framed' ? null : art.product;

export const rounded = (box: Box): Box => ({
  x: Math.round(box.x),
  y: Math.round(box.y),
  width: Math.max(1, Math.round(box.width)),
  height: Math.max(1, Math.round(box.height)),
});

type Candidate = Design['candidates'][number];

/** For looks that are known by one arrangement; the others are for words that leave it no room. */
export const firstThatFits =
  (...candidates: Candidate[]): Candidate =>
  (wish) => {
    for (const candidate of candidates) {
      const found = candidate(wish);
      if (found) return found;
    }
    return null;
  };
