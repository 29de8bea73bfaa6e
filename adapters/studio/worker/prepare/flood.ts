/** The hard mask of a product: everything that the backdrop, flowing in from the border, does not reach. */
import type { Backdrop, Difference } from './backdrop.ts';
import { type Cells, cellSide, plainCells } from './cells.ts';

/** 1 where the product is. */
export type Mask = { data: Uint8Array; width: number; height: number };

/** Steps between neighbours smaller than this are light falling on the same surface. */
const smoothStep = 1.5;
const shadowDepth = 34;
const shadowTint = 7;

/** Pixels closer to the backdrop than this surely are backdrop; a Lab distance. */
const certainBelow = (backdrop: Backdrop) => Math.min(11, Math.max(3.6, backdrop.noise * 4 + 2.2));

/** Goes from pixel to pixel. Plain cells need no look at their pixels, because the flood would take them all. */
export function floodBackdrop(backdrop: Backdrop, difference: Difference, cells: Cells): Mask {
  const { distance, darkerAt, need, colours } = difference;
  const { width, height, l, a, b } = colours;
  const count = width * height;
  const certain = certainBelow(backdrop);
  const product = new Uint8Array(count).fill(1);
  const queue = new Int32Array(count);
  let end = takePlainCells(product, width, queue, cells, certain);
  const isLightOnBackdrop = (at: number, from: number) => {
    const depth = darkerAt(at);
    if (depth > shadowDepth || depth < -14) return false;
    const far = distance[at] as number;
    if (far * far - depth * depth > shadowTint * shadowTint) return false;
    need(from);
    const step =
      Math.abs((l[at] as number) - (l[from] as number)) +
      Math.abs((a[at] as number) - (a[from] as number)) +
      Math.abs((b[at] as number) - (b[from] as number));
    return step < smoothStep;
  };
  const visit = (at: number, from: number) => {
    if (product[at] === 0) return;
    if (distance[at] === 0) need(at);
    if ((distance[at] as number) >= certain && (from < 0 || !isLightOnBackdrop(at, from))) return;
    product[at] = 0;
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
    const at = queue[start] as number;
    const x = at % width;
    if (x > 0) visit(at - 1, at);
    if (x < width - 1) visit(at + 1, at);
    if (at >= width) visit(at - width, at);
    if (at < count - width) visit(at + width, at);
  }
  return { data: product, width, height };
}

/**
 * Takes the plain cells that hang together with the border off the product and puts the pixels of their rim into the queue.
 * The cells next to the border are never plain themselves: from them on the flood goes pixel by pixel.
 */
function takePlainCells(product: Uint8Array, width: number, queue: Int32Array, cells: Cells, certain: number): number {
  const { across, down } = cells;
  const plain = plainCells(cells, certain);
  const order = new Int32Array(plain.length);
  let last = 0;
  const take = (cell: number) => {
    if (plain[cell] !== 1) return;
    plain[cell] = 2;
    order[last] = cell;
    last += 1;
  };
  for (let column = 1; column < across - 1; column += 1) {
    take(across + column);
    take((down - 2) * across + column);
  }
  for (let row = 1; row < down - 1; row += 1) {
    take(row * across + 1);
    take(row * across + across - 2);
  }
  let end = 0;
  for (let next = 0; next < last; next += 1) {
    const cell = order[next] as number;
    take(cell - 1);
    take(cell + 1);
    take(cell - across);
    take(cell + across);
    // Whatever is plain around it has been taken by now.
    const isInner = Boolean(plain[cell - 1] && plain[cell + 1] && plain[cell - across] && plain[cell + across]);
    const left = (cell % across) * cellSide;
    for (let y = Math.floor(cell / across) * cellSide, low = y + cellSide; y < low; y += 1) {
      const from = y * width + left;
      for (let at = from; at < from + cellSide; at += 1) {
        product[at] = 0;
        if (isInner) continue;
        queue[end] = at;
        end += 1;
      }
    }
  }
  return end;
}
