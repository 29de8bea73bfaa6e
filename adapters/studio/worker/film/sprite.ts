/** A picture that was painted once and is then only moved: what it is at one moment says all that must be drawn again. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Box } from '../../../../src/generation/formats.ts';

/** A plain shape, which takes less time to draw than a picture of it. */
export type Shape = { width: number; height: number; fill(ctx: SKRSContext2D): void };

/** `x`, `y`: where its middle is. `angle` in radians. */
export type Sprite = {
  picture: Canvas | Shape;
  x: number;
  y: number;
  scale: number;
  angle: number;
  alpha: number;
  /** The shape through which it is seen, and the box around that shape; null: all of it. */
  window: { box: Box; path(ctx: SKRSContext2D): void } | null;
};

/** What it shows `seconds` after its scene began; null: nothing. */
export type Layer = (seconds: number) => Sprite | null;

/** Paints once into a picture of its own. */
export function pictureOf(width: number, height: number, paint: (ctx: SKRSContext2D) => void): Canvas {
  const canvas = createCanvas(Math.max(1, Math.ceil(width)), Math.max(1, Math.ceil(height)));
  paint(canvas.getContext('2d'));
  return canvas;
}

/** `at`: its middle. */
export const sprite = (
  picture: Sprite['picture'],
  at: { x: number; y: number },
  over: Partial<Omit<Sprite, 'picture'>> = {},
): Sprite => ({
  picture,
  x: at.x,
  y: at.y,
  scale: 1,
  angle: 0,
  alpha: 1,
  window: null,
  ...over,
});

export function drawSprite(ctx: SKRSContext2D, { picture, x, y, scale, angle, alpha, window }: Sprite): void {
  ctx.save();
  if (window) {
    window.path(ctx);
    ctx.clip();
  }
  ctx.globalAlpha = alpha;
  ctx.translate(x, y);
  if (angle !== 0) ctx.rotate(angle);
  ctx.scale(scale, scale);
  ctx.translate(-picture.width / 2, -picture.height / 2);
  if ('fill' in picture) picture.fill(ctx);
  else ctx.drawImage(picture, 0, 0);
  ctx.restore();
}

export const isSame = (a: Sprite, b: Sprite): boolean =>
  a.picture === b.picture &&
  a.x === b.x &&
  a.y === b.y &&
  a.scale === b.scale &&
  a.angle === b.angle &&
  a.alpha === b.alpha &&
  a.window === b.window;

/** All pixels that it can touch. */
export function extentOf({ picture, x, y, scale, angle, window }: Sprite): Box {
  const [cos, sin] = [Math.abs(Math.cos(angle)) * scale, Math.abs(Math.sin(angle)) * scale];
  const width = picture.width * cos + picture.height * sin + 2;
  const height = picture.width * sin + picture.height * cos + 2;
  const box = { x: x - width / 2, y: y - height / 2, width, height };
  return window ? overlap(box, window.box) : box;
}

function overlap(a: Box, b: Box): Box {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const [right, low] = [Math.min(a.x + a.width, b.x + b.width), Math.min(a.y + a.height, b.y + b.height)];
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, low - y) };
}
