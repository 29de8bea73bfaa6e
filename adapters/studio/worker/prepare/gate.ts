/** Decides from the hard mask whether a cut-out is clean enough to be shown; when in doubt it is not. */
import type { Backdrop } from './backdrop.ts';
import { blurPlane, type Mask } from './flood.ts';
import type { LabPlanes } from './lab.ts';

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

/** Outermost points of each row suffice for the hull. */
function hullOf(mask: Mask): Point[] {
  const points: Point[] = [];
  for (let y = 0; y < mask.height; y += 1) {
    const row = mask.data.subarray(y * mask.width, (y + 1) * mask.width);
    const first = row.indexOf(1);
    if (first < 0) continue;
    points.push({ x: first, y }, { x: row.lastIndexOf(1), y });
  }
  points.sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (some: Point[]) => {
    const chain: Point[] = [];
    for (const point of some) {
      for (;;) {
        const [before, last] = [chain.at(-2), chain.at(-1)];
        if (!before || !last) break;
        if ((last.x - before.x) * (point.y - before.y) - (last.y - before.y) * (point.x - before.x) > 0) break;
        chain.pop();
      }
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(points), ...half([...points].reverse())];
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

/** Part of the outline where inside and outside differ by less than `alike`, and its length in pixels. */
function examineEdge(mask: Mask, planes: LabPlanes, alike: number): { weak: number; length: number } {
  const { width, height } = mask;
  const soft = blurPlane(new Float32Array(mask.data), width, height, 3);
  const reach = Math.max(4, Math.round(Math.max(width, height) / 300));
  let weak = 0;
  let length = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      if (mask.data[at] !== 1) continue;
      if (mask.data[at - 1] && mask.data[at + 1] && mask.data[at - width] && mask.data[at + width]) continue;
      length += 1;
      const gx = (soft[at + 1] ?? 0) - (soft[at - 1] ?? 0);
      const gy = (soft[at + width] ?? 0) - (soft[at - width] ?? 0);
      const size = Math.sqrt(gx * gx + gy * gy) || 1;
      const look = (by: number) => {
        const px = Math.min(width - 1, Math.max(0, Math.round(x + (gx / size) * by)));
        const py = Math.min(height - 1, Math.max(0, Math.round(y + (gy / size) * by)));
        return py * width + px;
      };
      const inside = look(reach);
      const outside = look(-reach);
      const dl = (planes.l[inside] as number) - (planes.l[outside] as number);
      const da = (planes.a[inside] as number) - (planes.a[outside] as number);
      const db = (planes.b[inside] as number) - (planes.b[outside] as number);
      if (dl * dl + da * da + db * db < alike * alike) weak += 1;
    }
  }
  return { weak: length === 0 ? 1 : weak / length, length };
}

export function examineMask(mask: Mask, planes: LabPlanes, backdrop: Backdrop, fragments: number): MaskFacts {
  const { data, width, height } = mask;
  let area = 0;
  for (let at = 0; at < data.length; at += 1) area += data[at] as number;
  let touching = 0;
  for (let x = 0; x < width; x += 1) touching += (data[x] ?? 0) + (data[data.length - width + x] ?? 0);
  for (let y = 0; y < height; y += 1) touching += (data[y * width] ?? 0) + (data[y * width + width - 1] ?? 0);
  const hull = hullMeasures(hullOf(mask));
  const edge = examineEdge(mask, planes, Math.max(4.5, backdrop.noise * 4));
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
