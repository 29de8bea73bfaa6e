/** The product's pixels with its own colours up to the edge, at the size at which the cut-out is kept. */
import sharp from 'sharp';
import type { RawPicture } from './normalise.ts';
import type { Area } from './tiles.ts';

export const longestCutOut = 1_800;

type Enlarged = { colours: Uint8Array; mask: Uint8Array; width: number; height: number; scale: number };

const asSharp = ({ data, width, height, channels }: RawPicture) => sharp(data, { raw: { width, height, channels } });

/** The product's part of photo and mask, both at the size at which the cut-out is kept. `bounds` is in pixels of the work picture. */
async function enlarge(photo: RawPicture, workWidth: number, alpha: Uint8Array, bounds: Area): Promise<Enlarged> {
  const fromWork = photo.width / workWidth;
  const scale = Math.max(1, Math.min(fromWork, longestCutOut / Math.max(bounds.width, bounds.height)));
  const width = Math.round(bounds.width * scale);
  const height = Math.round(bounds.height * scale);
  const left = Math.floor(bounds.left * fromWork);
  const top = Math.floor(bounds.top * fromWork);
  const region = {
    left,
    top,
    width: Math.min(photo.width - left, Math.round(bounds.width * fromWork)),
    height: Math.min(photo.height - top, Math.round(bounds.height * fromWork)),
  };
  const colouring = asSharp(photo).extract(region).removeAlpha().resize(width, height, { fit: 'fill' }).raw().toBuffer();
  const plane = Buffer.alloc(bounds.width * bounds.height);
  for (let y = 0; y < bounds.height; y += 1) {
    const from = (y + bounds.top) * workWidth + bounds.left;
    plane.set(alpha.subarray(from, from + bounds.width), y * bounds.width);
  }
  const masking = sharp(plane, { raw: { width: bounds.width, height: bounds.height, channels: 1 } })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .extractChannel(0)
    .raw()
    .toBuffer();
  const [colours, mask] = await Promise.all([colouring, masking]);
  return { colours, mask, width, height, scale };
}

/** Mean colour of the solid product around a pixel, written to `out`; left as it is where there is none. */
function takeOwnColour({ colours, mask, width, height }: Enlarged, x: number, y: number, reach: number, out: Buffer): void {
  let [red, green, blue, count] = [0, 0, 0, 0];
  const low = Math.min(height - 1, y + reach);
  const right = Math.min(width - 1, x + reach);
  for (let py = Math.max(0, y - reach); py <= low; py += 1) {
    for (let near = py * width + Math.max(0, x - reach); near <= py * width + right; near += 1) {
      if (mask[near] !== 255) continue;
      count += 1;
      red += colours[near * 3] as number;
      green += colours[near * 3 + 1] as number;
      blue += colours[near * 3 + 2] as number;
    }
  }
  if (count === 0) return;
  const to = (y * width + x) * 4;
  out[to] = red / count;
  out[to + 1] = green / count;
  out[to + 2] = blue / count;
}

/** Pixels of the soft edge still carry the old backdrop's colour: they take the mean of the solid product beside them. */
function withOwnEdge(enlarged: Enlarged): RawPicture {
  const { colours, mask, width, height, scale } = enlarged;
  const reach = Math.ceil(2.5 * scale);
  const data = Buffer.alloc(width * height * 4);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 1) {
      const alpha = mask[at] as number;
      if (alpha === 0) continue;
      data[at * 4] = colours[at * 3] as number;
      data[at * 4 + 1] = colours[at * 3 + 1] as number;
      data[at * 4 + 2] = colours[at * 3 + 2] as number;
      data[at * 4 + 3] = alpha;
      if (alpha !== 255) takeOwnColour(enlarged, x, y, reach, data);
    }
  }
  return { data, width, height, channels: 4 };
}

/** RGBA of what lies in `bounds`; `alpha` has the size of the work picture. */
export async function liftProduct(photo: RawPicture, workWidth: number, alpha: Uint8Array, bounds: Area): Promise<RawPicture> {
  return withOwnEdge(await enlarge(photo, workWidth, alpha, bounds));
}
