/** Lays out the words and the picture of one scene: the words are measured first, the picture takes what is left. */
import type { FilmScene } from '../../../../src/generation/film/timeline.ts';
import type { Box, Format } from '../../../../src/generation/formats.ts';
import type { Recipe } from '../../../../src/generation/recipe.ts';
import type { BrandFont } from '../brand-font/brand-font.ts';
import { isWide, markOf } from '../layout/arrange.ts';
import { placeBadge } from '../layout/badge.ts';
import { type Column, type ColumnItem, layoutColumn } from '../layout/column.ts';
import { bottom, type PlacedBadge, right } from '../layout/placed.ts';
import { type ItemWish, itemOf, smallestPx, unitOf, wordsOf } from '../layout/words.ts';
import { columnBoxes, oldPriceStyle } from '../looks/compose.ts';
import { textWidth } from '../text/measure.ts';
import { hanScriptOf } from '../text/script.ts';
import { spoken } from '../text/spoken.ts';
import type { FilmStyle } from './film-style.ts';

/** On which side of the picture the words are. */
export type Side = 'above' | 'below' | 'left' | 'right';

/** `edge`: where the words end towards the picture, y where they are above or below it, else x. `picture`: the room of the product; beyond it the picture may bleed off. */
export type ScenePlan = { column: Column | null; side: Side; edge: number; picture: Box; badge: PlacedBadge | null };

export type PlanWish = {
  recipe: Recipe;
  format: Format;
  style: FilmStyle;
  /** Its size in its own pixels; it takes the place of the brand's name. Null: none. */
  logo: { width: number; height: number } | null;
  /** The brand's own; null: none. */
  font: BrandFont | null;
  /** Width : height of a product without its ground; null where the whole photo is shown. */
  aspect: number | null;
  /** Where a picture of the given area stands. */
  stand(picture: Box): Box;
};

const floorShare = 0.052;

function itemsOf(wish: PlanWish, { name, statement }: FilmScene, hasPriceLine: boolean, width: number): ColumnItem[] {
  const { recipe, format, style } = wish;
  const words = { ...wordsOf(recipe), ...(wish.logo ? { brand: '' } : {}) };
  const voice = { han: hanScriptOf(recipe), font: wish.font };
  const inner = { words, scale: style.scale, format, squeeze: 1, voice };
  const price = hasPriceLine ? [itemOf(inner, 'price', 1.25)] : [];
  switch (name) {
    case 'hook':
      return [itemOf(inner, 'brand', 1.15), itemOf(inner, 'headline', 1.08)];
    case 'proof':
    case 'detail':
      return statement === '' ? [itemOf(inner, 'brand', 1.15)] : [statementItem(inner, style, statement)];
    case 'offer':
      return [itemOf(inner, 'brand', 1.15), largePrice(inner, width)];
    case 'end':
      return [
        itemOf(inner, 'brand', 1.1),
        itemOf(inner, 'headline', 0.66),
        ...price,
        itemOf(inner, 'button', 1.2),
        itemOf(inner, 'address', 1.1),
        itemOf(inner, 'small-print'),
      ];
  }
}

function statementItem(wish: ItemWish, { statement: level }: FilmStyle, text: string): ColumnItem {
  const { colours, size } = level;
  const style = spoken(level.style, text, wish.voice, 'display');
  const px = size * unitOf(wish.format);
  return { ...itemOf(wish, 'body'), text, style, colours, px, minPx: 34, maxLines: isWide(wish.format) ? 6 : 5 };
}

/** As large as a headline, because in this scene it is one; the old price stays on its line. */
function largePrice(wish: ItemWish, width: number): ColumnItem {
  const item = itemOf(wish, 'price');
  const style = spoken(wish.scale.price.style, item.text, wish.voice, 'display');
  const old = item.struckAfter ? textWidth(item.struckAfter.text, item.struckAfter.style, 100) * 0.57 + 35 : 0;
  const most = (width * 100) / (textWidth(item.text, style, 100) + old);
  const wished = 150 * unitOf(wish.format) * (isWide(wish.format) ? 0.72 : 1);
  const colours = [...wish.scale.price.colours, ...item.colours];
  return { ...item, style, colours, px: Math.max(item.minPx, Math.min(wished, most)) };
}

