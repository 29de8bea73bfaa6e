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
  for (let at = 0; at < count; at += 1) reached[at] = 1 - (reached[at] as number);
  return { data: reached, width, height };
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
  const across = new Float32Array(plane.length);
  const out = new Float32Array(plane.length);
  for (const source of [plane, out]) {
    blurRows(source, across, width, height, radius);
    blurColumns(across, out, width, height, radius);
  }
  return out;
}

function blurRows(plane: Float32Array, out: Float32Array, width: number, height: number, radius: number): void {
  const size = 2 * radius + 1;
  for (let row = 0; row < height; row += 1) {
    const first = row * width;
    const last = first + width - 1;
    let sum = 0;
    for (let at = first - radius; at <= first + radius; at += 1) sum += plane[Math.min(last, Math.max(first, at))] as number;
    for (let at = first; at <= last; at += 1) {
      out[at] = sum / size;
      const next = at + radius + 1;
      const past = at - radius;
      sum += (plane[next < last ? next : last] as number) - (plane[past > first ? past : first] as number);
    }
  }
}

/** All columns side by side, row by row: memory is read in its own order. */
function blurColumns(plane: Float32Array, out: Float32Array, width: number, height: number, radius: number): void {
  const size = 2 * radius + 1;
  const sums = new Float64Array(width);
  const rowAt = (row: number) => Math.min(height - 1, Math.max(0, row)) * width;
  for (let row = -radius; row <= radius; row += 1) {
    const from = rowAt(row);
    for (let x = 0; x < width; x += 1) sums[x] = (sums[x] as number) + (plane[from + x] as number);
  }
  for (let row = 0; row < height; row += 1) {
    const to = row * width;
    const next = rowAt(row + radius + 1);
    const past = rowAt(row - radius);
    for (let x = 0; x < width; x += 1) {
      const sum = sums[x] as number;
      out[to + x] = sum / size;
      sums[x] = sum + ((plane[next + x] as number) - (plane[past + x] as number));
    }
  }
}

/** As `blurPlane` with a radius of 1, in a third of the time: five neighbours, weighed 1 2 3 2 1, across and then down. */
export function smoothPlane(plane: Float32Array, width: number, height: number): Float32Array {
  const across = new Float32Array(plane.length);
  for (let row = 0; row < height; row += 1) {
    const first = row * width;
    const last = first + width - 1;
    const far = (at: number) => plane[at < first ? first : at > last ? last : at] as number;
    const mix = (at: number) => (far(at - 2) + far(at + 2) + 2 * (far(at - 1) + far(at + 1)) + 3 * far(at)) / 9;
    for (let at = first; at < first + 2; at += 1) across[at] = mix(at);
    for (let at = first + 2; at < last - 1; at += 1) {
      const beside = (plane[at - 1] as number) + (plane[at + 1] as number);
      across[at] = ((plane[at - 2] as number) + (plane[at + 2] as number) + 2 * beside + 3 * (plane[at] as number)) / 9;
    }
    for (let at = last - 1; at <= last; at += 1) across[at] = mix(at);
  }
  const out = new Float32Array(plane.length);
  const rowAt = (row: number) => Math.min(height - 1, Math.max(0, row)) * width;
  for (let row = 0; row < height; row += 1) {
    const [a, b, c, d, e] = [rowAt(row - 2), rowAt(row - 1), row * width, rowAt(row + 1), rowAt(row + 2)] as const;
    for (let x = 0; x < width; x += 1) {
      const beside = (across[b + x] as number) + (across[d + x] as number);
      out[c + x] = ((across[a + x] as number) + (across[e + x] as number) + 2 * beside + 3 * (across[c + x] as number)) / 9;
    }
  }
  return out;
}
