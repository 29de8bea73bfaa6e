/** The hard mask of a product: everything that the backdrop, flowing in from the border, does not reach. */
import type { Backdrop } from './backdrop.ts';
import type { LabPlanes } from './lab.ts';

/** 1 where the product is. */
export type Mask = { data: Uint8Array; width: number; height: number };

/** Steps between neighbours smaller than this are light falling on the same surface. */
const smoothStep = 1.5;
const shadowDepth = 34;
const shadowTint = 7;

export function floodBackdrop(planes: LabPlanes, backdrop: Backdrop): Mask {
  const { width, height } = planes;
  const count = width * height;
  const { distance, darker, chroma } = backdrop;
  const certain = Math.min(11, Math.max(3.6, backdrop.noise * 4 + 2.2));
  const reached = new Uint8Array(count);
  const queue = new Int32Array(count);
  let end = 0;
  const isLightOnBackdrop = (at: number, from: number) => {
    const depth = darker[at] ?? 0;
    if ((chroma[at] ?? 99) > shadowTint || depth > shadowDepth || depth < -14) return false;
    const step =
      Math.abs((planes.l[at] ?? 0) - (planes.l[from] ?? 0)) +
      Math.abs((planes.a[at] ?? 0) - (planes.a[from] ?? 0)) +
      Math.abs((planes.b[at] ?? 0) - (planes.b[from] ?? 0));
    return step < smoothStep;
  };
  const visit = (at: number, from: number) => {
    if (reached[at] === 1) return;
    if ((distance[at] ?? 99) >= certain && (from < 0 || !isLightOnBackdrop(at, from))) return;
    reached[at] = 1;
    queue[end] = at;
    end += 1;
  };
  for (let x = 0; x < width; x += 1) {
    visit(x, -1);
    visit(count - width + x, -1);
  }
  for (let y = 0; y < height; y += 1) {
    visit(y * width, -1);
    visit(y * width + width - 1, -1);
  }
  for (let start = 0; start < end; start += 1) {
    const at = queue[start] ?? 0;
    const x = at % width;
    if (x > 0) visit(at - 1, at);
    if (x < width - 1) visit(at + 1, at);
    if (at >= width) visit(at - width, at);
    if (at < count - width) visit(at + width, at);
  }
  return { data: reached.map((value) => 1 - value), width, height };
}

export type Component = { label: number; size: number };
export type Labelled = { labels: Int32Array; components: Component[] };

/** Connected areas of `value`, largest first. */
export function labelComponents(mask: Mask, value: 0 | 1): Labelled {
  const { data, width, height } = mask;
  const count = width * height;
  const labels = new Int32Array(count);
  const queue = new Int32Array(count);
  const components: Component[] = [];
  for (let seed = 0; seed < count; seed += 1) {
    if (data[seed] !== value || labels[seed] !== 0) continue;
    const label = components.length + 1;
    let end = 1;
    queue[0] = seed;
    labels[seed] = label;
    const visit = (at: number) => {
      if (data[at] !== value || labels[at] !== 0) return;
      labels[at] = label;
      queue[end] = at;
      end += 1;
    };
    for (let start = 0; start < end; start += 1) {
      const at = queue[start] ?? 0;
      const x = at % width;
      if (x > 0) visit(at - 1);
      if (x < width - 1) visit(at + 1);
      if (at >= width) visit(at - width);
      if (at < count - width) visit(at + width);
    }
    components.push({ label, size: end });
  }
  components.sort((a, b) => b.size - a.size);
  return { labels, components };
}

/** Mean over a square of side 2r+1, twice, which is nearly a Gauss curve. */
export function blurPlane(plane: Float32Array, width: number, height: number, radius: number): Float32Array {
  let current = plane;
  for (let round = 0; round < 2; round += 1) {
    current = blurLines(current, height, width, 1, width, radius);
    current = blurLines(current, width, height, width, 1, radius);
  }
  return current;
}

function blurLines(
  plane: Float32Array,
  lines: number,
  length: number,
  step: number,
  lineStep: number,
  radius: number,
): Float32Array {
  const out = new Float32Array(plane.length);
  for (let line = 0; line < lines; line += 1) {
    const base = line * lineStep;
    const read = (index: number) => plane[base + Math.min(length - 1, Math.max(0, index)) * step] ?? 0;
    let sum = 0;
    for (let index = -radius; index <= radius; index += 1) sum += read(index);
    for (let index = 0; index < length; index += 1) {
      out[base + index * step] = sum / (2 * radius + 1);
      sum += read(index + radius + 1) - read(index - radius);
    }
  }
  return out;
}
