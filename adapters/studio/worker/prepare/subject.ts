/** An estimate of where the subject of a photo is when it cannot be cut out: what differs from the border, near the middle. */
import sharp from 'sharp';
import type { Box } from '../../../../src/generation/formats.ts';
import { toLab } from './lab.ts';
import type { RawPicture } from './normalise.ts';

/** In parts of the photo's width and height. */
export async function findSubject(photo: RawPicture): Promise<Box> {
  const { data, info } = await sharp(photo.data, { raw: { width: photo.width, height: photo.height, channels: photo.channels } })
    .removeAlpha()
    .resize(96, 96, { fit: 'fill' })
    .blur(1)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const planes = toLab({ data, width, height, channels: 3 });
  const mean = { l: 0, a: 0, b: 0, count: 0 };
  for (let at = 0; at < width * height; at += 1) {
    const x = at % width;
    const y = Math.floor(at / width);
    if (x > 5 && y > 5 && x < width - 6 && y < height - 6) continue;
    mean.l += planes.l[at] ?? 0;
    mean.a += planes.a[at] ?? 0;
    mean.b += planes.b[at] ?? 0;
    mean.count += 1;
  }
  const columns = new Float64Array(width);
  const rows = new Float64Array(height);
  for (let at = 0; at < width * height; at += 1) {
    const x = at % width;
    const y = Math.floor(at / width);
    const far = Math.hypot(
      (planes.l[at] ?? 0) - mean.l / mean.count,
      1.4 * ((planes.a[at] ?? 0) - mean.a / mean.count),
      1.4 * ((planes.b[at] ?? 0) - mean.b / mean.count),
    );
    const edge = Math.hypot((planes.l[at + 1] ?? 0) - (planes.l[at] ?? 0), (planes.l[at + width] ?? 0) - (planes.l[at] ?? 0));
    const centre = Math.exp(-(((x / width - 0.5) / 0.32) ** 2) - ((y / height - 0.5) / 0.32) ** 2);
    const weight = (far + 2 * edge) ** 1.5 * centre;
    columns[x] = (columns[x] ?? 0) + weight;
    rows[y] = (rows[y] ?? 0) + weight;
  }
  const [left, right] = middleOf(columns);
  const [top, bottom] = middleOf(rows);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The stretch that holds the middle four fifths of the weight. */
function middleOf(weights: Float64Array): [number, number] {
  const total = weights.reduce((sum, value) => sum + value, 0) || 1;
  let sum = 0;
  let from = 0;
  let to = weights.length;
  weights.forEach((value, index) => {
    if (sum < total * 0.1) from = index;
    sum += value;
    if (sum < total * 0.9) to = index + 1;
  });
  return [from / weights.length, Math.max(from + 1, to) / weights.length];
}
