import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { preparePhoto } from '../../../adapters/studio/worker/prepare/prepare-photo.ts';
import type { PreparedPhoto } from '../../../src/generation/ports.ts';
import {
  busyScene,
  freeBottle,
  mugWithHandle,
  paleJar,
  plainBottle,
  twoHalves,
  whiteOnWhite,
  wideProduct,
} from '../../support/studio/pictures.ts';

async function accepted(bytes: Uint8Array): Promise<PreparedPhoto> {
  const outcome = await preparePhoto(bytes);
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.problem)}`);
  return outcome.value;
}

async function refused(bytes: Uint8Array) {
  const outcome = await preparePhoto(bytes);
  return outcome.ok ? 'accepted' : outcome.problem;
}

async function colourAt(photo: Uint8Array, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(photo).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 3;
  return [...data.subarray(at, at + 3)];
}

const flat = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#888888' } });

describe('a photo that is taken', () => {
  it('is turned upright and loses its place, camera and all other metadata', async () => {
    const source = await sharp(twoHalves())
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD0: { Make: 'SecretCam' }, IFD3: { GPSLatitude: '59/1 54/1 0/1', GPSLatitudeRef: 'N' } })
      .withXmp(
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>',
      )
      .jpeg()
      .toBuffer();
    const { facts, photo } = await accepted(source);
    expect([facts.width, facts.height, facts.sourceWidth, facts.sourceHeight]).toEqual([600, 900, 600, 900]);
    expect((await colourAt(photo, 0.5, 0.1))[0]).toBeGreaterThan(180);
    expect((await colourAt(photo, 0.5, 0.9))[2]).toBeGreaterThan(180);
    const left = await sharp(photo).metadata();
    expect([left.exif, left.icc, left.xmp, left.iptc, left.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(Buffer.from(photo).includes('SecretCam')).toBe(false);
  });

  it('keeps its colours when it comes from a phone with a wide screen or from a printer', async () => {
    const wide = await sharp(twoHalves()).withIccProfile('p3').jpeg({ quality: 95 }).toBuffer();
    const printed = await sharp(twoHalves()).toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer();
    for (const source of [wide, printed]) {
      const { photo } = await accepted(source);
      const [red = 0, green = 0, blue = 0] = await colourAt(photo, 0.25, 0.5);
      expect(red).toBeGreaterThan(170);
      expect(Math.max(green, blue)).toBeLessThan(90);
      expect((await sharp(photo).metadata()).space).toBe('srgb');
    }
  });

  it('may be JPEG, PNG (16 bit too), WebP, AVIF, TIFF or GIF', async () => {
    const source = sharp(plainBottle(300, 400)).removeAlpha();
    const files = {
      jpeg: source.clone().jpeg(),
      png: source.clone().toColourspace('rgb16').png(),
      webp: source.clone().webp(),
      heif: source.clone().avif({ effort: 0 }),
      tiff: source.clone().tiff(),
      gif: source.clone().gif(),
    };
    for (const [format, file] of Object.entries(files)) {
      const { facts } = await accepted(await file.toBuffer());
      expect([facts.sourceFormat, facts.width, facts.height]).toEqual([format, 300, 400]);
    }
  });

  it('is shrunk to 3,000 pixels, however large', async () => {
    const { facts } = await accepted(await flat(9_000, 7_000).jpeg().toBuffer());
    expect([facts.width, facts.height, facts.sourceWidth]).toEqual([3_000, 2_333, 9_000]);
  });

  it('shows its first frame when it is animated, and says so', async () => {
    const frames = Buffer.alloc(200 * 400 * 3, 200).fill(20, 0, 200 * 200 * 3);
    const gif = await sharp(frames, { raw: { width: 200, height: 400, channels: 3, pageHeight: 200 } })
      .gif()
      .toBuffer();
    const { facts, photo } = await accepted(gif);
    expect(facts.warnings).toContain('animated-first-frame');
    expect([facts.width, facts.height]).toEqual([200, 200]);
    expect((await colourAt(photo, 0.5, 0.5))[0]).toBeLessThan(60);
  });

  it('is called small or blurry only when it is', async () => {
    const sharpOne = await accepted(busyScene());
    expect(sharpOne.facts.warnings).toEqual(['background-kept']);
    const blurred = await accepted(await sharp(busyScene()).blur(9).jpeg().toBuffer());
    expect(blurred.facts.warnings).toContain('blurry');
    const small = await accepted(await sharp(busyScene()).resize(500).jpeg().toBuffer());
    expect(small.facts.warnings).toContain('small');
    expect(small.facts.warnings).not.toContain('blurry');
    expect((await accepted(plainBottle())).facts.warnings).toEqual([]);
  });
});

describe('a file that is refused', () => {
  it('is empty, no picture, or a document or drawing under whatever name', async () => {
    expect(await refused(new Uint8Array(0))).toEqual({ kind: 'empty' });
    expect(await refused(Buffer.from('PK\u0003\u0004 a zip that calls itself a photo'))).toEqual({ kind: 'not-a-picture' });
    expect(await refused(Buffer.from('just words'))).toEqual({ kind: 'not-a-picture' });
    const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>';
    for (const text of [svg, `\ufeff  ${svg}`, '<svg/>', '%PDF-1.7 ...', '%!PS-Adobe-3.0']) {
      expect(await refused(Buffer.from(text))).toEqual({ kind: 'document-or-vector' });
    }
  });

  it('ends too early or is not what its first bytes say', async () => {
    const jpeg = await sharp(busyScene()).jpeg().toBuffer();
    const png = busyScene();
    const webp = await sharp(busyScene()).webp().toBuffer();
    for (const whole of [jpeg, png, webp]) {
      for (const part of [0.3, 0.6, 0.9]) {
        expect(await refused(whole.subarray(0, Math.floor(whole.length * part)))).toEqual({ kind: 'damaged' });
      }
    }
    expect(await refused(Buffer.from('GIF89a and nothing else'))).toEqual({ kind: 'damaged' });
    expect(await refused(Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic'))).toEqual({ kind: 'damaged' });
  });

  it('has too many pixels or too few, and both numbers are told', async () => {
    const bomb = await flat(10_000, 9_000).greyscale().png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(400_000);
    expect(await refused(bomb)).toEqual({ kind: 'too-many-pixels', limit: 60, actual: 90 });
    expect(await refused(await flat(40, 400).png().toBuffer())).toEqual({ kind: 'too-small', limit: 64, actual: 40 });
  });

  it('is taken without what hides behind its end', async () => {
    const jpeg = await sharp(twoHalves()).jpeg().toBuffer();
    const { photo } = await accepted(Buffer.concat([jpeg, Buffer.from('<?php secret-tail ?>')]));
    expect(Buffer.from(photo).includes('secret-tail')).toBe(false);
  });
});

describe('a product', () => {
  it('is cut out of a plain backdrop, with clean edges and its own colours', async () => {
    const { facts, cutout } = await accepted(plainBottle());
    expect(facts.route).toBe('cutout');
    if (!cutout) throw new Error('no cut-out');
    const { data, info } = await sharp(cutout).raw().toBuffer({ resolveWithObject: true });
    const alpha = (x: number, y: number) => data[(Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 4 + 3];
    expect(alpha(0.5, 0.5)).toBe(255);
    expect(alpha(0.04, 0.04)).toBe(0);
    expect(facts.palette.some(({ colour }) => /^#[6-9]/.test(colour))).toBe(true);
    expect(facts.palette.every(({ colour }) => colour !== '#e6e1d8')).toBe(true);
    expect(facts.subject.height / facts.height).toBeCloseTo(0.74, 1);
    expect((await accepted(wideProduct())).facts.route).toBe('cutout');
  });

  it('keeps its background when cutting it out is not safe', async () => {
    for (const photo of [
      busyScene(),
      await sharp(plainBottle()).extract({ left: 450, top: 0, width: 600, height: 1_600 }).toBuffer(),
    ]) {
      const { facts, cutout } = await accepted(photo);
      expect([facts.route, cutout, facts.warnings.includes('background-kept')]).toEqual(['framed', null, true]);
    }
  });

  it('that is white on white takes on the tint of a panel instead, its ground made truly white', async () => {
    for (const photo of [whiteOnWhite(), paleJar()]) {
      const { facts, cutout } = await accepted(photo);
      expect([facts.route, facts.warnings.includes('background-kept')]).toEqual(['multiply', false]);
      if (!cutout) throw new Error('nothing to tint');
      for (const [x, y] of [
        [0.004, 0.004],
        [0.99, 0.5],
        [0.5, 0.99],
      ] as const)
        expect(await colourAt(cutout, x, y)).toEqual([255, 255, 255]);
    }
  });

  it('that goes off a white photo is not tinted: its ground would end in a line', async () => {
    const cropped = await sharp(paleJar()).extract({ left: 500, top: 0, width: 900, height: 1_600 }).toBuffer();
    expect((await accepted(cropped)).facts.route).toBe('framed');
  });

  it('may have an opening through which the backdrop is seen', async () => {
    const { cutout } = await accepted(mugWithHandle());
    if (!cutout) throw new Error('no cut-out');
    const { data, info } = await sharp(cutout).raw().toBuffer({ resolveWithObject: true });
    expect(data[(Math.floor(info.height / 2) * info.width + Math.floor(info.width * 0.77)) * 4 + 3]).toBe(0);
  });

  it('that came without a background is taken as it is', async () => {
    const { facts, cutout } = await accepted(freeBottle());
    expect([facts.route, facts.routeReason]).toEqual(['cutout', 'came without a background']);
    expect(cutout).not.toBeNull();
  });

  it('is prepared the same way twice', async () => {
    const [one, other] = [await accepted(plainBottle()), await accepted(plainBottle())];
    expect(one.facts).toEqual(other.facts);
    expect(Buffer.from(one.photo).equals(Buffer.from(other.photo))).toBe(true);
  });
});
