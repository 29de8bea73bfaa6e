import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../adapters/studio/worker/drawing/grain.ts';
import { blurArea, edgeBlocks, fullBlur } from '../../../adapters/studio/worker/prepare/edge-blocks.ts';
import type { Mask } from '../../../adapters/studio/worker/prepare/flood.ts';
import { componentsOf, countOnes } from '../../../adapters/studio/worker/prepare/runs.ts';

function maskOf(...rows: string[]): Mask {
  const width = rows[0]?.length ?? 0;
  return { data: Uint8Array.from(rows.join(''), (sign) => (sign === '#' ? 1 : 0)), width, height: rows.length };
}

/** Discs at random places, so that there are edges, pieces and even parts. */
function discs(width: number, height: number): Mask {
  const random = seededRandom(3);
  const data = new Uint8Array(width * height);
  for (let disc = 0; disc < 9; disc += 1) {
    const [x, y, radius] = [random() * width, random() * height, 4 + random() * 30];
    for (let at = 0; at < data.length; at += 1) {
      if (Math.hypot((at % width) - x, Math.floor(at / width) - y) < radius) data[at] = 1;
    }
  }
  return { data, width, height };
}

describe('the pieces of a mask', () => {
  it('are found with their sizes, largest first, however they wind', () => {
    const mask = maskOf('#.#..#', '#.#.#.', '###...', '....##', '#...##');
    expect(componentsOf(mask).map(({ size }) => size)).toEqual([7, 4, 1, 1, 1]);
    expect(countOnes(mask)).toBe(14);
  });

  it('do not go on from the end of a row to the start of the next', () => {
    expect(componentsOf(maskOf('...##', '##...')).map(({ size }) => size)).toEqual([2, 2]);
  });

  it('are none where there is nothing', () => {
    expect(componentsOf(maskOf('...', '...'))).toEqual([]);
    expect(edgeBlocks(maskOf('...', '...'))).toEqual([]);
  });
});

describe('blurring near edges only', () => {
  it('gives what blurring the whole would, and nothing changes elsewhere', () => {
    const mask = discs(150, 117);
    for (const radius of [2, 3]) {
      const whole = blurSlowly(blurSlowly(mask.data, mask, radius), mask, radius);
      const blurred = Float64Array.from(mask.data, (value) => value * fullBlur(radius));
      for (const block of edgeBlocks(mask)) {
        const part = blurArea(mask, block, radius);
        for (let y = 0; y < block.height; y += 1) {
          for (let x = 0; x < block.width; x += 1) {
            blurred[(block.top + y) * mask.width + block.left + x] = part[y * block.width + x] ?? -1;
          }
        }
      }
      expect(differences(blurred, whole, mask, 2 * radius)).toBe(0);
    }
  });
});

/** Sum over a square around each pixel; beyond the edge the last pixel goes on. */
function blurSlowly(data: ArrayLike<number>, { width, height }: Mask, radius: number): Float64Array {
  return Float64Array.from({ length: width * height }, (_, at) => {
    let sum = 0;
    for (let dy = -radius; dy <= radius; dy += 1) {
      for (let dx = -radius; dx <= radius; dx += 1) {
        const x = Math.min(width - 1, Math.max(0, (at % width) + dx));
        const y = Math.min(height - 1, Math.max(0, Math.floor(at / width) + dy));
        sum += data[y * width + x] ?? 0;
      }
    }
    return sum;
  });
}

/** How many pixels differ, not counting those so near the picture's edge that it matters how it goes on. */
function differences(one: Float64Array, other: Float64Array, { width, height }: Mask, margin: number): number {
  let count = 0;
  for (let y = margin; y < height - margin; y += 1) {
    for (let x = margin; x < width - margin; x += 1) if (one[y * width + x] !== other[y * width + x]) count += 1;
  }
  return count;
}
