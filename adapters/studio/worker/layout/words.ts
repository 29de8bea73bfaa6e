/** Turns the copy of a recipe into column items, in the type of a look. */
import type { Format } from '../../../../src/generation/formats.ts';
import type { Recipe } from '../../../../src/generation/recipe.ts';
import { drawableText } from '../../glyph-coverage.ts';
import type { TextStyle } from '../text/measure.ts';
import { spoken, type Voice } from '../text/spoken.ts';
import type { ColumnItem } from './column.ts';
import type { TextRole } from './placed.ts';

/** One level of a look's type scale; sizes and gaps in u. */
export type TypeLevel = {
  style: TextStyle;
  size: number;
  gap: number;
  maxLines: number;
  isUpper?: boolean;
  /** Of a price: what it was before stands above it instead of behind it. */
  hasOldAbove?: boolean;
  colours: readonly string[];
};
export type TypeScale = Record<Exclude<TextRole, 'old-price' | 'price'>, TypeLevel> & {
  price: Pick<TypeLevel, 'style' | 'colours'>;
  /** The price when it stands in the column. */
  'price-line': TypeLevel;
};

/** Design unit: 1 on a 1080 square. */
export const unitOf = (format: Pick<Format, 'width' | 'height'>) =>
  format.width / format.height > 1.8 ? format.height / 628 : Math.sqrt(format.width * format.height) / 1080;

/** Nothing is set smaller than this; 1.91:1 and 16:9 are shown larger than their pixels, banners exactly as large. */
export function smallestPx({ kind, width, height }: Pick<Format, 'kind' | 'width' | 'height'>): number {
  if (kind === 'display') return Math.min(14, Math.max(10, Math.ceil(Math.sqrt(width * height) / 12) / 2));
  if (kind === 'variant') return Math.min(24, Math.ceil((48 * width) / 1_080) / 2);
  return width > 1_500 ? 30 : 24;
}

export function wordsOf(recipe: Recipe): Record<TextRole, string> {
  const { copy, brand } = recipe;
  return {
    headline: drawableText(copy.headline),
    body: drawableText(copy.body),
    button: drawableText(copy.button),
    price: drawableText(copy.price),
    'old-price': drawableText(copy.oldPrice),
    'small-print': drawableText(copy.smallPrint),
    brand: drawableText(brand.name),
    address: drawableText(brand.webAddress),
  };
}

export type ItemWish = {
  words: Record<TextRole, string>;
  scale: TypeScale;
  format: Format;
  /** Below 1 only when text is so long that it fits no other way. */
  squeeze: number;
  voice: Voice;
};

/** Whose capitals these letters have: Greek ones lose their accents, a Turkish i keeps its dot. */
function letterCaseOf(text: string): string {
  if (/\p{Script=Greek}/u.test(text)) return 'el';
  return /[ığİ]/u.test(text) ? 'tr' : 'und';
}

/** The item of one role; `size` scales it, e.g. for a column that is wide. */
export function itemOf(wish: ItemWish, role: Exclude<TextRole, 'old-price'>, size = 1): ColumnItem {
  const level = role === 'price' ? wish.scale['price-line'] : wish.scale[role];
  const u = unitOf(wish.format);
  const text = wish.words[role];
  const old = wish.words['old-price'];
  const smallest = smallestPx(wish.format) * wish.squeeze;
  const isWide = wish.format.width / wish.format.height > 1.5;
  return {
    role,
    text: level.isUpper ? text.toLocaleUpperCase(letterCaseOf(text)) : text,
    style: spoken(level.style, text, wish.voice, role === 'headline' || role === 'price' ? 'display' : 'text'),
    px: Math.max(smallest, level.size * u * size),
    minPx: smallest,
    maxLines: role === 'headline' && isWide ? 3 : level.maxLines,
    gap: level.gap * u,
    colours: level.colours,
    ...(role === 'price' && old !== '' && !level.hasOldAbove
      ? { struckAfter: { text: old, style: spoken(wish.scale.body.style, old, wish.voice, 'text') } }
      : {}),
  };
}

/** The old price as an item of its own, and what is left to be set of the gap to the price below it. */
export function oldAbove(wish: ItemWish, price: ColumnItem): ColumnItem[] {
  const text = wish.words['old-price'];
  if (text === '' || price.text === '' || !wish.scale['price-line'].hasOldAbove) return [price];
  const style = spoken(wish.scale.body.style, text, wish.voice, 'text');
  const px = Math.max(price.minPx, price.px * 0.3);
  const old: ColumnItem = { ...price, role: 'old-price', text, style, px, maxLines: 1, isStruck: true };
  return [old, { ...price, gap: price.gap * 0.4 }];
}
