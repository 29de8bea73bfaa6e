/** Stacks measured blocks of text into a column that surely fits: secondary type gives way first, then the headline. */
import type { Box } from '../../../../src/generation/formats.ts';
import { type FittedText, fitText, setLines } from '../text/fit-text.ts';
import { type TextStyle, textWidth } from '../text/measure.ts';
import { type Align, type PlacedButton, type PlacedText, type TextRole, textBox } from './placed.ts';

export type ColumnItem = {
  role: TextRole;
  text: string;
  style: TextStyle;
  /** Wished size, and the smallest before words are broken or sizes go under the floor, in px. */
  px: number;
  minPx: number;
  maxLines: number;
  /** Space above when it is not the first, in px. */
  gap: number;
  colours: readonly string[];
  /** Set struck through on the same line, after the text. */
  struckAfter?: { text: string; style: TextStyle };
  isStruck?: boolean;
};

export type Column = { texts: PlacedText[]; button: PlacedButton | null; logo: Box | null; box: Box; headlinePx: number };

/** The logo's wished size and the space below it, in px. */
export type Mark = { width: number; height: number; gap: number };

/** `mark`: stands above all items; absent or null: none. */
export type ColumnWish = {
  items: ColumnItem[];
  box: Box;
  align: Align;
  vertical: 'top' | 'middle' | 'bottom';
  mark?: Mark | null;
};

const buttonHeight = 2.35;
const buttonPadding = 1.05;
const arrowLength = 0.95;
const arrowGap = 0.6;

const asideGap = 0.34;
const asidePx = (item: ColumnItem, px: number) => Math.max(item.minPx, px * 0.56);
const asideWidth = ({ struckAfter, ...item }: ColumnItem, px: number): number =>
  struckAfter ? textWidth(struckAfter.text, struckAfter.style, asidePx(item, px)) + px * asideGap : 0;

type Measured = { item: ColumnItem; fitted: FittedText; height: number; gap: number };

const isHeadline = (item: ColumnItem) => item.role === 'headline';

const chromeOf = (px: number) => px * (2 * buttonPadding + arrowLength + arrowGap);

/** One line as long as the type can shrink with its pill; only then more. */
function fitLabel(item: ColumnItem, wished: number, width: number, height: number): FittedText | null {
  for (let px = wished; px > item.minPx; px *= 0.95) {
    const natural = textWidth(item.text, item.style, px);
    if (natural + chromeOf(px) <= width) return setLines([item.text], item.style, px);
  }
  const px = item.minPx;
  const room = width - chromeOf(px);
  return fitText({ text: item.text, style: item.style, width: room, height, maxPx: px, comfortPx: px, minPx: px, maxLines: 2 });
}

/** On one line with what is struck beside it, as large as it fits; null when it does not. Part of a price alone would be a false one. */
function fitWhole(item: ColumnItem, wished: number, width: number): FittedText | null {
  for (let px = wished; px >= item.minPx; px = Math.max(item.minPx, px * 0.97)) {
    if (textWidth(item.text, item.style, px) + asideWidth(item, px) <= width) return setLines([item.text], item.style, px);
    if (px === item.minPx) return null;
  }
  return null;
}

function fitItem(item: ColumnItem, scale: number, width: number, height: number): FittedText | null {
  const wished = Math.max(item.minPx, item.px * scale);
  if (item.role === 'button') return fitLabel(item, wished, width, height);
  if (item.role === 'price' || item.role === 'old-price') {
    const whole = fitWhole(item, wished, width);
    if (whole) return whole;
  }
  const aside = asideWidth(item, item.minPx);
  const floor = isHeadline(item) ? Math.max(item.minPx * 1.35, item.px * 0.22) : item.minPx;
  return fitText({
    text: item.text,
    style: item.style,
    width: width - aside,
    height,
    maxPx: isHeadline(item) ? item.px : item.struckAfter ? item.minPx : wished,
    comfortPx: isHeadline(item) ? item.px * 0.5 : item.minPx,
    minPx: floor,
    maxLines: item.maxLines,
  });
}

const blockHeight = (item: ColumnItem, fitted: FittedText) =>
  item.role === 'button' ? fitted.px * buttonHeight + (fitted.lines.length - 1) * fitted.leading : fitted.height;

/** All blocks at one scale; null when they do not fit. The headline takes what the others leave. */
function measureAll(wish: ColumnWish, scale: number, headlineShare: number): Measured[] | null {
  const { box, items } = wish;
  const gapScale = Math.max(0.7, scale);
  const gaps = items.map((item, index) => (index === 0 ? 0 : item.gap * gapScale));
  const measured = new Map<ColumnItem, FittedText>();
  let left = box.height - gaps.reduce((sum, gap) => sum + gap, 0);
  for (const item of items.filter((candidate) => !isHeadline(candidate))) {
    const fitted = fitItem(item, scale, box.width, Math.max(1, left));
    if (!fitted) return null;
    measured.set(item, fitted);
    left -= blockHeight(item, fitted);
  }
  for (const item of items.filter(isHeadline)) {
    const fitted = fitItem(item, scale, box.width, Math.max(1, left));
    if (!fitted || fitted.px < item.px * headlineShare) return null;
    measured.set(item, fitted);
    left -= blockHeight(item, fitted);
  }
  if (left < -0.5) return null;
  return items.flatMap((item, index) => {
    const fitted = measured.get(item);
    return fitted ? [{ item, fitted, height: blockHeight(item, fitted), gap: gaps[index] ?? 0 }] : [];
  });
}

