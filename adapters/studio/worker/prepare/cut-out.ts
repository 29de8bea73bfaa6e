/** Cuts a product out of a plain backdrop without any model, or says why it should not be. */
import sharp from 'sharp';
import type { Box } from '../../../../src/generation/formats.ts';
import { modelBackdrop } from './backdrop.ts';
import { blurPlane, floodBackdrop, labelComponents, type Mask, smoothPlane } from './flood.ts';
import { examineMask, refusalOf } from './gate.ts';
import { openHoles } from './holes.ts';
import { type LabPlanes, toLab } from './lab.ts';
import type { RawPicture } from './normalise.ts';

const workSide = 1_400;
export const longestCutOut = 1_800;
/** A product of fewer pixels would look lost or blurred in an ad. */
const fewestPixels = 300;

/** RGBA, trimmed to the product; `box` is where that was, in parts of the photo's width and height. */
export type CutOut = { picture: RawPicture; box: Box };
export type CutOutResult = { cutOut: CutOut | null; reason: string };

/** The size at which the product is looked for. */
export async function workPicture(photo: RawPicture): Promise<RawPicture> {
  const { data, info } = await sharp(photo.data, { raw: { width: photo.width, height: photo.height, channels: photo.channels } })
    .removeAlpha()
    .resize(workSide, workSide, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: 3 };
}

function smoothed(planes: LabPlanes): LabPlanes {
  const { width, height } = planes;
  const smooth = (plane: Float32Array) => smoothPlane(plane, width, height);
  return { l: smooth(planes.l), a: smooth(planes.a), b: smooth(planes.b), width, height };
}

/** Drops specks, and threads thinner than a few pixels, which are left-over shadow. */
function tidy(mask: Mask): { mask: Mask; fragments: number } {
  const { width, height } = mask;
  const { labels, components } = labelComponents(mask, 1);
  const largest = components[0]?.size ?? 0;
  const fragments = components.filter((component) => component.size >= 16).length;
  const isKept = new Uint8Array(components.length + 1);
  for (const { label, size } of components) isKept[label] = size >= largest * 0.02 ? 1 : 0;
  const solid = new Float32Array(labels.length);
  for (let at = 0; at < solid.length; at += 1) solid[at] = isKept[labels[at] as number] as number;
  const core = blurPlane(solid, width, height, 2);
  for (let at = 0; at < core.length; at += 1) core[at] = (core[at] as number) > 0.78 ? 1 : 0;
  const near = blurPlane(core, width, height, 3);
  const data = new Uint8Array(solid.length);
  for (let at = 0; at < data.length; at += 1) data[at] = solid[at] === 1 && (near[at] as number) > 0.02 ? 1 : 0;
  return { mask: { data, width, height }, fragments };
}

/** Soft, pulled-in edge: the outermost ring of mixed pixels would bring the old backdrop along. */
function alphaOf(mask: Mask): Float32Array {
  const soft = blurPlane(new Float32Array(mask.data), mask.width, mask.height, 2);
  for (let at = 0; at < soft.length; at += 1) soft[at] = Math.min(1, Math.max(0, ((soft[at] as number) - 0.7) / 0.24));
  return soft;
}

function boundsOf(alpha: Float32Array, width: number, height: number): Box {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y += 1) {
    const first = y * width;
    let x = 0;
    while (x < width && (alpha[first + x] as number) < 0.05) x += 1;
    if (x === width) continue;
    left = Math.min(left, x);
    x = width - 1;
    while ((alpha[first + x] as number) < 0.05) x -= 1;
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = y + 1;
  }
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

/** The product's part of photo and mask, both at the size at which the cut-out is kept. */
async function enlarge(photo: RawPicture, work: RawPicture, alpha: Float32Array, bounds: Box) {
  const fromWork = photo.width / work.width;
  const scale = Math.max(1, Math.min(fromWork, longestCutOut / Math.max(bounds.width, bounds.height)));
  const width = Math.round(bounds.width * scale);
  const height = Math.round(bounds.height * scale);
  const left = Math.floor(bounds.x * fromWork);
  const top = Math.floor(bounds.y * fromWork);
  const region = {
    left,
    top,
    width: Math.min(photo.width - left, Math.round(bounds.width * fromWork)),
    height: Math.min(photo.height - top, Math.round(bounds.height * fromWork)),
  };
  const colouring = sharp(photo.data, { raw: { width: photo.width, height: photo.height, channels: photo.channels } })
    .extract(region)
    .removeAlpha()
    .resize(width, height, { fit: 'fill' })
    .raw()
    .toBuffer();
  const plane = Buffer.alloc(bounds.width * bounds.height);
  for (let y = 0; y < bounds.height; y += 1) {
    for (let x = 0; x < bounds.width; x += 1) {
      plane[y * bounds.width + x] = Math.round((alpha[(y + bounds.y) * work.width + x + bounds.x] as number) * 255);
    }
  }
  const masking = sharp(plane, { raw: { width: bounds.width, height: bounds.height, channels: 1 } })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .extractChannel(0)
    .raw()
    .toBuffer();
  const [colours, mask] = await Promise.all([colouring, masking]);
  return { colours, mask, width, height, scale };
}

