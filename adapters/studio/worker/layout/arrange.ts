/** Divides a format between words and picture: the words are measured first, the picture takes all that is left. */

import { extentOf } from '../../../../src/generation/copy/writing.ts';
import type { Box, Format } from '../../../../src/generation/formats.ts';
import { type Column, type ColumnItem, layoutColumn, type Mark } from './column.ts';
import { bottom, right } from './placed.ts';
import { type ItemWish, itemOf, oldAbove, unitOf } from './words.ts';

/** How a look wants its picture to sit in the format. */
export type ArrangeWish = ItemWish & {
  /** True when the price has found no place on the picture. */
  hasPriceLine: boolean;
  /** Width : height of the cut-out; null for a photo, which takes any shape. */
  aspect: number | null;
  /** Outer margin of pictures that do not bleed, in px. */
  margin: number;
  /** From the lower edge to the floor, in px; 0 lets the picture bleed off. */
  floor: number;
  /** Words stay above this line, in px from the top. */
  wordsEnd: number;
  /** Smallest part of the height that the picture may get before type gives way. */
  pictureShare: number;
  /** Between a headline across and the details below it, where the ground changes its colour on the way; in px, absent: nothing. */
  slope?: number;
  /** Size of the logo in its own pixels; it takes the place of the brand's name. Null: none. */
  logo: { width: number; height: number } | null;
};

export type Arrangement = { columns: Column[]; picture: Box };

export type Roles = Parameters<typeof itemOf>[1][];

export const items = (wish: ArrangeWish, roles: Roles, size = 1): ColumnItem[] => {
  const kept: Roles = wish.hasPriceLine ? roles : roles.filter((role) => role !== 'price');
  return kept.flatMap((role) => {
    const item = itemOf(wish, role, size);
    return role === 'price' ? oldAbove(wish, item) : [item];
  });
};

const allRoles: Roles = ['brand', 'headline', 'body', 'price', 'button', 'address', 'small-print'];

/** Every logo covers about the same area, so that a long one is not louder than a square one; in u. */
const markSize = { area: 11_000, lowest: 40, highest: 100, widest: 340, gap: 32 } as const;

export function markOf({ logo, format, squeeze }: Pick<ArrangeWish, 'logo' | 'format' | 'squeeze'>): Mark | null {
  if (!logo) return null;
  const u = unitOf(format) * Math.max(0.6, squeeze);
  const aspect = logo.width / logo.height;
  const wished = Math.min(markSize.highest, Math.max(markSize.lowest, Math.sqrt(markSize.area / aspect)));
  const height = Math.min(wished, markSize.widest / aspect);
  return { width: height * aspect * u, height: height * u, gap: markSize.gap * u };
}

export const isEmpty = (column: Column) => column.texts.length === 0 && !column.button && !column.logo;

/** Words above, picture below down to the floor. */
export function wordsAbove(wish: ArrangeWish, align: 'left' | 'center' = 'left'): Arrangement | null {
  const { format, margin } = wish;
  const { safe } = format;
  const gap = unitOf(format) * 44;
  const floor = format.height - wish.floor;
  // A wide product cannot use more height than its width allows: the words get the rest.
  const usable = wish.aspect === null ? 1 : ((format.width - 2 * margin) / wish.aspect / format.height) * 1.12;
  for (let share = Math.min(wish.pictureShare, usable); share >= 0.15; share -= 0.05) {
    const height = Math.min(safe.height, floor - safe.y - gap - share * format.height);
    if (height < 80) continue;
    const box = { ...safe, height };
    const column = layoutColumn({ items: items(wish, allRoles), box, align, vertical: 'top', mark: markOf(wish) });
    if (!column) continue;
    const top = isEmpty(column) ? margin : bottom(column.box) + gap;
    return { columns: [column], picture: { x: margin, y: top, width: format.width - 2 * margin, height: floor - top } };
  }
  return null;
}

/** Words on one side, picture on the other over the whole height. */
export function wordsBeside(
  wish: ArrangeWish,
  picture: 'left' | 'right' = 'right',
  vertical: 'middle' | 'bottom' = 'middle',
): Arrangement | null {
  const { format } = wish;
  const { safe } = format;
  for (const part of [0.5, 0.56, 0.62, 0.68, 0.74, 0.8]) {
    const width = safe.width * part;
    const x = picture === 'right' ? safe.x : right(safe) - width;
    const box = { x, y: safe.y, width, height: Math.min(bottom(safe), wish.wordsEnd) - safe.y };
    const column = layoutColumn({ items: items(wish, allRoles), box, align: 'left', vertical, mark: markOf(wish) });
    if (!column) continue;
    const isCramped = column.headlinePx > 0 && column.headlinePx < itemOf(wish, 'headline').px * 0.55;
    if (isCramped && part < 0.6) continue;
    return { columns: [column], picture: besideOf(wish, box, picture) };
  }
  return null;
}

/** What a column of words leaves on its left or on its right. */
export function besideOf({ format, margin, floor }: ArrangeWish, words: Box, side: 'left' | 'right'): Box {
  const gap = unitOf(format) * 48;
  const from = side === 'right' ? right(words) + gap : margin;
  const to = side === 'right' ? format.width - margin : words.x - gap;
  return { x: from, y: margin, width: to - from, height: format.height - margin - floor };
}

