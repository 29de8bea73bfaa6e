/** Contrast of text against the pixels that are really behind it. */
import type { Box } from '../../../../src/generation/formats.ts';

/** Whole-picture pixels, RGBA, four bytes each. */
export type Pixels = { data: Uint8ClampedArray | Uint8Array; width: number; height: number };

const linear = Float32Array.from({ length: 256 }, (_, value) => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
});

const luminance = (r: number, g: number, b: number) =>
  0.2126 * (linear[r] ?? 0) + 0.7152 * (linear[g] ?? 0) + 0.0722 * (linear[b] ?? 0);

export function luminanceOf(hex: string): number {
  const value = Number.parseInt(hex.slice(1), 16);
  return luminance(value >> 16, (value >> 8) & 255, value & 255);
}

/** Luminance of about `wanted` pixels of the box. */
export function luminancesIn(pixels: Pixels, box: Box, wanted = 1_500): Float32Array {
  const left = Math.max(0, Math.floor(box.x));
  const top = Math.max(0, Math.floor(box.y));
  const right = Math.min(pixels.width, Math.ceil(box.x + box.width));
  const bottom = Math.min(pixels.height, Math.ceil(box.y + box.height));
  const step = Math.max(1, Math.floor(Math.sqrt(((right - left) * (bottom - top)) / wanted)));
  const found: number[] = [];
  for (let y = top; y < bottom; y += step) {
    for (let x = left; x < right; x += step) {
      const at = (y * pixels.width + x) * 4;
      found.push(luminance(pixels.data[at] ?? 0, pixels.data[at + 1] ?? 0, pixels.data[at + 2] ?? 0));
    }
  }
  return Float32Array.from(found);
}

/** The contrast that 95 % of the pixels behind the text reach or exceed. */
export function measuredContrast(behind: Float32Array, colour: string): number {
  if (behind.length === 0) return 21;
  const own = luminanceOf(colour);
  const ratios = behind.map((other) => (Math.max(own, other) + 0.05) / (Math.min(own, other) + 0.05)).sort();
  return ratios[Math.floor(ratios.length * 0.05)] ?? 1;
}