function badgeFor(wish: PlanWish, column: Column | null, picture: Box): PlacedBadge | null {
  const { recipe, format, style } = wish;
  const words = wordsOf(recipe);
  const voice = { han: hanScriptOf(recipe), font: wish.font };
  return placeBadge({
    price: words.price,
    oldPrice: words['old-price'],
    style: spoken(style.scale.price.style, words.price, voice, 'display'),
    oldStyle: spoken(oldPriceStyle, words['old-price'], voice, 'text'),
    radius: style.badge.radius * unitOf(format) * (isWide(format) ? 0.62 : 0.8),
    minPx: smallestPx(format) + 4,
    colours: [style.badge.ink],
    safe: format.safe,
    product: wish.stand(picture),
    isPhoto: wish.aspect === null,
    taken: column ? columnBoxes({ columns: [column] }) : [],
  });
}

/** A product no wider than this would leave most of a square empty below the words. */
const slender = 0.62;

/** Words and picture side by side: where the frame is wide, and in a square around a product that is tall. */
const isBeside = ({ format, aspect }: Pick<PlanWish, 'format' | 'aspect'>): boolean =>
  isWide(format) || (format.width === format.height && aspect !== null && aspect < slender);

/** The detail is seen from the other side than the proof before it, where a product without its ground allows it. */
function sideOf(wish: PlanWish, { name }: FilmScene): Side {
  const isTurned = name === 'detail' && wish.aspect !== null;
  if (isBeside(wish)) return isTurned ? 'right' : 'left';
  return isTurned ? 'below' : 'above';
}

export function planScene(wish: PlanWish, scene: FilmScene): ScenePlan {
  const side = sideOf(wish, scene);
  const wantsBadge = scene.name === 'end' && wordsOf(wish.recipe).price !== '';
  for (const hasPriceLine of wantsBadge ? [false, true] : [false]) {
    const [first = 1] = sharesFor(side, scene);
    const { width } = boxFor(wish.format, side, first);
    const items = itemsOf(wish, scene, hasPriceLine, width).filter((item) => item.text !== '');
    const mark = scene.name === 'proof' || scene.name === 'detail' ? null : markOf({ ...wish, squeeze: 1.15 });
    for (const share of sharesFor(side, scene)) {
      const column =
        items.length > 0 || mark
          ? layoutColumn({ items, box: boxFor(wish.format, side, share), align: 'left', vertical: upright[side], mark })
          : null;
      if ((items.length > 0 || mark) && !column) continue;
      const { edge, picture } = besides(wish.format, side, column, share);
      const badge = wantsBadge && !hasPriceLine ? badgeFor(wish, column, picture) : null;
      if (wantsBadge && !hasPriceLine && !badge) break;
      return { column, side, edge, picture, badge };
    }
  }
  throw new Error(`No layout fits the film's ${scene.name}`);
}

const upright = { above: 'top', below: 'bottom', left: 'middle', right: 'middle' } as const;

/** The part of the picture's height, or of the words' width, that is tried; the first is the best looking. */
function sharesFor(side: Side, { name }: FilmScene): number[] {
  if (side === 'left' || side === 'right') return [0.5, 0.56, 0.62, 0.68, 0.74];
  const first = name === 'end' ? 0.46 : 0.5;
  return [0, 1, 2, 3, 4, 5].map((step) => first - step * 0.05);
}

function boxFor(format: Format, side: Side, share: number): Box {
  const { safe, height } = format;
  const floor = height * (1 - floorShare);
  const tall = Math.min(safe.height, floor - share * height - safe.y - 50);
  switch (side) {
    case 'above':
      return { ...safe, height: tall };
    case 'below': {
      const room = Math.min(safe.height, bottom(safe) - share * height);
      return { ...safe, y: bottom(safe) - room, height: room };
    }
    case 'left':
      return { ...safe, width: safe.width * share };
    case 'right':
      return { ...safe, x: safe.x + safe.width * (1 - share), width: safe.width * share };
  }
}

function besides(format: Format, side: Side, column: Column | null, share: number): Pick<ScenePlan, 'edge' | 'picture'> {
  const { safe, width, height } = format;
  const floor = height * (1 - floorShare);
  const box = boxFor(format, side, share);
  const [gap, margin] = [56, 60];
  switch (side) {
    case 'above': {
      const edge = column ? bottom(column.box) : safe.y - 40;
      return { edge, picture: { x: safe.x, y: edge + gap, width: width - 2 * safe.x, height: floor - edge - gap } };
    }
    case 'below': {
      const edge = column ? column.box.y : bottom(safe);
      return { edge, picture: { x: safe.x, y: 0, width: width - 2 * safe.x, height: edge - gap } };
    }
    case 'left': {
      const edge = right(box);
      return { edge, picture: { x: edge + gap, y: margin, width: width - margin - edge - gap, height: floor - margin } };
    }
    case 'right':
      return { edge: box.x, picture: { x: margin, y: margin, width: box.x - gap - margin, height: floor - margin } };
  }
}
