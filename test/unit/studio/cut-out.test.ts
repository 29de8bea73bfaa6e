import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { preparePhoto } from '../../../adapters/studio/worker/prepare/prepare-photo.ts';
import type { PreparedPhoto } from '../../../src/generation/ports.ts';
import { masked } from '../../support/studio/pictures.ts';

async function cutOutOf(photo: Buffer): Promise<PreparedPhoto & { cutout: Uint8Array }> {
  const outcome = await preparePhoto(photo);
  if (!outcome.ok) throw new Error(outcome.problem.kind);
  const { cutout, facts } = outcome.value;
  if (!cutout || facts.route !== 'cutout') throw new Error(`not cut out: ${facts.routeReason}`);
  return { ...outcome.value, cutout };
}

type Plane = { data: Buffer; width: number; height: number };

async function pixelsOf(file: Uint8Array): Promise<Plane> {
  const { data, info } = await sharp(file).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** The cut-out's alpha, back where it was in the photo. */
async function alphaInPhoto({
  cutout,
  facts: { subject, width, height },
}: PreparedPhoto & { cutout: Uint8Array }): Promise<Plane> {
  const placed = await sharp(cutout).resize(subject.width, subject.height, { fit: 'fill' }).png().toBuffer();
  const canvas = sharp({ create: { width, height, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } });
  return pixelsOf(
    await canvas
      .composite([{ input: placed, left: subject.x, top: subject.y }])
      .png()
      .toBuffer(),
  );
}

/** Pixels that both have by pixels that any has. */
function intersectionOverUnion(one: Plane, other: Plane): number {
  let [both, any] = [0, 0];
  for (let at = 3; at < one.data.length; at += 4) {
    const [a, b] = [(one.data[at] ?? 0) >= 128, (other.data[at] ?? 0) >= 128];
    if (a && b) both += 1;
    if (a || b) any += 1;
  }
  return both / any;
}

describe('a product before a clean backdrop', () => {
  for (const [name, { photo, alone }] of Object.entries(masked)) {
    it(`is cut out as it is, to three pixels in a hundred: ${name}`, async () => {
      const found = await alphaInPhoto(await cutOutOf(photo()));
      expect(intersectionOverUnion(found, await pixelsOf(alone()))).toBeGreaterThanOrEqual(0.97);
    });
  }

  it('keeps parts as thin as a wire', async () => {
    const found = await alphaInPhoto(await cutOutOf(masked.pail.photo()));
    const truth = await pixelsOf(masked.pail.alone());
    const isSeen = ({ data, width }: Plane, x: number, y: number) => (data[(y * width + x) * 4 + 3] ?? 0) > 90;
    let [thin, kept] = [0, 0];
    for (let y = Math.round(truth.height * 0.24); y < truth.height * 0.38; y += 3) {
      for (let x = 0; x < truth.width; x += 1) {
        if (!isSeen(truth, x, y)) continue;
        thin += 1;
        if (isSeen(found, x, y)) kept += 1;
      }
    }
    expect(kept / thin).toBeGreaterThan(0.6);
  });

  it('brings no fringe of a light backdrop to a dark stage', async () => {
    for (const { photo } of Object.values(masked)) {
      const { data } = await pixelsOf((await cutOutOf(photo())).cutout);
      let [edge, light] = [0, 0];
      for (let at = 0; at < data.length; at += 4) {
        const alpha = data[at + 3] ?? 0;
        if (alpha < 40 || alpha > 215) continue;
        edge += 1;
        if (Math.min(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0) > 190) light += 1;
      }
      expect(light / Math.max(1, edge)).toBeLessThan(0.03);
    }
  });
});
