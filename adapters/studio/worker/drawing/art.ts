/** The pixels an ad is drawn with: the cut-out product and the whole photo, resized by sharp exactly to the size they are shown at. */
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import sharp from 'sharp';
import type { Box } from '../../../../src/generation/formats.ts';
import type { PhotoFacts } from '../../../../src/generation/photo.ts';
import type { BrandFont } from '../brand-font/brand-font.ts';
import { type LogoArt, openLogo } from './logo.ts';

type Raw = { data: Buffer; width: number; height: number; channels: 3 | 4 };

/** Where the product touches the ground, as parts of its width. */
export type Footprint = { left: number; right: number };

export type ProductArt = {
  width: number;
  height: number;
  footprint: Footprint;
  at(width: number, height: number): Promise<Canvas>;
};
export type PhotoArt = { width: number; height: number; subject: Box; crop(aspect: number, width: number): Promise<Canvas> };
export type Art = { product: ProductArt | null; photo: PhotoArt; logo: LogoArt | null; font: BrandFont | null };

async function decode(bytes: Uint8Array, channels: 3 | 4): Promise<Raw> {
  const pipeline = sharp(bytes, { limitInputPixels: 100e6 }).toColourspace('srgb');
  const { data, info } = await (channels === 4 ? pipeline.ensureAlpha() : pipeline.removeAlpha())
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels };
}

function toCanvas(raw: Raw): Canvas {
  const canvas = createCanvas(raw.width, raw.height);
  const ctx = canvas.getContext('2d');
  const image = ctx.createImageData(raw.width, raw.height);
  image.data.set(raw.data);
  ctx.putImageData(image, 0, 0);
  return canvas;
}

const fromRaw = (raw: Raw) => sharp(raw.data, { raw: { width: raw.width, height: raw.height, channels: raw.channels } });

/** First and last opaque column in the lowest twentieth of the picture. */
function findFootprint(raw: Raw): Footprint {
  let left = raw.width;
  let right = 0;
  for (let y = Math.floor(raw.height * 0.95); y < raw.height; y += 1) {
    for (let x = 0; x < raw.width; x += 1) {
      if ((raw.data[(y * raw.width + x) * 4 + 3] ?? 0) < 128) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
    }
  }
  return right > left ? { left: left / raw.width, right: right / raw.width } : { left: 0, right: 1 };
}

function remember<Value>(make: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const known = new Map<string, Promise<Value>>();
  return (key) => {
    const found = known.get(key) ?? make(key);
    known.set(key, found);
    return found;
  };
}

async function productArt(bytes: Uint8Array): Promise<ProductArt> {
  const raw = await decode(bytes, 4);
  const sized = remember(async (key) => {
    const [width = 1, height = 1] = key.split('x').map(Number);
    const resized = await fromRaw(raw).resize(width, height, { kernel: 'lanczos3', fit: 'fill' }).raw().toBuffer();
    return toCanvas({ data: resized, width, height, channels: 4 });
  });
  return {
    width: raw.width,
    height: raw.height,
    footprint: findFootprint(raw),
    at: (width, height) => sized(`${Math.max(1, Math.round(width))}x${Math.max(1, Math.round(height))}`),
  };
}

/** The largest crop of this aspect that keeps the subject near its middle; when something must go, the foot goes before the top. */
export function cropAround(photo: { width: number; height: number }, subject: Box, aspect: number): Box {
  const width = Math.min(photo.width, photo.height * aspect);
  const height = width / aspect;
  const clamp = (value: number, most: number) => Math.min(Math.max(0, value), most);
  return {
    x: clamp(subject.x + subject.width / 2 - width / 2, photo.width - width),
    y: clamp(subject.y + subject.height / 2 - height * 0.57, photo.height - height),
    width,
    height,
  };
}

function photoArt(bytes: Uint8Array, facts: PhotoFacts): PhotoArt {
  let decoding: Promise<Raw> | null = null;
  const crop = remember(async (key) => {
    // Ads that show only the cut-out never need the whole photo.
    decoding ??= decode(bytes, 3);
    const raw = await decoding;
    const [aspect = 1, width = 1] = key.split('@').map(Number);
    const height = Math.max(1, Math.round(width / aspect));
    const box = cropAround(raw, facts.subject, width / height);
    const left = Math.round(box.x);
    const top = Math.round(box.y);
    const enlarged = width / box.width;
    let pipeline = fromRaw(raw)
      .extract({
        left,
        top,
        width: Math.max(1, Math.min(raw.width - left, Math.round(box.width))),
        height: Math.max(1, Math.min(raw.height - top, Math.round(box.height))),
      })
      .resize(width, height, { kernel: 'lanczos3', fit: 'fill' });
    if (enlarged > 1.15) pipeline = pipeline.sharpen({ sigma: 0.6 + enlarged * 0.35, m1: 0.3, m2: 1.6 });
    return toCanvas({ data: await pipeline.ensureAlpha().raw().toBuffer(), width, height, channels: 4 });
  });
  return {
    width: facts.width,
    height: facts.height,
    subject: facts.subject,
    crop: (aspect, width) => crop(`${aspect}@${Math.max(1, Math.round(width))}`),
  };
}

/** Decodes each picture once; all sizes are made from the same pixels. */
export async function openArt(
  photo: { facts: PhotoFacts; photo: Uint8Array; cutout: Uint8Array | null },
  logo: Uint8Array | null = null,
  font: BrandFont | null = null,
): Promise<Art> {
  return {
    product: photo.cutout ? await productArt(photo.cutout) : null,
    photo: photoArt(photo.photo, photo.facts),
    logo: logo ? await openLogo(logo) : null,
    font,
  };
}
