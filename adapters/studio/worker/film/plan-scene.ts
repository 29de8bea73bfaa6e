/** Lays out the words and the picture of one scene: the words are measured first, the picture takes what is left. */
import type { Box, Format } from '../../../../src/generation/formats.ts';
import type { Recipe } from '../../../../src/generation/recipe.ts';
import type { BrandFont } from '../brand-font/brand-font.ts';
import { markOf } from '../layout/arrange.ts';
import { placeBadge } from '../layout/badge.ts';
import { type Column, type ColumnItem, layoutColumn } from '../layout/column.ts';
import { bottom, type PlacedBadge } from '../layout/placed.ts';
import { itemOf, smallestPx, unitOf, wordsOf } from '../layout/words.ts';
import { columnBoxes, oldPriceStyle } from '../looks/compose.ts';
import { hanScriptOf } from '../text/script.ts';
import { spoken } from '../text/spoken.ts';
import type { FilmStyle, SceneName } from './film-style.ts';

export type ScenePlan = { column: Column | null; wordsEnd: number; picture: Box; badge: PlacedBadge | null };

export type PlanWish = {
  recipe: Recipe;
  format: Format;
  style: FilmStyle;
  /** Its size in its own pixels; it takes the place of the brand's name. Null: none. */
  logo: { width: number; height: number } | null;
  /** The brand's own; null: none. */
  font: BrandFont | null;
  /** Where a picture of the given area stands. */
  stand(picture: Box): Box;
};

const floorShare = 0.052;

function itemsOf(wish: PlanWish, scene: SceneName, hasPriceLine: boolean): ColumnItem[] {
  const { recipe, format, style } = wish;
  const words = { ...wordsOf(recipe), ...(wish.logo ? { brand: '' } : {}) };
  const voice = { han: hanScriptOf(recipe), font: wish.font };
  const inner = { words, scale: style.scale, format, squeeze: 1, voice };
  const price = hasPriceLine ? [itemOf(inner, 'price', 1.25)] : [];
  switch (scene) {
    case 'hook':
      return [itemOf(inner, 'brand', 1.15), itemOf(inner, 'headline', 1.08)];
    case 'proof': {
      const text = inner.words.body || inner.words.brand;
      const px = style.statement.size * unitOf(format);
      const item = itemOf(inner, 'body');
      return [
        {
          ...item,
          text,
          style: spoken(style.statement.style, text, voice, 'display'),
          colours: style.statement.colours,
          px,
          minPx: 34,
          maxLines: 5,
        },
      ];
    }
    case 'offer':
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

function badgeFor(wish: PlanWish, column: Column | null, picture: Box): PlacedBadge | null {
  const { recipe, format, style } = wish;
  const words = wordsOf(recipe);
  const voice = { han: hanScriptOf(recipe), font: wish.font };
  const taken = column ? columnBoxes({ columns: [column] }) : [];
  return placeBadge({
    price: words.price,
    oldPrice: words['old-price'],
    style: spoken(style.scale.price.style, words.price, voice, 'display'),
    oldStyle: spoken(oldPriceStyle, words['old-price'], voice, 'text'),
    radius: style.badge.radius * unitOf(format),
    minPx: smallestPx(format) + 4,
    colours: [style.badge.ink],
    safe: format.safe,
    product: wish.stand(picture),
    isPhoto: recipe.route !== 'cutout',
    taken,
  });
}

export function planScene(wish: PlanWish, scene: SceneName): ScenePlan {
  const { format, recipe } = wish;
  const { safe } = format;
  const floor = format.height * (1 - floorShare);
  const wantsBadge = scene === 'offer' && wordsOf(recipe).price !== '';
  for (const hasPriceLine of wantsBadge ? [false, true] : [false]) {
    for (let share = scene === 'offer' ? 0.46 : 0.5; share >= 0.2; share -= 0.05) {
      const height = Math.min(safe.height, floor - share * format.height - safe.y - 50);
      const items = itemsOf(wish, scene, hasPriceLine).filter((item) => item.text !== '');
      const mark = scene === 'proof' ? null : markOf({ ...wish, squeeze: 1.15 });
      const hasWords = items.length > 0 || mark !== null;
      const column = hasWords ? layoutColumn({ items, box: { ...safe, height }, align: 'left', vertical: 'top', mark }) : null;
      if (hasWords && !column) continue;
      const wordsEnd = column ? bottom(column.box) : safe.y - 40;
      const picture = { x: safe.x, y: wordsEnd + 56, width: format.width - 2 * safe.x, height: floor - wordsEnd - 56 };
      const badge = wantsBadge && !hasPriceLine ? badgeFor(wish, column, picture) : null;
      if (wantsBadge && !hasPriceLine && !badge) break;
      return { column, wordsEnd, picture, badge };
    }
  }
  throw new Error(`No layout fits the film's ${scene}`);
}
