/** The parts of a mask near its edges, the only ones in which blurring it changes anything. */
import type { Mask } from './flood.ts';
import type { Area } from './tiles.ts';

/** Pixels; also how far around an edge its blocks reach at least. */
const blockSide = 16;

/** 0 or 1 where a block holds only that, 2 where it holds both. */
function kindsOf({ data, width, height }: Mask, across: number, down: number): Uint8Array {
  const kinds = new Uint8Array(across * down);
  // Above the first and below the last pixel of the product there is nothing to count.
  const firstRow = Math.floor(Math.max(0, data.indexOf(1)) / width / blockSide);
  const lastRow = Math.floor(data.lastIndexOf(1) / width / blockSide);
  for (let row = firstRow; row <= lastRow; row += 1) {
    const bottom = Math.min(height, (row + 1) * blockSide);
    for (let column = 0; column < across; column += 1) {
      const left = column * blockSide;
      const right = Math.min(width, left + blockSide);
      let sum = 0;
      for (let y = row * blockSide; y < bottom; y += 1) {
        for (let at = y * width + left; at < y * width + right; at += 1) sum += data[at] as number;
      }
      if (sum > 0) kinds[row * across + column] = sum === (right - left) * (bottom - row * blockSide) ? 1 : 2;
    }
  }
  return kinds;
}

/** Blocks that are not the same all over together with all blocks around them. */
export function edgeBlocks(mask: Mask): Area[] {
  const { width, height } = mask;
  const across = Math.ceil(width / blockSide);
  const down = Math.ceil(height / blockSide);
  const kinds = kindsOf(mask, across, down);
  const blocks: Area[] = [];
  for (let row = 0; row < down; row += 1) {
    for (let column = 0; column < across; column += 1) {
      if (isAlikeAround(kinds, across, down, row, column)) continue;
      const [left, top] = [column * blockSide, row * blockSide];
      blocks.push({ left, top, width: Math.min(blockSide, width - left), height: Math.min(blockSide, height - top) });
    }
  }
  return blocks;
}

function isAlikeAround(kinds: Uint8Array, across: number, down: number, row: number, column: number): boolean {
  const kind = kinds[row * across + column];
  if (kind === 2) return false;
  for (let y = Math.max(0, row - 1); y <= Math.min(down - 1, row + 1); y += 1) {
    for (let x = Math.max(0, column - 1); x <= Math.min(across - 1, column + 1); x += 1) {
      if (kinds[y * across + x] !== kind) return false;
    }
  }
  return true;
}

const mostAcross = blockSide + 2 + 4 * 3;
const [one, other] = [new Int32Array(mostAcross ** 2), new Int32Array(mostAcross ** 2)];

/** Sums of `size` neighbours in a row; what comes out is shorter by `size - 1` and lies sideways, so that the next pass takes the columns. */
function sumRows(from: Int32Array, width: number, height: number, size: number, to: Int32Array): void {
  for (let row = 0; row < height; row += 1) {
    const first = row * width;
    let sum = 0;
    for (let at = first; at < first + size - 1; at += 1) sum += from[at] as number;
    for (let x = 0; x + size <= width; x += 1) {
      sum += from[first + x + size - 1] as number;
      to[x * height + row] = sum;
      sum -= from[first + x] as number;
    }
  }
}

/** The highest value that `blurArea` gives for a radius. */
export const fullBlur = (radius: number) => (2 * radius + 1) ** 4;

/**
 * Sum over a square of side 2r+1, twice, which is nearly a Gauss curve; from 0 to `fullBlur`. The radius is 3 at most.
 * The answer has the area's own rows and is overwritten by the next call.
 */
export function blurArea({ data, width, height }: Mask, area: Area, radius: number): Int32Array {
  const size = 2 * radius + 1;
  const reach = 2 * radius;
  const across = area.width + 2 * reach;
  const down = area.height + 2 * reach;
  for (let row = 0; row < down; row += 1) {
    const line = Math.min(height - 1, Math.max(0, area.top + row - reach)) * width;
    for (let x = 0; x < across; x += 1) {
      one[row * across + x] = data[line + Math.min(width - 1, Math.max(0, area.left + x - reach))] as number;
    }
  }
  sumRows(one, across, down, size, other);
  sumRows(other, down, across - reach, size, one);
  sumRows(one, across - reach, down - reach, size, other);
  sumRows(other, down - reach, area.width, size, one);
  return one;
}
