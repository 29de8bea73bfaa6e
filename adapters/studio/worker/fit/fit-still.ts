/** A picture made to fit: the first try that is small enough. */
import sharp from 'sharp';
import type { StillTry } from '../../../../src/generation/plan-fit.ts';

export type FittedFile = { bytes: Uint8Array; width: number; height: number };

export async function fitStill(source: Uint8Array, tries: readonly StillTry[], mostBytes: number): Promise<FittedFile | null> {
  for (const { width, height, quality } of tries) {
    const picture = sharp(source).resize(width, height, { fit: 'fill', kernel: 'lanczos3' });
    const bytes = await picture.keepIccProfile().jpeg({ quality, mozjpeg: true }).toBuffer();
    if (bytes.length <= mostBytes) return { bytes, width, height };
  }
  return null;
}
