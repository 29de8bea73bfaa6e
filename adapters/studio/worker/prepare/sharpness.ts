/** Is a photo blurred? The sharpest part decides: a product on a plain backdrop has little detail elsewhere. */
import sharp from 'sharp';
import type { RawPicture } from './normalise.ts';

const normalSide = 1_024;
const tiles = 12;

/** After resizing, because then there are far fewer pixels. */
function lumaOf(colours: Uint8Array, channels: number): Uint8Array {
  const luma = new Uint8Array(colours.length / channels);
  if (channels < 3) return luma.map((_, index) => colours[index * channels] as number);
  for (let index = 0, at = 0; index < luma.length; index += 1, at += channels) {
    luma[index] =
      (54 * (colours[at] as number) + 183 * (colours[at + 1] as number) + 19 * (colours[at + 2] as number) + 128) >> 8;
  }
  return luma;
}

/** Variance of the Laplacian in the sharpest tiles, at a normalised size. */
export async function sharpnessOf(picture: RawPicture): Promise<number> {
  const { data: colours, info } = await sharp(picture.data, {
    raw: { width: picture.width, height: picture.height, channels: picture.channels },
  })
    .removeAlpha()
    .resize(normalSide, normalSide, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const data = lumaOf(colours, channels);
  const variances: number[] = [];
  const tileWidth = Math.floor(width / tiles);
  const tileHeight = Math.floor(height / tiles);
  for (let row = 0; row < tiles; row += 1) {
    for (let column = 0; column < tiles; column += 1) {
      let sum = 0;
      let squares = 0;
      let count = 0;
      const left = Math.max(1, column * tileWidth);
      const right = Math.min(width - 1, (column + 1) * tileWidth);
      for (let y = Math.max(1, row * tileHeight); y < Math.min(height - 1, (row + 1) * tileHeight); y += 1) {
        for (let at = y * width + left; at < y * width + right; at += 1) {
          const beside = (data[at - 1] as number) + (data[at + 1] as number);
          const value = 4 * (data[at] as number) - beside - (data[at - width] as number) - (data[at + width] as number);
          sum += value;
          squares += value * value;
        }
        count += Math.max(0, right - left);
      }
      if (count > 0) variances.push(squares / count - (sum / count) ** 2);
    }
  }
  variances.sort((a, b) => a - b);
  return variances[Math.floor(variances.length * 0.95)] ?? 0;
}

/** Found by blurring sharp product photos until the eye objects. */
export const blurryBelow = 60;
