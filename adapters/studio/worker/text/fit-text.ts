/** Finds the size and the lines at which text fills a box: shrink first, then break words, never cut. */
import { breakLines, hyphenateWide } from './break-lines.ts';
import { measureText, type TextStyle } from './measure.ts';

export type FitWish = {
  text: string;
  style: TextStyle;
  width: number;
  height: number;
  maxPx: number;
  /** Not smaller as long as breaking words helps. */
  comfortPx: number;
  minPx: number;
  maxLines: number;
};

export type FittedText = {
  px: number;
  style: TextStyle;
  lines: { text: string; width: number }[];
  width: number;
  /** From the top of the tallest ink of the first line to the lowest ink of the last. */
  height: number;
  /** From the top of the block to the first baseline. */
  ascent: number;
  leading: number;
};

export function setLines(lines: string[], style: TextStyle, px: number): FittedText {
  const leading = px * style.lineHeight;
  const first = measureText(lines[0] ?? '', style, px);
  const capital = measureText('H', style, px).ascent;
  const last = measureText(lines.at(-1) ?? '', style, px);
  const ascent = Math.max(first.ascent, capital);
  const set = lines.map((text) => ({ text, width: measureText(text, style, px).width }));
  const width = Math.max(0, ...set.map((line) => line.width));
  const height = lines.length === 0 ? 0 : ascent + leading * (lines.length - 1) + Math.max(0, last.descent);
  return { px, style, lines: set, width, height, ascent, leading };
}

function trySize(wish: FitWish, px: number, text: string, maxLines: number): FittedText | null {
  const lines = breakLines(text, wish.style, px, wish.width, maxLines);
  if (!lines) return null;
  const fitted = setLines(lines, wish.style, px);
  return fitted.height <= wish.height ? fitted : null;
}

/** The largest size from `from` down to `to` that fits, in steps of about 2 %. */
function largest(wish: FitWish, from: number, to: number, hyphenate: boolean, maxLines: number): FittedText | null {
  for (let px = from; px >= to - 0.01; px = px > to && px * 0.98 < to ? to : px * 0.98) {
    const size = Math.round(px * 2) / 2;
    const text = hyphenate ? hyphenateWide(wish.text, wish.style, size, wish.width) : wish.text;
    const fitted = trySize(wish, size, text, maxLines);
    if (fitted) return fitted;
    if (px <= to) break;
  }
  return null;
}

type Way = { hyphenate: boolean; maxLines: number /** How much its size counts against the others'. */; weight: number };

/** Null when the text does not fit at the smallest size, even with broken words. */
export function fitText(wish: FitWish): FittedText | null {
  const comfortable = largest(wish, wish.maxPx, wish.comfortPx, false, wish.maxLines);
  if (comfortable) return comfortable;
  const ways: Way[] = [
    { hyphenate: false, maxLines: wish.maxLines, weight: 1 },
    { hyphenate: true, maxLines: wish.maxLines, weight: 0.85 },
    { hyphenate: true, maxLines: wish.maxLines + 1, weight: 0.75 },
    { hyphenate: true, maxLines: wish.maxLines + 2, weight: 0.55 },
  ];
  let best: { fitted: FittedText; value: number } | null = null;
  for (const way of ways) {
    const fitted = largest(wish, wish.comfortPx, wish.minPx, way.hyphenate, way.maxLines);
    const value = fitted ? fitted.px * way.weight : 0;
    if (fitted && (!best || value > best.value)) best = { fitted, value };
  }
  return best?.fitted ?? largest(wish, wish.minPx, wish.minPx, true, 40);
}
