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

/** Nothing is set smaller than this; 1.91:1 and 16:9 are shown larger than their pixels. */
export const smallestPx = (format: Pick<Format, 'width'>) => (format.width > 1_500 ? 30 : 24);

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
    ...(role === 'price' && old !== ''
      ? { struckAfter: { text: old, style: spoken(wish.scale.body.style, old, wish.voice, 'text') } }
      : {}),
  };
}
