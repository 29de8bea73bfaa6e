/** Shadows that make a cut-out stand on the ground: tinted, never black, soft and hard parts together. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Box } from '../../../../src/generation/formats.ts';
import { withAlpha } from '../colour/tone.ts';
import type { Footprint } from './art.ts';

/** The blur works on its own surroundings only; without the clip it would work on the whole picture. */
export function softEllipse(
  ctx: SKRSContext2D,
  at: { x: number; y: number },
  size: { rx: number; ry: number; blur: number },
  colour: string,
): void {
  const room = size.blur * 3.2;
  ctx.save();
  ctx.beginPath();
  ctx.rect(at.x - size.rx - room, at.y - size.ry - room, 2 * (size.rx + room), 2 * (size.ry + room));
  ctx.clip();
  ctx.filter = `blur(${size.blur.toFixed(2)}px)`;
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.ellipse(at.x, at.y, size.rx, size.ry, 0, 0, 2 * Math.PI);
  ctx.fill();
  ctx.restore();
}

/** `tint`: the darkest tone of the backdrop's hue. */
export function contactShadow(ctx: SKRSContext2D, box: Box, footprint: Footprint, tint: string, strength = 1): void {
  const width = Math.max(box.width * 0.25, (footprint.right - footprint.left) * box.width);
  const x = box.x + ((footprint.left + footprint.right) / 2) * box.width;
  const y = box.y + box.height - width * 0.008;
  softEllipse(
    ctx,
    { x: x + width * 0.05, y: y + width * 0.008 },
    { rx: width * 0.6, ry: width * 0.07, blur: width * 0.055 },
    withAlpha(tint, 0.38 * strength),
  );
  softEllipse(ctx, { x, y }, { rx: width * 0.48, ry: width * 0.026, blur: width * 0.014 }, withAlpha(tint, 0.62 * strength));
}

/** A blurred shadow has no detail: it is blurred so many times smaller, which takes a fraction of the time. */
const shadowShrink = 6;

/** The product's own outline in the shadow's colour, blurred; `room` around it on all sides, all of it smaller. */
function smallShadow(product: Canvas, blur: number, room: number, colour: string): Canvas {
  const [width, height] = [product.width / shadowShrink, product.height / shadowShrink];
  const outline = createCanvas(Math.ceil(width) + 2 * room, Math.ceil(height) + 2 * room);
  const ctx = outline.getContext('2d');
  ctx.imageSmoothingQuality = 'medium';
  ctx.drawImage(product, room, room, width, height);
  ctx.globalCompositeOperation = 'source-in';
  ctx.fillStyle = colour;
  ctx.fillRect(0, 0, outline.width, outline.height);
  const blurred = createCanvas(outline.width, outline.height);
  const blurring = blurred.getContext('2d');
  blurring.filter = `blur(${(blur / shadowShrink).toFixed(3)}px)`;
  blurring.drawImage(outline, 0, 0);
  return blurred;
}

/** The product, with its own outline as a soft shadow behind it. */
export function silhouetteShadow(ctx: SKRSContext2D, product: Canvas, box: Box, tint: string, strength: number): void {
  const base = Math.min(box.width, box.height);
  const blur = base * 0.05;
  const room = Math.ceil((blur * 3.2) / shadowShrink) + 2;
  const shadow = smallShadow(product, blur, room, withAlpha(tint, strength));
  const x = box.x + base * 0.035 - room * shadowShrink;
  const y = box.y + base * 0.05 - room * shadowShrink;
  ctx.drawImage(shadow, x, y, shadow.width * shadowShrink, shadow.height * shadowShrink);
  ctx.drawImage(product, box.x, box.y);
}

/** A copy of the product turned by `angle`, with room for its corners. */
export function turned(product: Canvas, angle: number): Canvas {
  const cos = Math.abs(Math.cos(angle));
  const sin = Math.abs(Math.sin(angle));
  const width = Math.ceil(product.width * cos + product.height * sin);
  const height = Math.ceil(product.width * sin + product.height * cos);
  const canvas = createCanvas(width, height);
  const ctx = canvas.getContext('2d');
  ctx.imageSmoothingQuality = 'high';
  ctx.translate(width / 2, height / 2);
  ctx.rotate(angle);
  ctx.drawImage(product, -product.width / 2, -product.height / 2);
  return canvas;
}
