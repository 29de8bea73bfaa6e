/** Arrangements that all looks share: strips, whose parts stand in one row, towers, and a picture without words. */
import type { Format } from '../../../../src/generation/formats.ts';
import { type Arrangement, type ArrangeWish, isEmpty, items, markOf, type Roles } from './arrange.ts';
import { type Column, layoutColumn } from './column.ts';
import { right } from './placed.ts';

export const isStrip = ({ kind, width, height }: Format): boolean => kind === 'display' && width / height > 2.6;

/** Too narrow for two columns of letters. */
export const isNarrow = ({ kind, width, height }: Format): boolean => kind === 'display' && width < 250 && width < height;

/** Letters may be larger than in the same height of a page: a strip has little else. */
const louder = 1.75;
/** Parts of the strip's height. */
const gap = 0.16;

export function pictureAlone({ format, margin, floor }: ArrangeWish): Arrangement {
  const { width, height } = format;
  return { columns: [], picture: { x: margin, y: margin, width: width - 2 * margin, height: height - margin - floor } };
}

/** As wide as what it shows at the strip's height. */
function pictureWidth({ format, aspect }: ArrangeWish): number {
  const wished = format.height * (aspect === null ? 1.35 : Math.max(0.7, Math.min(1.9, aspect)));
  return Math.min(wished, format.width * 0.26);
}

/** The button, and the price above it or left of it; null when they find no room. */
function actColumns(wish: ArrangeWish): Column[] | null {
  const { safe, height } = wish.format;
  const most = safe.width * 0.34;
  const at = (roles: Roles, end: number, width: number): Column | null => {
    const box = { ...safe, x: end - width, width };
    const wished = items(wish, roles, roles[0] === 'price' ? 0.8 : 1);
    return narrowed(layoutColumn({ items: wished, box, align: 'right', vertical: 'middle' }));
  };
  const together = at(['price', 'button'], right(safe), most);
  if (together && (together.button?.label.fitted.lines.length ?? 1) === 1) return [together];
  const button = at(['button'], right(safe), most);
  const price = button && at(['price'], button.box.x - height * gap, most * 0.7);
  return button && price && [price, button];
}

/** Its box only as wide as what is in it, which stands at its right end. */
function narrowed(column: Column | null): Column | null {
  if (!column) return null;
  const start = Math.min(right(column.box), ...column.texts.map(left), ...(column.button ? [column.button.box.x] : []));
  return { ...column, box: { ...column.box, x: start, width: right(column.box) - start } };
}

const left = (text: Column['texts'][number]): number =>
  text.align === 'left' ? text.x : text.align === 'right' ? text.x - text.fitted.width : text.x - text.fitted.width / 2;

/** Picture, words, price and button in one row; `side`: where the picture stands. */
export function wordsInStrip(wish: ArrangeWish, side: 'left' | 'right'): Arrangement | null {
  const { format } = wish;
  const { safe, height } = format;
  const space = height * gap;
  const taken = pictureWidth(wish);
  const from = side === 'left' ? taken + space : safe.x;
  const free = { ...safe, x: from, width: (side === 'left' ? right(safe) : format.width - taken - space) - from };
  const acts = actColumns({ ...wish, format: { ...format, safe: free } });
  if (!acts) return null;
  const end = Math.min(right(free), ...acts.filter((column) => !isEmpty(column)).map((column) => column.box.x - space));
  const box = { ...free, width: end - from };
  if (box.width < height) return null;
  const words = layoutColumn({
    items: items(wish, ['brand', 'headline', 'body', 'small-print'], louder),
    box,
    align: 'left',
    vertical: 'middle',
    mark: markOf(wish),
  });
  if (!words) return null;
  const picture = { x: side === 'left' ? 0 : format.width - taken, y: 0, width: taken, height };
  return { columns: [words, ...acts], picture };
}
