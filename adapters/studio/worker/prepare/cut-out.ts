/** Cuts a product out of a plain backdrop without any model, or says why it should not be. */
import { setImmediate as turn } from 'node:timers/promises';
import sharp from 'sharp';
import type { Box } from '../../../../src/generation/formats.ts';
import { type Backdrop, differenceFrom, modelBackdrop } from './backdrop.ts';
import { cellsOf } from './cells.ts';
import { floodBackdrop } from './flood.ts';
import { examineMask, refusalOf } from './gate.ts';
import { openHoles } from './holes.ts';
import { boundsOf, softEdge, tidy } from './mask.ts';
import { type RawPicture, workSide } from './normalise.ts';
import { liftProduct } from './own-edge.ts';
import { smoothColours } from './smooth-colours.ts';
import type { Area } from './tiles.ts';
import { isWhite } from './white-ground.ts';

/** A product of fewer pixels would look lost or blurred in an ad. */
const fewestPixels = 300;

/** RGBA, trimmed to the product; `box` is where that was, in parts of the photo's width and height. */
export type CutOut = { picture: RawPicture; box: Box };

/** The size at which the product is looked for. */
export async function workPicture(photo: RawPicture): Promise<RawPicture> {
  const { data, info } = await sharp(photo.data, { raw: { width: photo.width, height: photo.height, channels: photo.channels } })
    .removeAlpha()
    .resize(workSide, workSide, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: 3 };
}

const inParts = ({ left, top, width, height }: Area, whole: { width: number; height: number }): Box => ({
  x: left / whole.width,
  y: top / whole.height,
  width: width / whole.width,
  height: height / whole.height,
});

/** Where the product is: how far each pixel of the work picture belongs to it, from 0 to 255. */
export type FoundProduct = { alpha: Uint8Array; bounds: Area; work: { width: number; height: number }; reason: string };

/** Why it should not be cut out. `ground`: it stands whole on white, which may be tinted instead; null: it does not. */
export type Doubt = { doubt: string; ground: Backdrop | null };

/** Lets others have a turn between its steps: they have encoders to start. */
export async function findProduct(work: RawPicture): Promise<FoundProduct | Doubt> {
  const colours = smoothColours(work);
  const backdrop = modelBackdrop(colours);
  if (backdrop.uniformity < 0.93) return { doubt: `busy border (${backdrop.uniformity.toFixed(2)})`, ground: null };
  const difference = differenceFrom(backdrop, colours);
  const cells = cellsOf(work, backdrop);
  await turn();
  const { mask, fragments } = tidy(floodBackdrop(backdrop, difference, cells));
  await turn();
  const facts = examineMask(mask, colours, backdrop, fragments);
  const doubt = refusalOf(facts) ?? openHoles(mask, backdrop, difference, cells);
  if (doubt) return { doubt, ground: facts.touching === 0 && isWhite(backdrop) ? backdrop : null };
  await turn();
  const alpha = softEdge(mask);
  const bounds = boundsOf(alpha, work.width, work.height);
  if (Math.max(bounds.width, bounds.height) < fewestPixels) return { doubt: 'product has too few pixels', ground: null };
  const reason = `clean mask, solidity ${facts.solidity.toFixed(2)}, weak edge ${facts.weakEdge.toFixed(2)}`;
  return { alpha, bounds, work: { width: work.width, height: work.height }, reason };
}

export async function cutOut(photo: RawPicture, { alpha, bounds, work }: FoundProduct): Promise<CutOut> {
  return { picture: await liftProduct(photo, work.width, alpha, bounds), box: inParts(bounds, work) };
}

/** A picture that came without a background is its own cut-out; null when it is opaque or transparent at random. */
export function ownCutOut(photo: RawPicture): CutOut | null {
  if (photo.channels !== 4) return null;
  const { width, height, data } = photo;
  const alpha = new Uint8Array(width * height);
  let clear = 0;
  let half = 0;
  for (let at = 0; at < alpha.length; at += 1) {
    const value = data[at * 4 + 3] as number;
    alpha[at] = value;
    if (value < 16) clear += 1;
    if (value > 25 && value < 230) half += 1;
  }
  if (clear < alpha.length * 0.04 || clear > alpha.length * 0.985 || half > alpha.length * 0.2) return null;
  const bounds = boundsOf(alpha, width, height);
  if (Math.max(bounds.width, bounds.height) < fewestPixels) return null;
  const out = Buffer.alloc(bounds.width * bounds.height * 4);
  for (let y = 0; y < bounds.height; y += 1) {
    const from = ((y + bounds.top) * width + bounds.left) * 4;
    data.copy(out, y * bounds.width * 4, from, from + bounds.width * 4);
  }
  return {
    picture: { data: out, width: bounds.width, height: bounds.height, channels: 4 },
    box: inParts(bounds, photo),
  };
}
