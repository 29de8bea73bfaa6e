/** Widths and heights of text as it will be drawn. */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { type FontWish, useFont } from '../fonts.ts';

/** How a piece of text is set; `lineHeight` in em. */
export type TextStyle = FontWish & { lineHeight: number };

/** Tells styles apart where something is remembered of a text. */
export const styleKey = ({ face, script, tracking, own }: TextStyle): string =>
  `${face}|${script ?? 'latin'}|${tracking}|${own ?? ''}`;

let ruler: SKRSContext2D | null = null;
const getRuler = () => {
  ruler ??= createCanvas(8, 8).getContext('2d');
  return ruler;
};

/** Text is measured once at this size and scaled: layout asks for the same words at many sizes. */
const measuredAt = 200;

type Extent = { width: number; ascent: number; descent: number; left: number; right: number };
const known = new Map<string, Extent>();

function extentAtRulerSize(text: string, style: TextStyle): Extent {
  const key = `${styleKey(style)}|${text}`;
  const found = known.get(key);
  if (found) return found;
  const ctx = getRuler();
  useFont(ctx, style, measuredAt);
  const measured = ctx.measureText(text);
  const width = text === '' ? 0 : measured.width - style.tracking * measuredAt;
  const ink = inkOf(ctx, text);
  const extent = {
    width,
    ascent: ink?.ascent ?? measured.actualBoundingBoxAscent,
    descent: ink?.descent ?? measured.actualBoundingBoxDescent,
    left: measured.actualBoundingBoxLeft,
    right: measured.actualBoundingBoxRight,
  };
  if (known.size > 20_000) known.clear();
  known.set(key, extent);
  return extent;
}

/** Where letters come from several files, the engine tells the height of the first alone: then each is measured by itself. Null: it is right. */
function inkOf(ctx: SKRSContext2D, text: string): Pick<Extent, 'ascent' | 'descent'> | null {
  if (!/[^\u0020-\u00ff]/u.test(text)) return null;
  const each = [...new Set(text)].filter((one) => one !== ' ').map((one) => ctx.measureText(one));
  return {
    ascent: Math.max(...each.map((one) => one.actualBoundingBoxAscent)),
    descent: Math.max(...each.map((one) => one.actualBoundingBoxDescent)),
  };
}

export function measureText(text: string, style: TextStyle, px: number): Extent {
  const at = extentAtRulerSize(text, style);
  const scale = px / measuredAt;
  return {
    width: at.width * scale,
    ascent: at.ascent * scale,
    descent: at.descent * scale,
    left: at.left * scale,
    right: at.right * scale,
  };
}

export const textWidth = (text: string, style: TextStyle, px: number) => measureText(text, style, px).width;
