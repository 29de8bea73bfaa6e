/** The product where it stands in an ad: its shadows, which the ground gets, and its own pixels. */
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import type { Box } from '../../../../src/generation/formats.ts';
import type { Recipe } from '../../../../src/generation/recipe.ts';
import type { Footprint, ProductArt } from './art.ts';
import { contactShadow, silhouetteShadow, turned } from './shadow.ts';

/** `route`: a multiplied product is a whole photo whose white takes on the ground, and has its shadows with it. */
export type Standing = { canvas: Canvas; at: Box; footprint: Footprint; route: Recipe['route'] };

export async function stand(art: ProductArt, box: Box, route: Recipe['route']): Promise<Standing> {
  const canvas = await art.at(box.width, box.height);
  return { canvas, at: { ...box, x: Math.round(box.x), y: Math.round(box.y) }, footprint: art.footprint, route };
}

/** How large the product's box becomes when it is turned, for a product of this size. */
export const turnedSize = ({ width, height }: { width: number; height: number }, angle: number) => ({
  width: width * Math.cos(angle) + height * Math.abs(Math.sin(angle)),
  height: width * Math.abs(Math.sin(angle)) + height * Math.cos(angle),
});

/** `box`: of the turned product. */
export async function lean(art: ProductArt, box: Box, angle: number, route: Recipe['route']): Promise<Standing> {
  const scale = box.width / turnedSize(art, angle).width;
  const canvas = turned(await art.at(art.width * scale, art.height * scale), angle);
  const at = { x: Math.round(box.x), y: Math.round(box.y), width: canvas.width, height: canvas.height };
  return { canvas, at, footprint: art.footprint, route };
}

/** `contact`: strength of the shadow on the floor, 0 for a product that does not stand on one. */
export function paintShadows(ctx: SKRSContext2D, standing: Standing, tint: string, cast: number, contact = 1): void {
  const { canvas, at, footprint, route } = standing;
  if (route === 'multiply') return;
  if (contact > 0) contactShadow(ctx, at, footprint, tint, contact);
  silhouetteShadow(ctx, canvas, at, tint, cast);
}

export function paintProduct(ctx: SKRSContext2D, { canvas, at, route }: Standing): void {
  ctx.save();
  if (route === 'multiply') ctx.globalCompositeOperation = 'multiply';
  ctx.drawImage(canvas, at.x, at.y);
  ctx.restore();
}
