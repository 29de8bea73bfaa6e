/** A product on white that cannot be cut out safely: its ground is made truly white, so that it takes on any tint it is multiplied with. */
import sharp from 'sharp';
import type { Box } from '../../../../src/generation/formats.ts';
import { type Backdrop, backdropAt, distancesFrom } from './backdrop.ts';
import { labToHex, toLab } from './lab.ts';
import type { RawPicture } from './normalise.ts';
import { longestCutOut } from './own-edge.ts';

/** RGB, trimmed to the product and its shadow; `box` is where that was, in parts of the photo's width and height. */
export type OnWhite = { picture: RawPicture; box: Box };

const white = { lightness: 83, chroma: 8 } as const;

/** Light enough everywhere, and without a colour of its own. */
export function isWhite(backdrop: Backdrop): boolean {
  return [-0.9, 0, 0.9].every((x) =>
    [-0.9, 0, 0.9].every((y) => {
      const { l, a, b } = backdropAt(backdrop, x, y);
      return l >= white.lightness && Math.hypot(a, b) <= white.chroma;
    }),
  );
}

/** Longest side at which the product's place is looked for, px. */
const lookSide = 240;
/** Lab distance from which something is there; a faint shadow is. */
const seenFrom = (backdrop: Backdrop) => Math.max(2.6, backdrop.noise * 3);
/** In parts of the photo. */
const air = 0.03;
const leastArea = 0.03;

const asSharp = (picture: RawPicture) =>
  sharp(picture.data, { raw: { width: picture.width, height: picture.height, channels: picture.channels } });

/** Null when there is nothing, or when it goes off the photo: then its ground would end at a visible line. */
async function findBox(photo: RawPicture, backdrop: Backdrop): Promise<Box | null> {
  const { data, info } = await asSharp(photo)
    .resize(lookSide, lookSide, { fit: 'inside' })
    .removeAlpha()
    .median(3)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const distance = distancesFrom(backdrop, toLab({ data, width, height, channels: 3 }));
  const limit = seenFrom(backdrop);
  const seen = (at: number) => (distance[at] as number) > limit;
  const columns = Array.from({ length: width }, (_, x) => Array.from({ length: height }, (_y, y) => seen(y * width + x)));
  const rows = Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_x, x) => seen(y * width + x)));
  const [left, right] = extentOf(columns);
  const [top, bottom] = extentOf(rows);
  const reaches = left < 2 || top < 2 || right > width - 3 || bottom > height - 3;
  if (reaches || ((right - left) * (bottom - top)) / (width * height) < leastArea) return null;
  const x = Math.max(0, left / width - air);
  const y = Math.max(0, top / height - air);
  return { x, y, width: Math.min(1, right / width + air) - x, height: Math.min(1, bottom / height + air) - y };
}

/** First and last line in which something more than a speck is. */
function extentOf(lines: boolean[][]): [number, number] {
  const filled = lines.map((line) => line.filter(Boolean).length >= 3);
  return [filled.indexOf(true), filled.lastIndexOf(true)];
}

/** Points per side at which the light is worked out; between them it changes little. */
const mapSide = 24;

/** The colour that the bare backdrop would have at each pixel of the area. */
function lightMap(backdrop: Backdrop, box: Box, width: number, height: number): Promise<Buffer> {
  const map = Buffer.alloc(mapSide * mapSide * 3);
  for (let row = 0; row < mapSide; row += 1) {
    for (let column = 0; column < mapSide; column += 1) {
      const x = 2 * (box.x + (box.width * (column + 0.5)) / mapSide) - 1;
      const y = 2 * (box.y + (box.height * (row + 0.5)) / mapSide) - 1;
      map.write(labToHex(backdropAt(backdrop, x, y)).slice(1), (row * mapSide + column) * 3, 'hex');
    }
  }
  return sharp(map, { raw: { width: mapSide, height: mapSide, channels: 3 } })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer();
}

/** The grain of the ground, as a part of its light, becomes white too. */
const headroom = 0.975;

/** Divides the photo's colours by the light that fell on its ground. Null where the product does not lie whole on it. */
export async function onWhite(photo: RawPicture, backdrop: Backdrop): Promise<OnWhite | null> {
  const box = await findBox(photo, backdrop);
  if (!box) return null;
  const area = {
    left: Math.round(box.x * photo.width),
    top: Math.round(box.y * photo.height),
    width: Math.floor(box.width * photo.width),
    height: Math.floor(box.height * photo.height),
  };
  const { data, info } = await asSharp(photo)
    .extract(area)
    .resize(longestCutOut, longestCutOut, { fit: 'inside', withoutEnlargement: true })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const light = await lightMap(backdrop, box, info.width, info.height);
  for (let at = 0; at < data.length; at += 1) {
    data[at] = Math.min(255, Math.round(((data[at] as number) * 255) / ((light[at] as number) * headroom)));
  }
  return { picture: { data, width: info.width, height: info.height, channels: 3 }, box };
}