function solve(wish: ColumnWish): Measured[] | null {
  for (const headlineShare of [0.62, 0.5, 0.4, 0.3, 0]) {
    for (let scale = 1; scale >= 0.55; scale -= 0.05) {
      const measured = measureAll(wish, scale, headlineShare);
      if (measured) return measured;
    }
  }
  return null;
}

const anchor = (box: Box, align: Align) =>
  align === 'left' ? box.x : align === 'right' ? box.x + box.width : box.x + box.width / 2;

function placeButton(block: Measured, wish: ColumnWish, top: number): PlacedButton {
  const { px, width: labelWidth } = block.fitted;
  const width = labelWidth + px * (2 * buttonPadding + arrowLength + arrowGap);
  const at = anchor(wish.box, wish.align);
  const x = wish.align === 'left' ? at : wish.align === 'right' ? at - width : at - width / 2;
  const labelTop = top + (block.height - block.fitted.height) / 2;
  const capMiddle = top + block.height / 2;
  return {
    box: { x, y: top, width, height: block.height },
    label: {
      role: 'button',
      fitted: block.fitted,
      align: 'left',
      x: x + px * buttonPadding,
      top: block.fitted.lines.length === 1 ? capMiddle - block.fitted.ascent / 2 : labelTop,
      colours: block.item.colours,
    },
    arrow: { x: x + px * (buttonPadding + arrowGap) + labelWidth, y: capMiddle, length: px * arrowLength, weight: px * 0.095 },
  };
}

/** The struck text stands on the baseline of the text before it, and both keep to the column's side together. */
function withAside({ item, fitted }: Measured, before: PlacedText): PlacedText[] {
  if (!item.struckAfter) return [before];
  const set = setLines([item.struckAfter.text], item.struckAfter.style, asidePx(item, fitted.px));
  const gap = fitted.px * asideGap;
  const beside = set.width + gap;
  const start = textBox(before).x - (before.align === 'left' ? 0 : before.align === 'right' ? beside : beside / 2);
  const top = before.top + fitted.ascent - set.ascent;
  const x = start + fitted.width + gap;
  const colours = [...item.colours].reverse();
  return [
    { ...before, align: 'left', x: start },
    { role: 'old-price', fitted: set, align: 'left', x, top, colours, isStruck: true },
  ];
}

/** A logo is at most this much higher than the letters of the headline, and never smaller than this part of its wish. */
const mostOfHeadline = 1.15;
const leastOfMark = 0.4;

const headlineOf = (measured: Measured[]) => measured.find((block) => isHeadline(block.item))?.fitted.px ?? 0;
const scaled = (mark: Mark, by: number): Mark => ({ ...mark, width: mark.width * by, height: mark.height * by });

type Solved = { measured: Measured[]; mark: Mark | null; above: number };

/** With the logo above; it gives way to a headline that had to become small. */
function solveBelow(wish: ColumnWish, mark: Mark | null): Solved | null {
  const above = mark ? mark.height + (wish.items.length > 0 ? mark.gap : 0) : 0;
  const measured = above < wish.box.height ? solve({ ...wish, box: { ...wish.box, height: wish.box.height - above } }) : null;
  return measured && { measured, mark, above };
}

function solveWithMark(wish: ColumnWish): Solved | null {
  const mark = wish.mark ?? null;
  const first = solveBelow(wish, mark) ?? (mark && solveBelow(wish, scaled(mark, leastOfMark)));
  const headline = first ? headlineOf(first.measured) : 0;
  if (!first?.mark || !mark || headline === 0 || first.mark.height <= headline * mostOfHeadline) return first;
  const by = Math.max(leastOfMark, (headline * mostOfHeadline) / mark.height);
  return solveBelow(wish, scaled(mark, by)) ?? first;
}

function placeMark(mark: Mark | null, wish: ColumnWish, top: number): Box | null {
  if (!mark) return null;
  const { width, height } = mark;
  const at = anchor(wish.box, wish.align);
  const x = wish.align === 'left' ? at : wish.align === 'right' ? at - width : at - width / 2;
  return { x, y: top, width, height };
}

/** Null when even the smallest setting does not fit: the caller gives the column more room. */
export function layoutColumn(wish: ColumnWish): Column | null {
  const items = wish.items.filter((item) => item.text !== '');
  const solved = solveWithMark({ ...wish, items });
  if (!solved) return null;
  const { measured, mark, above } = solved;
  const height = above + measured.reduce((sum, block) => sum + block.height + block.gap, 0);
  const free = wish.box.height - height;
  let y = wish.box.y + (wish.vertical === 'top' ? 0 : wish.vertical === 'middle' ? free / 2 : free);
  const start = y;
  const logo = placeMark(mark, wish, start);
  y += above;
  const texts: PlacedText[] = [];
  let button: PlacedButton | null = null;
  for (const block of measured) {
    y += block.gap;
    if (block.item.role === 'button') button = placeButton(block, wish, y);
    else {
      const { role, colours } = block.item;
      const placed: PlacedText = {
        role,
        fitted: block.fitted,
        align: wish.align,
        x: anchor(wish.box, wish.align),
        top: y,
        colours,
        ...(block.item.isStruck ? { isStruck: true } : {}),
      };
      texts.push(...withAside(block, placed));
    }
    y += block.height;
  }
  const box = { x: wish.box.x, y: start, width: wish.box.width, height };
  return { texts, button, logo, box, headlinePx: headlineOf(measured) };
}
