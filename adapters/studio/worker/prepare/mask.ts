/** From the flood's mask to a clean one, and from that to a soft edge. */
import { blurArea, edgeBlocks, fullBlur } from './edge-blocks.ts';
import type { Mask } from './flood.ts';
import { componentsOf } from './runs.ts';
import type { Area } from './tiles.ts';

/** Pixels; smaller pieces are noise and not counted. */
const smallestFragment = 16;
/** Pieces smaller than this part of the largest are dropped. */
const smallestPiece = 0.02;

/** Calls `each` with the blurred value, from 0 to `fullBlur(radius)`, of every pixel near an edge. */
function forBlurred(mask: Mask, blocks: readonly Area[], radius: number, each: (at: number, value: number) => void): void {
  for (const block of blocks) {
    const blurred = blurArea(mask, block, radius);
    for (let y = 0, near = 0; y < block.height; y += 1) {
      const first = (block.top + y) * mask.width + block.left;
      for (let at = first; at < first + block.width; at += 1, near += 1) each(at, blurred[near] as number);
    }
  }
}

/** What belongs to the solid core of a product, and what lies near it. */
const coreFrom = 0.78 * fullBlur(2);
const nearFrom = 0.02 * fullBlur(3);

/** Drops specks, and threads thinner than a few pixels, which are left-over shadow. */
export function tidy(mask: Mask): { mask: Mask; fragments: number } {
  const components = componentsOf(mask);
  const largest = components[0]?.size ?? 0;
  const fragments = components.filter(({ size }) => size >= smallestFragment).length;
  const solid: Mask = { ...mask, data: mask.data.slice() };
  for (const { size, runs } of components) {
    if (size < largest * smallestPiece) for (const { from, to } of runs) solid.data.fill(0, from, to);
  }
  const blocks = edgeBlocks(solid);
  const core: Mask = { ...solid, data: solid.data.slice() };
  forBlurred(solid, blocks, 2, (at, value) => {
    core.data[at] = value > coreFrom ? 1 : 0;
  });
  const tidied: Mask = { ...solid, data: solid.data.slice() };
  forBlurred(core, blocks, 3, (at, value) => {
    if (value <= nearFrom) tidied.data[at] = 0;
  });
  return { mask: tidied, fragments };
}

/** By blurred value. The edge is pulled in: the outermost ring of mixed pixels would bring the old backdrop along. */
const softened = Uint8Array.from({ length: fullBlur(2) + 1 }, (_, value) =>
  Math.round(255 * Math.min(1, Math.max(0, (value / fullBlur(2) - 0.7) / 0.24))),
);

/** How far each pixel belongs to the product, from 0 to 255. */
export function softEdge(mask: Mask): Uint8Array {
  const alpha = new Uint8Array(mask.data.length);
  for (const { runs } of componentsOf(mask)) for (const { from, to } of runs) alpha.fill(255, from, to);
  forBlurred(mask, edgeBlocks(mask), 2, (at, value) => {
    alpha[at] = softened[value] as number;
  });
  return alpha;
}

/** Fainter than this, of 255, is not seen. */
const faintest = 13;

/** The smallest box around all that is seen, in pixels. */
export function boundsOf(alpha: Uint8Array, width: number, height: number): Area {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y += 1) {
    const first = y * width;
    let x = 0;
    while (x < width && (alpha[first + x] as number) < faintest) x += 1;
    if (x === width) continue;
    left = Math.min(left, x);
    x = width - 1;
    while ((alpha[first + x] as number) < faintest) x -= 1;
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = y + 1;
  }
  return { left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}