/** Headline across the top; below it the details left and the picture right. A button on two lines gets a wider column. */
export function headlineAcross(wish: ArrangeWish, part: number): Arrangement | null {
  const tries = [part, part + 0.06, part + 0.12].map((one) => acrossAt(wish, one));
  const hasOneLineButton = (one: Arrangement | null) =>
    one?.columns.every(({ button }) => (button?.label.fitted.lines.length ?? 1) === 1);
  return tries.find(hasOneLineButton) ?? tries.find((one) => one !== null) ?? null;
}

function acrossAt(wish: ArrangeWish, part: number): Arrangement | null {
  const { format, margin } = wish;
  const { safe } = format;
  const u = unitOf(format);
  const floor = format.height - wish.floor;
  const size = format.height > format.width * 1.2 ? 1.28 : 1.12;
  const isLong = extentOf(wish.words.body) > 60;
  const roomy = items(wish, ['body', 'price', 'button'], size);
  const lead = roomy.map((item) => (item.role === 'body' ? { ...item, maxLines: isLong ? 5 : 3 } : item));
  const details = [...lead, ...items(wish, ['address', 'small-print'])];
  for (let share = wish.pictureShare; share >= 0.2; share -= 0.05) {
    const height = floor - safe.y - 40 * u - share * format.height;
    const head = layoutColumn({
      items: items(wish, ['brand', 'headline']),
      box: { ...safe, height },
      align: 'left',
      vertical: 'top',
      mark: markOf(wish),
    });
    if (!head) continue;
    const top = isEmpty(head) ? safe.y : bottom(head.box) + 40 * u;
    const left = safe.x + safe.width * part;
    const picture = { x: left, y: top, width: format.width - margin - left, height: floor - top };
    const end = Math.min(bottom(safe), wish.wordsEnd);
    const start = top + (wish.slope ?? 0);
    const box = { x: safe.x, y: start, width: left - safe.x - 40 * u, height: end - start };
    const column = layoutColumn({ items: details, box, align: 'left', vertical: 'bottom' });
    if (column) return { columns: [head, column], picture };
  }
  return null;
}

/** Photo above, words below: headline across, then the body left and the button right. */
export function wordsBelow(wish: ArrangeWish): Arrangement | null {
  const { format, margin } = wish;
  const { safe } = format;
  const u = unitOf(format);
  const hasDetails = ['body', 'address', 'small-print'].some((role) => wish.words[role as 'body'] !== '') || wish.hasPriceLine;
  for (let share = wish.pictureShare; share >= 0.2; share -= 0.05) {
    const most = bottom(safe) - format.height * share - margin;
    const details = items(wish, ['body', 'price', 'address', 'small-print']);
    const part = wish.words.button === '' ? 1 : 0.58;
    const low = { ...safe, y: 0, height: most * 0.6 };
    const leftColumn = layoutColumn({
      items: details,
      box: { ...low, width: safe.width * part },
      align: 'left',
      vertical: 'top',
    });
    const buttonWidth = hasDetails ? safe.width * (1 - part) - 24 * u : safe.width;
    const rightColumn = layoutColumn({
      items: items(wish, ['button']),
      box: { ...low, x: right(safe) - buttonWidth, width: buttonWidth },
      align: hasDetails ? 'right' : 'left',
      vertical: 'top',
    });
    if (!leftColumn || !rightColumn) continue;
    const row = Math.max(leftColumn.box.height, rightColumn.box.height);
    const gap = row > 0 ? 34 * u : 0;
    const headWish = items(wish, ['brand', 'headline']);
    const headBox = { ...safe, height: most - row - gap };
    const head = layoutColumn({ items: headWish, box: headBox, align: 'left', vertical: 'top', mark: markOf(wish) });
    if (!head) continue;
    const top = bottom(safe) - row - gap - head.box.height;
    const rowTop = bottom(safe) - row;
    return {
      columns: [
        moved(head, top - head.box.y),
        moved(leftColumn, rowTop + (row - leftColumn.box.height) / 2 - leftColumn.box.y),
        moved(rightColumn, rowTop + (row - rightColumn.box.height) / 2 - rightColumn.box.y),
      ],
      picture: { x: margin, y: margin, width: format.width - 2 * margin, height: top - 44 * u - margin },
    };
  }
  return null;
}

export function moved(column: Column, dy: number): Column {
  const { button } = column;
  return {
    ...column,
    box: { ...column.box, y: column.box.y + dy },
    texts: column.texts.map((text) => ({ ...text, top: text.top + dy })),
    logo: column.logo && { ...column.logo, y: column.logo.y + dy },
    button: button && {
      box: { ...button.box, y: button.box.y + dy },
      label: { ...button.label, top: button.label.top + dy },
      arrow: { ...button.arrow, y: button.arrow.y + dy },
    },
  };
}

export const isWide = (format: Format) => format.width / format.height > 1.5;
export const isStory = (format: Format) => format.width / format.height < 0.6;