type Enlarged = Awaited<ReturnType<typeof enlarge>>;

/** Pixels of the soft edge still carry the old backdrop's colour: they take the mean of the solid product beside them. */
function withOwnEdge({ colours, mask, width, height, scale }: Enlarged): RawPicture {
  const reach = Math.ceil(2.5 * scale);
  const out = Buffer.alloc(width * height * 4);
  for (let y = 0, at = 0; y < height; y += 1) {
    const low = Math.min(height - 1, y + reach);
    for (let x = 0; x < width; x += 1, at += 1) {
      const alpha = mask[at] as number;
      if (alpha === 0) continue;
      let red = 0;
      let green = 0;
      let blue = 0;
      let count = 0;
      if (alpha !== 255) {
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
      }
      const hasOwn = count > 0;
      out[at * 4] = hasOwn ? red / count : (colours[at * 3] as number);
      out[at * 4 + 1] = hasOwn ? green / count : (colours[at * 3 + 1] as number);
      out[at * 4 + 2] = hasOwn ? blue / count : (colours[at * 3 + 2] as number);
      out[at * 4 + 3] = alpha;
    }
  }
  return { data: out, width, height, channels: 4 };
}

/** `work` is the photo's work picture. */
export async function cutOut(photo: RawPicture, work: RawPicture): Promise<CutOutResult> {
  const planes = smoothed(toLab(work));
  const backdrop = modelBackdrop(planes);
  if (backdrop.uniformity < 0.93) return { cutOut: null, reason: `busy border (${backdrop.uniformity.toFixed(2)})` };
  const { mask, fragments } = tidy(floodBackdrop(planes, backdrop));
  const facts = examineMask(mask, planes, backdrop, fragments);
  const refusal = refusalOf(facts);
  if (refusal) return { cutOut: null, reason: refusal };
  const doubt = openHoles(mask, backdrop);
  if (doubt) return { cutOut: null, reason: doubt };
  const alpha = alphaOf(mask);
  const bounds = boundsOf(alpha, work.width, work.height);
  if (Math.max(bounds.width, bounds.height) < fewestPixels) return { cutOut: null, reason: 'product has too few pixels' };
  const picture = withOwnEdge(await enlarge(photo, work, alpha, bounds));
  const box = {
    x: bounds.x / work.width,
    y: bounds.y / work.height,
    width: bounds.width / work.width,
    height: bounds.height / work.height,
  };
  return {
    cutOut: { picture, box },
    reason: `clean mask, solidity ${facts.solidity.toFixed(2)}, weak edge ${facts.weakEdge.toFixed(2)}`,
  };
}

/** A picture that came without a background is its own cut-out; null when it is opaque or transparent at random. */
export function ownCutOut(photo: RawPicture): CutOut | null {
  if (photo.channels !== 4) return null;
  const { width, height, data } = photo;
  const alpha = Float32Array.from({ length: width * height }, (_, at) => (data[at * 4 + 3] ?? 0) / 255);
  const clear = alpha.reduce((sum, value) => sum + (value < 0.06 ? 1 : 0), 0) / alpha.length;
  const half = alpha.reduce((sum, value) => sum + (value > 0.1 && value < 0.9 ? 1 : 0), 0) / alpha.length;
  if (clear < 0.04 || clear > 0.985 || half > 0.2) return null;
  const bounds = boundsOf(alpha, width, height);
  if (Math.max(bounds.width, bounds.height) < fewestPixels) return null;
  const out = Buffer.alloc(bounds.width * bounds.height * 4);
  for (let y = 0; y < bounds.height; y += 1) {
    const from = ((y + bounds.y) * width + bounds.x) * 4;
    data.copy(out, y * bounds.width * 4, from, from + bounds.width * 4);
  }
  return {
    picture: { data: out, width: bounds.width, height: bounds.height, channels: 4 },
    box: { x: bounds.x / width, y: bounds.y / height, width: bounds.width / width, height: bounds.height / height },
  };
}
