/** Is a photo blurred? The sharpest part decides: a product on a plain backdrop has little detail elsewhere. */
import sharp from 'sharp';
import type { RawPicture } from './normalise.ts';

const normalSide = 1_024;
const tiles = 12;

/** Variance of the Laplacian in the sharpest tiles, at a normalised size. */
export async function sharpnessOf(picture: RawPicture): Promise<number> {
  const { data, info } = await sharp(picture.data, {
    raw: { width: picture.width, height: picture.height, channels: picture.channels },
  })
    .removeAlpha()
    .resize(normalSide, normalSide, { fit: 'inside', withoutEnlargement: true })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const grey = (x: number, y: number) => data[(y * width + x) * channels] ?? 0;
  const variances: number[] = [];
  const tileWidth = Math.floor(width / tiles);
  const tileHeight = Math.floor(height / tiles);
  for (let row = 0; row < tiles; row += 1) {
    for (let column = 0; column < tiles; column += 1) {
      let sum = 0;
      let squares = 0;
      let count = 0;
      for (let y = Math.max(1, row * tileHeight); y < Math.min(height - 1, (row + 1) * tileHeight); y += 1) {
        for (let x = Math.max(1, column * tileWidth); x < Math.min(width - 1, (column + 1) * tileWidth); x += 1) {
          const value = 4 * grey(x, y) - grey(x - 1, y) - grey(x + 1, y) - grey(x, y - 1) - grey(x, y + 1);
          sum += value;
          squares += value * value;
          count += 1;
        }
      }
      if (count > 0) variances.push(squares / count - (sum / count) ** 2);
    }
  }
  variances.sort((a, b) => a - b);
  return variances[Math.floor(variances.length * 0.95)] ?? 0;
}

/** Found by blurring sharp product photos until the eye objects. */
export const blurryBelow = 60;
