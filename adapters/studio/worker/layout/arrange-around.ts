/** Arrangements whose words stand in two places, with the picture between or beside them. */
import type { Box } from '../../../../src/generation/formats.ts';
import { type Arrangement, type ArrangeWish, besideOf, isEmpty, items, markOf, moved, type Roles } from './arrange.ts';
import { type Column, layoutColumn } from './column.ts';
import { type Align, bottom, right } from './placed.ts';
import { unitOf } from './words.ts';

const headRoles: Roles = ['brand', 'headline'];
const detailRoles: Roles = ['body', 'price', 'button', 'address', 'small-print'];

export const sharesOf = ({ pictureShare }: ArrangeWish, least: number): number[] => {
  const shares: number[] = [];
  for (let share = pictureShare; share >= least; share -= 0.05) shares.push(share);
  return shares;
};

/** Details at the foot of the box, the head in what they leave. */
function headAndDetails(wish: ArrangeWish, box: Box, align: Align, gap: number): { head: Column; details: Column } | null {
  const details = layoutColumn({
    items: items(wish, detailRoles),
    box: { ...box, y: box.y + box.height * 0.3, height: box.height * 0.7 },
    align,
    vertical: 'bottom',
  });
  if (!details) return null;
  const room = isEmpty(details) ? box.height : box.height - details.box.height - gap;
  const head = layoutColumn({
    items: items(wish, headRoles),
    box: { ...box, height: room },
    align,
    vertical: 'top',
    mark: markOf(wish),
  });
  return head && { head, details };
}

/** As on a poster: headline above, details below, the picture in the middle. */
export function wordsAround(wish: ArrangeWish, align: Align = 'center'): Arrangement | null {
  const { format, margin } = wish;
  const { safe } = format;
  const gap = unitOf(format) * 40;
  for (const share of sharesOf(wish, 0.2)) {
    const room = safe.height - share * format.height - 2 * gap;
    if (room < 80) continue;
    const words = headAndDetails(wish, { ...safe, height: room }, align, 0);
    if (!words) continue;
    const details = moved(words.details, bottom(safe) - bottom(words.details.box));
    const top = isEmpty(words.head) ? margin : bottom(words.head.box) + gap;
    const end = isEmpty(details) ? format.height - wish.floor : details.box.y - gap;
    const picture = { x: margin, y: top, width: format.width - 2 * margin, height: end - top };
    return { columns: [words.head, details], picture };
  }
  return null;
}

/** The picture above down to where the words begin, all of them in the middle. */
export function wordsUnder(wish: ArrangeWish): Arrangement | null {
  const { format, margin } = wish;
  const { safe } = format;
  const gap = unitOf(format) * 40;
  for (const share of sharesOf(wish, 0.15)) {
    const height = Math.min(safe.height, bottom(safe) - share * format.height - margin - gap);
    if (height < 80) continue;
    const column = layoutColumn({
      items: items(wish, [...headRoles, ...detailRoles]),
      box: { ...safe, y: bottom(safe) - height, height },
      align: 'center',
      vertical: 'bottom',
      mark: markOf(wish),
    });
    if (!column) continue;
    const end = isEmpty(column) ? bottom(safe) : column.box.y - gap;
    return { columns: [column], picture: { x: margin, y: margin, width: format.width - 2 * margin, height: end - margin } };
  }
  return null;
}

/** Headline left, picture in the middle, details right. */
export function wordsAbreast(wish: ArrangeWish): Arrangement | null {
  const { format } = wish;
  const { safe } = format;
  const gap = unitOf(format) * 40;
  for (const [first, last] of [
    [0.36, 0.25],
    [0.4, 0.27],
    [0.42, 0.3],
  ] as const) {
    const height = Math.min(bottom(safe), wish.wordsEnd) - safe.y;
    const left = { ...safe, width: safe.width * first, height };
    const far = { ...left, x: right(safe) - safe.width * last, width: safe.width * last };
    const head = layoutColumn({
      items: items(wish, headRoles),
      box: left,
      align: 'left',
      vertical: 'middle',
      mark: markOf(wish),
    });
    const details = layoutColumn({ items: items(wish, detailRoles), box: far, align: 'left', vertical: 'middle' });
    if (!head || !details || isEmpty(details)) continue;
    const hasWholeButton = (details.button?.label.fitted.lines.length ?? 1) === 1;
    if (!hasWholeButton && last < 0.3) continue;
    const from = right(left) + gap;
    const picture = { x: from, y: wish.margin, width: far.x - gap - from, height: format.height - wish.margin - wish.floor };
    return { columns: [head, details], picture };
  }
  return null;
}

/** Picture left, and right of it the headline in one column and the details in another. */
export function wordsInColumns(wish: ArrangeWish): Arrangement | null {
  const { format } = wish;
  const { safe } = format;
  const gap = unitOf(format) * 36;
  for (const [first, last] of [
    [0.37, 0.25],
    [0.4, 0.28],
    [0.43, 0.31],
  ] as const) {
    const far = { ...safe, x: right(safe) - safe.width * last, width: safe.width * last };
    const near = { ...safe, x: far.x - gap - safe.width * first, width: safe.width * first };
    const head = layoutColumn({
      items: items(wish, headRoles),
      box: near,
      align: 'left',
      vertical: 'bottom',
      mark: markOf(wish),
    });
    const details = layoutColumn({ items: items(wish, detailRoles), box: far, align: 'left', vertical: 'top' });
    if (!head || !details || isEmpty(details)) continue;
    const wished = items(wish, ['headline'])[0]?.px ?? 0;
    const isCramped = head.headlinePx > 0 && head.headlinePx < wished * 0.5;
    if ((isCramped || (details.button?.label.fitted.lines.length ?? 1) > 1) && last < 0.31) continue;
    return { columns: [head, details], picture: besideOf(wish, near, 'left') };
  }
  return null;
}

/** One column beside the picture: its head at the top, its details at the foot. */
export function wordsApart(wish: ArrangeWish, side: 'left' | 'right', parts = [0.46, 0.5, 0.56, 0.62, 0.7]): Arrangement | null {
  const { format } = wish;
  const { safe } = format;
  for (const part of parts) {
    const width = safe.width * part;
    const x = side === 'right' ? safe.x : right(safe) - width;
    const box = { x, y: safe.y, width, height: Math.min(bottom(safe), wish.wordsEnd) - safe.y };
    const words = headAndDetails(wish, box, 'left', unitOf(format) * 44);
    if (!words) continue;
    const wished = items(wish, ['headline'])[0]?.px ?? 0;
    const isCramped = words.head.headlinePx > 0 && words.head.headlinePx < wished * 0.5;
    const hasWholeButton = (words.details.button?.label.fitted.lines.length ?? 1) === 1;
    if ((isCramped || !hasWholeButton) && part < (parts.at(-1) ?? 1)) continue;
    return { columns: [words.head, words.details], picture: besideOf(wish, box, side) };
  }
  return null;
}
