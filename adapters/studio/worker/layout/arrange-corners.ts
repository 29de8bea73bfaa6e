/** Arrangements whose words stand in the corners and leave the middle to the picture. */
import type { Box } from '../../../../src/generation/formats.ts';
import { type Arrangement, type ArrangeWish, isEmpty, items, markOf, moved } from './arrange.ts';
import { sharesOf } from './arrange-around.ts';
import { type Column, layoutColumn } from './column.ts';
import { bottom, right } from './placed.ts';
import { unitOf } from './words.ts';

type Pair = { left: Box; far: Box };

const hasWholeButton = ({ button }: Column) => (button?.label.fitted.lines.length ?? 1) === 1;
const endOf = (columns: Column[], otherwise: number) =>
  Math.max(otherwise, ...columns.filter((column) => !isEmpty(column)).map((column) => bottom(column.box)));

/** The brand left, its address right. */
function upperCorners(wish: ArrangeWish, { left, far }: Pair): Column[] | null {
  const brand = layoutColumn({ items: items(wish, ['brand']), box: left, align: 'left', vertical: 'top', mark: markOf(wish) });
  const address = layoutColumn({ items: items(wish, ['address']), box: far, align: 'right', vertical: 'top' });
  return brand && address && [brand, address];
}

/** The headline and what explains it left, price and button right; both stand on the same foot. */
function lowerCorners(wish: ArrangeWish, { left, far }: Pair): [Column, Column] | null {
  const head = layoutColumn({
    items: items(wish, ['headline', 'body', 'small-print']),
    box: left,
    align: 'left',
    vertical: 'bottom',
  });
  const act = layoutColumn({ items: items(wish, ['price', 'button']), box: far, align: 'right', vertical: 'bottom' });
  return head && act && [head, act];
}

/** As wide as the button needs, if it can be. */
function lowerPair(wish: ArrangeWish, box: Box): [Column, Column] | null {
  const gap = unitOf(wish.format) * 40;
  for (const part of [0.62, 0.54, 0.48]) {
    const left = { ...box, width: box.width * part - gap };
    const far = { ...box, x: box.x + box.width * part, width: box.width * (1 - part) };
    const pair = lowerCorners(wish, { left, far });
    if (pair && (hasWholeButton(pair[1]) || part === 0.48)) return pair;
  }
  return null;
}

const halves = (wish: ArrangeWish): Pair => {
  const { safe } = wish.format;
  const width = safe.width * 0.5 - unitOf(wish.format) * 18;
  const left = { ...safe, width, height: safe.height * 0.3 };
  return { left, far: { ...left, x: right(safe) - width } };
};

/** Brand and address above, headline and button below, the picture between them. */
export function wordsInCorners(wish: ArrangeWish): Arrangement | null {
  const { format, margin } = wish;
  const { safe } = format;
  const gap = unitOf(format) * 36;
  const upper = upperCorners(wish, halves(wish));
  if (!upper) return null;
  const isBare = upper.every(isEmpty);
  const top = endOf(upper, safe.y) + gap;
  for (const share of sharesOf(wish, 0.15)) {
    const height = bottom(safe) - top - gap - share * format.height;
    if (height < 60) continue;
    const lower = lowerPair(wish, { ...safe, y: bottom(safe) - height, height });
    if (!lower) continue;
    const end = Math.min(...lower.filter((column) => !isEmpty(column)).map((column) => column.box.y), bottom(safe)) - gap;
    const start = isBare ? margin : top;
    return {
      columns: [...upper, ...lower],
      picture: { x: margin, y: start, width: format.width - 2 * margin, height: end - start },
    };
  }
  return null;
}

/** All words above, the picture below down to the floor. */
export function wordsInUpperCorners(wish: ArrangeWish): Arrangement | null {
  const { format, margin } = wish;
  const { safe } = format;
  const gap = unitOf(format) * 36;
  const upper = upperCorners(wish, halves(wish));
  if (!upper) return null;
  const start = upper.every(isEmpty) ? safe.y : endOf(upper, safe.y) + gap;
  for (const share of sharesOf(wish, 0.15)) {
    const height = Math.min(bottom(safe), format.height - wish.floor - share * format.height - gap) - start;
    if (height < 60) continue;
    const lower = lowerPair(wish, { ...safe, y: start, height });
    if (!lower) continue;
    const used = Math.max(...lower.map((column) => column.box.height));
    const columns = [...upper, ...lower.map((column) => moved(column, used - height))];
    const top = endOf(columns, margin) + gap;
    return {
      columns,
      picture: { x: margin, y: top, width: format.width - 2 * margin, height: format.height - wish.floor - top },
    };
  }
  return null;
}

/** The picture over the whole height in the middle, the words left and right of it. */
export function wordsInSideCorners(wish: ArrangeWish): Arrangement | null {
  const { format, margin } = wish;
  const { safe } = format;
  const gap = unitOf(format) * 40;
  for (const [first, last] of [
    [0.34, 0.24],
    [0.38, 0.28],
    [0.42, 0.32],
  ] as const) {
    const left = { ...safe, width: safe.width * first };
    const far = { ...safe, x: right(safe) - safe.width * last, width: safe.width * last };
    const lower = lowerCorners(wish, { left, far });
    if (!lower || (!hasWholeButton(lower[1]) && last < 0.32)) continue;
    const free = Math.min(...lower.map((column) => column.box.y)) - safe.y - gap;
    const upper = free < 30 ? null : upperCorners(wish, { left: { ...left, height: free }, far: { ...far, height: free } });
    if (!upper) continue;
    const from = right(left) + gap;
    const picture = { x: from, y: margin, width: far.x - gap - from, height: format.height - margin - wish.floor };
    return { columns: [...upper, ...lower], picture };
  }
  return null;
}
