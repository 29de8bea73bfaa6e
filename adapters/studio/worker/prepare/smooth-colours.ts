/** The photo's colours in Lab without its grain, worked out tile by tile where they are asked for. */
import { convertRun, type LabPlanes } from './lab.ts';
import type { RawPicture } from './normalise.ts';
import { type Area, onceForEachTile, tileSide } from './tiles.ts';

/** Pixels on each side that are mixed into one. */
const reach = 2;

/** Before the planes are read at a pixel, `need` must have been called with its index. */
export type SmoothColours = LabPlanes & { need(at: number): void };

type Patch = { l: Float32Array; a: Float32Array; b: Float32Array; width: number; height: number };

/** The tile and what lies around it; past the edge of the photo its last pixels go on. */
function readPatch(photo: RawPicture, tile: Area, patch: Patch): void {
  const { data, channels, width, height } = photo;
  patch.width = tile.width + 2 * reach;
  patch.height = tile.height + 2 * reach;
  const first = Math.max(0, tile.left - reach);
  const count = Math.min(width, tile.left + tile.width + reach) - first;
  const before = first - (tile.left - reach);
  for (let row = 0; row < patch.height; row += 1) {
    const y = Math.min(height - 1, Math.max(0, tile.top + row - reach));
    const start = row * patch.width;
    convertRun({ data, from: (y * width + first) * channels, channels, count }, patch, start + before);
    for (const plane of [patch.l, patch.a, patch.b]) {
      plane.fill(plane[start + before] as number, start, start + before);
      plane.fill(plane[start + before + count - 1] as number, start + before + count, start + patch.width);
    }
  }
}

/** One line through a plane: where it starts, how far its pixels are apart, and how many come out; two more lie before and after them. */
type Line = { from: number; step: number; count: number };

/** Five neighbours, weighed 1 2 3 2 1: the mean of three, and of those again three, each read once. */
function smoothLine(plane: Float32Array, { from, step, count }: Line, out: Float32Array, to: number, toStep: number): void {
  let third = plane[from + 2 * step] as number;
  let fourth = plane[from + 3 * step] as number;
  let one = (plane[from] as number) + (plane[from + step] as number) + third;
  let two = (plane[from + step] as number) + third + fourth;
  for (let left = count, at = from + 4 * step, place = to; left > 0; left -= 1, at += step, place += toStep) {
    const fifth = plane[at] as number;
    const three = third + fourth + fifth;
    out[place] = (one + two + three) * (1 / 9);
    one = two;
    two = three;
    third = fourth;
    fourth = fifth;
  }
}

/** Across and then down. */
function smoothInto(plane: Float32Array, patch: Patch, across: Float32Array, out: Float32Array, tile: Area, width: number): void {
  for (let row = 0; row < patch.height; row += 1) {
    smoothLine(plane, { from: row * patch.width, step: 1, count: tile.width }, across, row * tile.width, 1);
  }
  const first = tile.top * width + tile.left;
  for (let x = 0; x < tile.width; x += 1) {
    smoothLine(across, { from: x, step: tile.width, count: tile.height }, out, first + x, width);
  }
}

export function smoothColours(photo: RawPicture): SmoothColours {
  const { width, height } = photo;
  const count = width * height;
  const planes = { l: new Float32Array(count), a: new Float32Array(count), b: new Float32Array(count), width, height };
  const most = (tileSide + 2 * reach) ** 2;
  const patch: Patch = { l: new Float32Array(most), a: new Float32Array(most), b: new Float32Array(most), width: 0, height: 0 };
  const across = new Float32Array(most);
  const need = onceForEachTile(width, height, (tile) => {
    readPatch(photo, tile, patch);
    smoothInto(patch.l, patch, across, planes.l, tile, width);
    smoothInto(patch.a, patch, across, planes.a, tile, width);
    smoothInto(patch.b, patch, across, planes.b, tile, width);
  });
  return { ...planes, need };
}
