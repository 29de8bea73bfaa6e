/** A brand's logo: drawn as it is where its outline stands out from what is behind it, else on a plate. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import sharp from 'sharp';
import type { Box } from '../../../../src/generation/formats.ts';
import { luminanceOf } from '../colour/pixels.ts';
import { luminancesBehind, roundBox } from './paint.ts';

export type LogoArt = {
  width: number;
  height: number;
  /** Luminances along its outline, where it must stand out. */
  outline: Float32Array;
  /** Fills its whole rectangle, and so needs no plate to be seen. */
  isRectangle: boolean;
  /** The ground of such a rectangle, which is made larger as its plate; null where its corners differ. */
  ground: string | null;
  picture: Canvas;
};

/** Longest side of the picture in which the outline is looked for, px. */
const outlineSide = 200;
const [solid, clear] = [160, 60];

export async function openLogo(bytes: Uint8Array): Promise<LogoArt> {
  const open = () => sharp(bytes, { limitInputPixels: 4e6 }).toColourspace('srgb').ensureAlpha();
  const whole = await open().raw().toBuffer({ resolveWithObject: true });
  const small = await open().resize(outlineSide, outlineSide, { fit: 'inside' }).raw().toBuffer({ resolveWithObject: true });
  const { width, height } = whole.info;
  const picture = createCanvas(width, height);
  const ctx = picture.getContext('2d');
  const image = ctx.createImageData(width, height);
  image.data.set(whole.data);
  ctx.putImageData(image, 0, 0);
  return { width, height, picture, ...outlineOf(small.data, small.info.width, small.info.height) };
}

function outlineOf(data: Buffer, width: number, height: number): Pick<LogoArt, 'outline' | 'isRectangle' | 'ground'> {
  const alphaAt = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= width || y >= height ? 0 : (data[(y * width + x) * 4 + 3] ?? 0);
  const outline: number[] = [];
  let opaque = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (alphaAt(x, y) < solid) continue;
      opaque += 1;
      const isEdge = [alphaAt(x - 2, y), alphaAt(x + 2, y), alphaAt(x, y - 2), alphaAt(x, y + 2)].some((alpha) => alpha < clear);
      const at = (y * width + x) * 4;
      if (isEdge) outline.push(luminanceOf(`#${data.toString('hex', at, at + 3)}`));
    }
  }
  const isRectangle = opaque >= width * height * 0.98;
  return { outline: Float32Array.from(outline), isRectangle, ground: isRectangle ? groundOf(data, width, height) : null };
}

/** Of 255; JPEG makes even grounds a little uneven. */
const sameWithin = 20;

function groundOf(data: Buffer, width: number, height: number): string | null {
  const corners = [0, width - 1, (height - 1) * width, height * width - 1].map((pixel) => [
    ...data.subarray(pixel * 4, pixel * 4 + 3),
  ]);
  const [first = []] = corners;
  const isEven = corners.every((corner) => corner.every((part, index) => Math.abs(part - (first[index] ?? 0)) <= sameWithin));
  return isEven ? `#${Buffer.from(first).toString('hex')}` : null;
}

/** Contrast that an outline needs to be seen, and the part of it that must have that. */
const seen = { contrast: 2.4, share: 0.85 } as const;
const plates = ['#ffffff', '#17181a'] as const;

const ratio = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

/** The part of the outline that stands out from a ground of this luminance. */
const standsOut = ({ outline }: LogoArt, ground: number): number =>
  outline.length === 0 ? 1 : outline.filter((own) => ratio(own, ground) >= seen.contrast).length / outline.length;

/** The colour of the plate it needs there; null where it is seen without one. */
export function plateFor(ctx: SKRSContext2D, logo: LogoArt, box: Box): string | null {
  if (logo.isRectangle) return logo.ground;
  const behind = luminancesBehind(ctx, box).sort();
  const grounds = [0.1, 0.5, 0.9].map((part) => behind[Math.floor((behind.length - 1) * part)] ?? 1);
  if (Math.min(...grounds.map((ground) => standsOut(logo, ground))) >= seen.share) return null;
  const [light, dark] = plates;
  return standsOut(logo, luminanceOf(light)) >= standsOut(logo, luminanceOf(dark)) ? light : dark;
}

/** Inside `box`, which has the logo's own shape: a plate fills the box and the logo becomes smaller. */
export function paintLogo(ctx: SKRSContext2D, logo: LogoArt, box: Box, plate: string | null): void {
  const radius = box.height * 0.14;
  const inset = plate ? box.height * 0.13 : 0;
  const scale = Math.min((box.width - 2 * inset) / logo.width, (box.height - 2 * inset) / logo.height);
  const [width, height] = [logo.width * scale, logo.height * scale];
  ctx.save();
  if (plate) {
    ctx.fillStyle = plate;
    roundBox(ctx, box, radius);
    ctx.fill();
  }
  if (logo.isRectangle && !plate) {
    roundBox(ctx, box, radius);
    ctx.clip();
  }
  ctx.imageSmoothingQuality = 'high';
  ctx.drawImage(logo.picture, box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height);
  ctx.restore();
}
