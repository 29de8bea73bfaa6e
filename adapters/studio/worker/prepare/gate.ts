/** Decides from the hard mask whether a cut-out is clean enough to be shown; when in doubt it is not. */
import type { Backdrop } from './backdrop.ts';
import { blurArea, edgeBlocks } from './edge-blocks.ts';
import type { Mask } from './flood.ts';
import { countOnes } from './runs.ts';
import type { SmoothColours } from './smooth-colours.ts';
import type { Area } from './tiles.ts';

export type MaskFacts = {
  uniformity: number;
  area: number;
  touching: number;
  fragments: number;
  solidity: number;
  roughness: number;
  weakEdge: number;
};

/** The reason for refusing, or null. Wrong cut-outs are worse than framed photos, so every limit errs on the safe side. */
export function refusalOf(facts: MaskFacts): string | null {
  if (facts.uniformity < 0.93) return `busy border (${facts.uniformity.toFixed(2)})`;
  if (facts.area < 0.02) return `product too small (${facts.area.toFixed(3)})`;
  if (facts.area > 0.8) return `product fills the photo (${facts.area.toFixed(2)})`;
  if (facts.touching > 0.004) return `product touches the edge (${facts.touching.toFixed(3)})`;
  if (facts.fragments > 160) return `mask in ${facts.fragments} pieces`;
  if (facts.solidity < 0.5) return `mask not solid (${facts.solidity.toFixed(2)})`;
  if (facts.roughness > 2.1) return `outline torn (${facts.roughness.toFixed(2)})`;
  if (facts.weakEdge > 0.13) return `edge hardly differs from the backdrop (${facts.weakEdge.toFixed(2)})`;
  return null;
}

type Point = { x: number; y: number };

/** Half of the hull around points that are in order; the last one is left to the other half. */
function chainOf(points: readonly Point[]): Point[] {
  const chain: Point[] = [];
  for (const point of points) {
    for (let end = chain.length; end >= 2; end -= 1) {
      const before = chain[end - 2] as Point;
      const last = chain[end - 1] as Point;
      if ((last.x - before.x) * (point.y - before.y) - (last.y - before.y) * (point.x - before.x) > 0) break;
      chain.pop();
    }
    chain.push(point);
  }
  return chain.slice(0, -1);
}

/** Outermost points of each row suffice for the hull; row by row they are in order already. */
function hullOf(mask: Mask): Point[] {
  const points: Point[] = [];
  for (let y = 0; y < mask.height; y += 1) {
    const row = mask.data.subarray(y * mask.width, (y + 1) * mask.width);
    const first = row.indexOf(1);
    if (first >= 0) points.push({ x: first, y }, { x: row.lastIndexOf(1), y });
  }
  return [...chainOf(points), ...chainOf(points.reverse())];
}

function hullMeasures(hull: Point[]): { area: number; length: number } {
  let area = 0;
  let length = 0;
  hull.forEach((point, index) => {
    const next = hull[(index + 1) % hull.length] ?? point;
    area += point.x * next.y - next.x * point.y;
    length += Math.hypot(next.x - point.x, next.y - point.y);
  });
  return { area: Math.abs(area) / 2, length };
}

/** The index of the pixel nearest to a place. */
const nearestTo = (x: number, y: number, { width, height }: Mask): number =>
  Math.min(height - 1, Math.max(0, Math.round(y))) * width + Math.min(width - 1, Math.max(0, Math.round(x)));

type EdgeFacts = { weak: number; length: number };

/** Looks a few pixels in and out from each pixel of the outline, across it, and counts where both sides are alike. */
function examineBlock(mask: Mask, colours: SmoothColours, alike: number, block: Area, found: EdgeFacts): void {
  const { width, height, data } = mask;
  const { l, a, b, need } = colours;
  const around = { left: block.left - 1, top: block.top - 1, width: block.width + 2, height: block.height + 2 };
  const soft = blurArea(mask, around, 3);
  const reach = Math.max(4, Math.round(Math.max(width, height) / 300));
  for (let y = Math.max(1, block.top); y < Math.min(height - 1, block.top + block.height); y += 1) {
    for (let x = Math.max(1, block.left); x < Math.min(width - 1, block.left + block.width); x += 1) {
      const at = y * width + x;
      if (data[at] !== 1) continue;
      if (data[at - 1] && data[at + 1] && data[at - width] && data[at + width]) continue;
      found.length += 1;
      const near = (y - around.top) * around.width + x - around.left;
      const gx = (soft[near + 1] as number) - (soft[near - 1] as number);
      const gy = (soft[near + around.width] as number) - (soft[near - around.width] as number);
      const size = Math.sqrt(gx * gx + gy * gy) || 1;
      const inside = nearestTo(x + (gx / size) * reach, y + (gy / size) * reach, mask);
      const outside = nearestTo(x - (gx / size) * reach, y - (gy / size) * reach, mask);
      need(inside);
      need(outside);
      const dl = (l[inside] as number) - (l[outside] as number);
      const da = (a[inside] as number) - (a[outside] as number);
      const db = (b[inside] as number) - (b[outside] as number);
      if (dl * dl + da * da + db * db < alike * alike) found.weak += 1;
    }
  }
}

/** Part of the outline where inside and outside differ by less than `alike`, and its length in pixels. */
function examineEdge(mask: Mask, colours: SmoothColours, alike: number): EdgeFacts {
  const found = { weak: 0, length: 0 };
  for (const block of edgeBlocks(mask)) examineBlock(mask, colours, alike, block, found);
  return { weak: found.length === 0 ? 1 : found.weak / found.length, length: found.length };
}

export function examineMask(mask: Mask, colours: SmoothColours, backdrop: Backdrop, fragments: number): MaskFacts {
  const { data, width, height } = mask;
  const area = countOnes(mask);
  let touching = 0;
  for (let x = 0; x < width; x += 1) touching += (data[x] ?? 0) + (data[data.length - width + x] ?? 0);
  for (let y = 0; y < height; y += 1) touching += (data[y * width] ?? 0) + (data[y * width + width - 1] ?? 0);
  const hull = hullMeasures(hullOf(mask));
  const edge = examineEdge(mask, colours, Math.max(4.5, backdrop.noise * 4));
  return {
    uniformity: backdrop.uniformity,
    area: area / (width * height),
    touching: touching / (2 * (width + height)),
    fragments,
    solidity: hull.area > 0 ? area / hull.area : 0,
    roughness: hull.length > 0 ? edge.length / hull.length : 99,
    weakEdge: edge.weak,
  };
}
