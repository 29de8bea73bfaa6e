/** See-through parts inside a product, such as a handle, and parts that only look like it, such as a white label on a white backdrop. */
import type { Backdrop, Difference } from './backdrop.ts';
import { type Cells, cellSide } from './cells.ts';
import type { Mask } from './flood.ts';

/** Smaller areas are left as they are: a wrong hole is worse than a bit of backdrop. */
const smallest = 0.0025;
const likeBackdrop = 4.5;
/** Reflections of lamps are long and thin; openings are not. */
const compactFrom = 0.5;
const isOpening = 1.5;
/** Lab distance up to which a cell's spread may speak for it: where there is more, there is no even backdrop in it. */
const mostSpread = 4.5;

/** Pixels of one area, in the order they were found. */
type Like = { pixels: Int32Array; size: number };

/** Opens what is surely see-through; answers with the reason when it cannot be told from the product. */
export function openHoles(mask: Mask, backdrop: Backdrop, difference: Difference, cells: Cells): string | null {
  const { width, height, data } = mask;
  const limit = Math.max(likeBackdrop, backdrop.noise * 3);
  const labels = new Int32Array(data.length);
  const pixels = new Int32Array(data.length);
  const opened: Like[] = [];
  let label = 0;
  let start = 0;
  for (const seed of seedsIn(mask, cells, limit)) {
    label += 1;
    const end = spread(seed, start, label, { mask, difference, limit, labels, pixels });
    const area: Like = { pixels: pixels.subarray(start, end), size: end - start };
    start = end;
    if (area.size < width * height * smallest) continue;
    const { outline, crisp, distance } = measure(area, labels, difference, width);
    const compactness = (4 * Math.PI * area.size) / Math.max(1, outline) ** 2;
    if (compactness < compactFrom || crisp < outline * 0.8) continue;
    if (distance / area.size > isOpening + backdrop.noise) return `part of the product looks like the backdrop (${area.size} px)`;
    opened.push(area);
  }
  for (const area of opened) for (const at of area.pixels) data[at] = 0;
  return null;
}

/** A compact area that is large enough has whole cells in it: their middles, where they lie on the product. */
function seedsIn({ data, width }: Mask, { across, distance, spread: wide }: Cells, limit: number): number[] {
  const seeds: number[] = [];
  for (let cell = 0; cell < distance.length; cell += 1) {
    if ((distance[cell] as number) - Math.min(mostSpread, wide[cell] as number) >= limit) continue;
    const x = (cell % across) * cellSide + (cellSide >> 1);
    const at = (Math.floor(cell / across) * cellSide + (cellSide >> 1)) * width + x;
    if (data[at] === 1) seeds.push(at);
  }
  return seeds;
}

type Spreading = { mask: Mask; difference: Difference; limit: number; labels: Int32Array; pixels: Int32Array };

/** Gathers all that hangs together with `seed` and looks like the backdrop from place `start` on; answers where it ends. */
function spread(seed: number, start: number, label: number, { mask, difference, limit, labels, pixels }: Spreading): number {
  const { width, data } = mask;
  const { distance, need } = difference;
  let end = start;
  const visit = (at: number) => {
    if (data[at] !== 1 || labels[at] !== 0) return;
    if (distance[at] === 0) need(at);
    if ((distance[at] as number) >= limit) return;
    labels[at] = label;
    pixels[end] = at;
    end += 1;
  };
  visit(seed);
  for (let next = start; next < end; next += 1) {
    const at = pixels[next] as number;
    const x = at % width;
    if (x > 0) visit(at - 1);
    if (x < width - 1) visit(at + 1);
    visit(at - width);
    visit(at + width);
  }
  return end;
}

/** A pixel of the outline is crisp when a few pixels further out the colour is clearly another one. */
function measure(area: Like, labels: Int32Array, { distance, need }: Difference, width: number) {
  const found = { outline: 0, crisp: 0, distance: 0 };
  for (const at of area.pixels) {
    found.distance += distance[at] as number;
    const outward = outwardFrom(labels, at, width);
    if (outward === 0) continue;
    found.outline += 1;
    const further = at + 5 * outward;
    if (further < 0 || further >= distance.length) continue;
    need(further);
    if ((distance[further] as number) > 12) found.crisp += 1;
  }
  return found;
}

/** The step to a neighbour outside the area; 0 from a pixel within it. */
function outwardFrom(labels: Int32Array, at: number, width: number): number {
  const label = labels[at];
  if (labels[at + 1] !== label) return 1;
  if (labels[at - 1] !== label) return -1;
  if (labels[at + width] !== label) return width;
  return labels[at - width] === label ? 0 : -width;
}
