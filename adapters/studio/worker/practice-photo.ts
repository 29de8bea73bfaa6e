/** A made-up photo of a made-up product, with all that a real one has: a plain backdrop with grain, a label, an opening, a soft edge. */
import sharp from 'sharp';
import { seededRandom } from './drawing/grain.ts';

/** Small, because only the code counts; but not so small that the product would be refused. */
const width = 450;
const height = 600;

/** Parts of the width and height. */
const isIn = (x: number, y: number, left: number, top: number, right: number, bottom: number) =>
  x > left && x < right && y > top && y < bottom;

/** Red, green and blue of a place, told in parts of width and height. */
function colourOf(x: number, y: number): readonly [number, number, number] {
  if (isIn(x, y, 0.42, 0.3, 0.58, 0.4)) return [228 - 14 * y, 224 - 14 * y, 216 - 14 * y];
  if (isIn(x, y, 0.36, 0.5, 0.64, 0.72)) return Math.floor(y * 60) % 4 === 0 ? [60, 36, 24] : [233, 196, 106];
  if (isIn(x, y, 0.32, 0.16, 0.68, 0.85)) return [123 - 60 * Math.abs(x - 0.45), 45, 26];
  return [228 - 14 * y, 224 - 14 * y, 216 - 14 * y];
}

export async function practicePhoto(): Promise<Buffer> {
  const random = seededRandom(5);
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 3) {
      const grain = random() * 3;
      const [red, green, blue] = colourOf(x / width, y / height);
      data[at] = red + grain;
      data[at + 1] = green + grain;
      data[at + 2] = blue + grain;
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .blur(1.2)
    .jpeg({ quality: 90 })
    .toBuffer();
}
