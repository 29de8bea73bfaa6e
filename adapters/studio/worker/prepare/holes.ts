/** See-through parts inside a product, such as a handle, and parts that only look like it, such as a white label on a white backdrop. */
import type { Backdrop } from './backdrop.ts';
import { labelComponents, type Mask } from './flood.ts';

/** Smaller areas are left as they are: a wrong hole is worse than a bit of backdrop. */
const smallest = 0.0025;
const likeBackdrop = 4.5;
/** Reflections of lamps are long and thin; openings are not. */
const compactFrom = 0.5;
const isOpening = 1.5;

type Area = { size: number; outline: number; crisp: number; distance: number };

/** Opens what is surely see-through; answers with the reason when it cannot be told from the product. */
export function openHoles(mask: Mask, backdrop: Backdrop): string | null {
  const { width, height, data } = mask;
  const limit = Math.max(likeBackdrop, backdrop.noise * 3);
  const like: Mask = { data: new Uint8Array(data.length), width, height };
  for (let at = 0; at < data.length; at += 1) like.data[at] = data[at] === 1 && (backdrop.distance[at] ?? 99) < limit ? 1 : 0;
  const { labels, components } = labelComponents(like, 1);
  const large = components.filter((component) => component.size >= width * height * smallest);
  const areas = new Map(large.map(({ label, size }) => [label, { size, outline: 0, crisp: 0, distance: 0 } satisfies Area]));
  for (let at = 0; at < data.length; at += 1) {
    const area = areas.get(labels[at] ?? 0);
    if (area) measure(area, at, labels, backdrop, width);
  }
  const opened = new Set<number>();
  for (const [label, area] of areas) {
    const compactness = (4 * Math.PI * area.size) / Math.max(1, area.outline) ** 2;
    if (compactness < compactFrom || area.crisp < area.outline * 0.8) continue;
    if (area.distance / area.size > isOpening + backdrop.noise)
      return `part of the product looks like the backdrop (${area.size} px)`;
    opened.add(label);
  }
  for (let at = 0; at < data.length; at += 1) {
    if (opened.has(labels[at] ?? 0)) data[at] = 0;
  }
  return null;
}

/** A pixel of the outline is crisp when a few pixels further out the colour is clearly another one. */
function measure(area: Area, at: number, labels: Int32Array, backdrop: Backdrop, width: number): void {
  const label = labels[at];
  area.distance += backdrop.distance[at] ?? 0;
  const outward = [1, -1, width, -width].find((step) => labels[at + step] !== label);
  if (outward === undefined) return;
  area.outline += 1;
  if ((backdrop.distance[at + 5 * outward] ?? 0) > 12) area.crisp += 1;
}
