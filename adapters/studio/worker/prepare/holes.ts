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
  if (large.length === 0) return null;
  const areas = new Map(large.map(({ label, size }) => [label, { size, outline: 0, crisp: 0, distance: 0 } satisfies Area]));
  const isLarge = new Uint8Array(components.length + 1);
  for (const { label } of large) isLarge[label] = 1;
  for (let at = 0; at < data.length; at += 1) {
    const label = labels[at] as number;
    if (isLarge[label] !== 1) continue;
    const area = areas.get(label);
    if (area) measure(area, at, labels, backdrop, width);
  }
  const opened = new Uint8Array(components.length + 1);
  for (const [label, area] of areas) {
    const compactness = (4 * Math.PI * area.size) / Math.max(1, area.outline) ** 2;
    if (compactness < compactFrom || area.crisp < area.outline * 0.8) continue;
    if (area.distance / area.size > isOpening + backdrop.noise)
      return `part of the product looks like the backdrop (${area.size} px)`;
    opened[label] = 1;
  }
  for (let at = 0; at < data.length; at += 1) {
    if (opened[labels[at] as number] === 1) data[at] = 0;
  }
  return null;
}

/** A pixel of the outline is crisp when a few pixels further out the colour is clearly another one. */
function measure(area: Area, at: number, labels: Int32Array, backdrop: Backdrop, width: number): void {
  area.distance += backdrop.distance[at] ?? 0;
  const outward = outwardFrom(labels, at, width);
  if (outward === 0) return;
  area.outline += 1;
  if ((backdrop.distance[at + 5 * outward] ?? 0) > 12) area.crisp += 1;
}

/** The step to a neighbour outside the area; 0 from a pixel within it. */
function outwardFrom(labels: Int32Array, at: number, width: number): number {
  const label = labels[at];
  if (labels[at + 1] !== label) return 1;
  if (labels[at - 1] !== label) return -1;
  if (labels[at + width] !== label) return width;
  return labels[at - width] === label ? 0 : -width;
}
