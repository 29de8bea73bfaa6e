/** Paints text, button and badge; chooses each text's colour by what is really behind it. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Box } from '../../../../src/generation/formats.ts';
import { luminancesIn, measuredContrast } from '../colour/pixels.ts';
import { useFont } from '../fonts.ts';
import { type PlacedButton, type PlacedText, textBox } from '../layout/placed.ts';

export function roundBox(ctx: SKRSContext2D, box: Box, radius: number): void {
  ctx.beginPath();
  ctx.roundRect(box.x, box.y, box.width, box.height, Math.min(radius, box.width / 2, box.height / 2));
}

/** A window with a round top. */
export function archPath(ctx: SKRSContext2D, box: Box, radius: number): void {
  const round = Math.min(radius, box.width / 2, box.height);
  ctx.beginPath();
  ctx.moveTo(box.x, box.y + box.height);
  ctx.lineTo(box.x, box.y + round);
  ctx.arcTo(box.x, box.y, box.x + round, box.y, round);
  ctx.lineTo(box.x + box.width - round, box.y);
  ctx.arcTo(box.x + box.width, box.y, box.x + box.width, box.y + round, round);
  ctx.lineTo(box.x + box.width, box.y + box.height);
  ctx.closePath();
}

export function paintText(ctx: SKRSContext2D, text: PlacedText, colour: string): void {
  const { fitted, align } = text;
  ctx.save();
  ctx.fillStyle = colour;
  useFont(ctx, fitted.style, fitted.px);
  ctx.textBaseline = 'alphabetic';
  ctx.textAlign = 'left';
  fitted.lines.forEach((line, index) => {
    const x = align === 'left' ? text.x : align === 'right' ? text.x - line.width : text.x - line.width / 2;
    ctx.fillText(line.text, x, text.top + fitted.ascent + index * fitted.leading);
  });
  ctx.restore();
  if (text.isStruck) strike(ctx, textBox(text), colour);
}

function strike(ctx: SKRSContext2D, box: Box, colour: string): void {
  const over = box.height * 0.12;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = Math.max(2, box.height * 0.09);
  ctx.lineCap = 'round';
  ctx.beginPath();
  ctx.moveTo(box.x - over, box.y + box.height * 0.62);
  ctx.lineTo(box.x + box.width + over, box.y + box.height * 0.34);
  ctx.stroke();
  ctx.restore();
}

export function paintArrow(ctx: SKRSContext2D, arrow: PlacedButton['arrow'], colour: string): void {
  const head = arrow.length * 0.36;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = arrow.weight;
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  ctx.beginPath();
  ctx.moveTo(arrow.x, arrow.y);
  ctx.lineTo(arrow.x + arrow.length, arrow.y);
  ctx.moveTo(arrow.x + arrow.length - head, arrow.y - head);
  ctx.lineTo(arrow.x + arrow.length, arrow.y);
  ctx.lineTo(arrow.x + arrow.length - head, arrow.y + head);
  ctx.stroke();
  ctx.restore();
}

export type Ink = { colour: string; contrast: number };

/** Only this box is read back: the whole picture would take longer than all else. */
export function luminancesBehind(ctx: SKRSContext2D, box: Box): Float32Array {
  const x = Math.max(0, Math.floor(box.x));
  const y = Math.max(0, Math.floor(box.y));
  const width = Math.max(1, Math.ceil(box.width));
  const height = Math.max(1, Math.ceil(box.height));
  const { data } = ctx.getImageData(x, y, width, height);
  return luminancesIn({ data, width, height }, { x: 0, y: 0, width, height });
}

/** The first colour that reads well; else the one that reads best. */
export function chooseInk(ctx: SKRSContext2D, text: PlacedText, needed: number): Ink {
  const behind = luminancesBehind(ctx, textBox(text));
  let best: Ink | null = null;
  for (const colour of text.colours) {
    const ink = { colour, contrast: measuredContrast(behind, colour) };
    if (ink.contrast >= needed) return ink;
    if (!best || ink.contrast > best.contrast) best = ink;
  }
  return best ?? { colour: '#000000', contrast: measuredContrast(behind, '#000000') };
}
