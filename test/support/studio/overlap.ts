/** How much two looks of the same ad have in common: the overlap of the boxes that both have. */
import type { Art } from '../../../adapters/studio/worker/drawing/art.ts';
import { composeScene } from '../../../adapters/studio/worker/drawing/draw-still.ts';
import { textBox } from '../../../adapters/studio/worker/layout/placed.ts';
import { allTexts } from '../../../adapters/studio/worker/looks/look.ts';
import { type Box, formats, type StillId } from '../../../src/generation/formats.ts';
import type { Recipe } from '../../../src/generation/recipe.ts';

export type Boxes = ReadonlyMap<string, Box>;

/** The same layout, with pictures of a few pixels: only the boxes are wanted. */
export const tinyArt = (art: Art): Art => ({
  ...art,
  product: art.product && { ...art.product, at: () => art.product?.at(8, 8) ?? art.photo.crop(1, 8) },
  photo: { ...art.photo, crop: (aspect) => art.photo.crop(aspect, 8) },
});

/** Where the product and each kind of text stand. */
export async function boxesOf(recipe: Recipe, id: StillId, art: Art): Promise<Boxes> {
  const scene = await composeScene(recipe, formats[id], art);
  const boxes = new Map<string, Box>([['product', scene.product]]);
  for (const text of allTexts(scene)) if (!boxes.has(text.role)) boxes.set(text.role, textBox(text));
  return boxes;
}

/** Shared area by covered area, 0 to 1. */
export function overlap(one: Box, other: Box): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  const shared = Math.max(0, width) * Math.max(0, height);
  return shared / (one.width * one.height + other.width * other.height - shared);
}

export const overlapsOf = (one: Boxes, other: Boxes): number[] =>
  [...one].flatMap(([name, box]) => {
    const there = other.get(name);
    return there ? [overlap(box, there)] : [];
  });

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
