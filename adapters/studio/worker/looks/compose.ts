/** The common course of composing: try the arrangements that suit the format, lean the badge on the picture, keep the best. */
import type { Box, Format } from '../../../../src/generation/formats.ts';
import type { Recipe } from '../../../../src/generation/recipe.ts';
import type { BrandFont } from '../brand-font/brand-font.ts';
import type { Arrangement, ArrangeWish } from '../layout/arrange.ts';
import { badgeBox, placeBadge } from '../layout/badge.ts';
import { grow, intersects, type PlacedBadge, textBox } from '../layout/placed.ts';
import { smallestPx, type TypeScale, unitOf, wordsOf } from '../layout/words.ts';
import type { TextStyle } from '../text/measure.ts';
import { hanScriptOf } from '../text/script.ts';
import { spoken, type Voice } from '../text/spoken.ts';

/** `isSpare`: only where the price finds no place among the words. */
export type BadgeStyle = { radius: number; isSpare?: boolean };

/** The words leave no layout that can be read. */
export class NoRoom extends Error {
  constructor(format: string) {
    super(`No layout fits ${format}`);
    this.name = 'NoRoom';
  }
}

export type Composed = { arrangement: Arrangement; product: Box; badge: PlacedBadge | null };

export type ComposeWish = {
  recipe: Recipe;
  format: Format;
  scale: TypeScale;
  /** Takes the place of the brand's name. */
  logo: ArrangeWish['logo'];
  /** The brand's own; null: none. */
  font: BrandFont | null;
  /** Null: the price stands among the words whatever happens. */
  badge: BadgeStyle | null;
  base: Omit<ArrangeWish, 'words' | 'scale' | 'format' | 'voice' | 'hasPriceLine' | 'squeeze' | 'logo'>;
  candidates: ((wish: ArrangeWish) => Arrangement | null)[];
  /** For words that leave the candidates no room at full size. */
  fallbacks?: ComposeWish['candidates'] | undefined;
  isFixed?: boolean | undefined;
  /** Where in its picture area the product stands. */
  stand(picture: Box): Box;
};

/** All boxes that must be read. */
export const columnBoxes = (arrangement: Pick<Arrangement, 'columns'>): Box[] =>
  arrangement.columns.flatMap((column) => [
    ...column.texts.map(textBox),
    ...(column.button ? [column.button.box] : []),
    ...(column.logo ? [column.logo] : []),
  ]);

const shownWords = ({ recipe, logo }: Pick<ComposeWish, 'recipe' | 'logo'>) => ({
  ...wordsOf(recipe),
  ...(logo ? { brand: '' } : {}),
});

const voiceOf = ({ recipe, font }: Pick<ComposeWish, 'recipe' | 'font'>): Voice => ({ han: hanScriptOf(recipe), font });

export const oldPriceStyle: TextStyle = { face: 'sans-semibold', tracking: 0, lineHeight: 1 };

function finish(wish: ComposeWish, arrangement: Arrangement, hasPriceLine: boolean): Composed | null {
  const product = wish.stand(arrangement.picture);
  const words = wordsOf(wish.recipe);
  if (hasPriceLine || words.price === '' || !wish.badge) return { arrangement, product, badge: null };
  const u = unitOf(wish.format);
  const voice = voiceOf(wish);
  const badge = placeBadge({
    price: words.price,
    oldPrice: words['old-price'],
    style: spoken(wish.scale.price.style, words.price, voice, 'display'),
    oldStyle: spoken(oldPriceStyle, words['old-price'], voice, 'text'),
    radius: wish.badge.radius * u,
    minPx: smallestPx(wish.format),
    colours: wish.scale.price.colours,
    safe: wish.format.safe,
    product,
    isPhoto: wish.base.aspect === null,
    taken: columnBoxes(arrangement),
  });
  return badge ? { arrangement, product, badge } : null;
}

/** Large headline and large picture both count; a picture that is a sliver does not help a huge headline. */
function score(wish: ComposeWish, composed: Composed): number {
  const u = unitOf(wish.format);
  const headline = Math.max(0, ...composed.arrangement.columns.map((column) => column.headlinePx));
  const { product } = composed;
  const area = (product.width * product.height) / (wish.format.width * wish.format.height);
  const headlinePart = headline === 0 ? 1 : headline / (wish.scale.headline.size * u);
  return Math.sqrt(headlinePart) * Math.sqrt(Math.min(0.4, area)) + (composed.badge ? 0.05 : 0);
}

/** The price leaves its badge, or the words, before any type goes under its smallest size. */
const pricePlaces = (hasPrice: boolean, badge: BadgeStyle | null): boolean[] => {
  if (!hasPrice) return [false];
  return badge === null ? [true] : badge.isSpare ? [true, false] : [false, true];
};

/** One below the other: first what the look is known by, then its fallbacks, and only then smaller type. */
const attempts = ({ candidates, fallbacks, isFixed }: Pick<ComposeWish, 'candidates' | 'fallbacks' | 'isFixed'>) =>
  (isFixed ? [1] : [1, 0.85, 0.7, 0.5, 0.35]).flatMap((squeeze) =>
    [candidates, fallbacks ?? []].map((arrangements) => ({ squeeze, arrangements })),
  );

export function composeStill(wish: ComposeWish): Composed {
  const words = shownWords(wish);
  const { scale, format, logo } = wish;
  for (const { squeeze, arrangements } of attempts(wish)) {
    for (const hasPriceLine of pricePlaces(words.price !== '', wish.badge)) {
      const full: ArrangeWish = { ...wish.base, words, scale, format, logo, voice: voiceOf(wish), hasPriceLine, squeeze };
      const found = arrangements.flatMap((arrange) => {
        const arrangement = arrange(full);
        const composed = arrangement && finish(wish, arrangement, hasPriceLine);
        return composed ? [composed] : [];
      });
      const best = found.sort((a, b) => score(wish, b) - score(wish, a))[0];
      if (best) return best;
    }
  }
  throw new NoRoom(format.id);
}

/** Every pair of blocks that touch; empty when the layout is sound. */
export function collisions(composed: Composed, safe: Box): string[] {
  const named = composed.arrangement.columns.flatMap((column) => [
    ...column.texts.map((text) => ({ name: text.role as string, box: textBox(text) })),
    ...(column.button ? [{ name: 'button', box: column.button.box }] : []),
    ...(column.logo ? [{ name: 'logo', box: column.logo }] : []),
  ]);
  if (composed.badge) named.push({ name: 'badge', box: badgeBox(composed.badge) });
  const problems: string[] = [];
  named.forEach((one, index) => {
    for (const other of named.slice(index + 1)) {
      if (intersects(grow(one.box, -1), grow(other.box, -1))) problems.push(`${one.name} touches ${other.name}`);
    }
    const { box } = one;
    if (
      box.x < safe.x - 1 ||
      box.y < safe.y - 1 ||
      box.x + box.width > safe.x + safe.width + 1 ||
      box.y + box.height > safe.y + safe.height + 1
    ) {
      problems.push(`${one.name} leaves the safe box`);
    }
  });
  return problems;
}
