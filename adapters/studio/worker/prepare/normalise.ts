/** From hostile bytes to an upright sRGB picture without metadata, or the reason for refusing it. */
import sharp, { type Metadata, type Sharp } from 'sharp';
import type { Outcome } from '../../../../src/errors.ts';
import { type PhotoProblem, type PhotoWarning, photoLimits } from '../../../../src/generation/photo.ts';
import { sniff } from './sniff.ts';

/** Pixels of the normalised photo; `data` holds `channels` bytes each. */
export type RawPicture = { data: Buffer; width: number; height: number; channels: 3 | 4 };

export type NormalisedPhoto = {
  picture: RawPicture;
  sourceWidth: number;
  sourceHeight: number;
  sourceFormat: string;
  warnings: PhotoWarning[];
};

export const longestSide = 3_000;
const allowed = ['jpeg', 'png', 'webp', 'gif', 'tiff', 'heif', 'avif'];
/** All coefficients of a progressive JPEG are in memory at once, so shrinking while decoding saves nothing. */
const progressiveMegapixels = 100;

const refuse = (problem: PhotoProblem): { ok: false; problem: PhotoProblem } => ({ ok: false, problem });
const megapixels = (width: number, height: number) => Math.round((width * height) / 100_000) / 10;

/** `error` lets odd but complete files through and still refuses those that end too early. */
const open = (bytes: Uint8Array) =>
  sharp(bytes, { failOn: 'error', limitInputPixels: photoLimits.jpegMegapixels * 1e6 + 1e6, sequentialRead: true, pages: 1 });

function checkSize(metadata: Metadata): PhotoProblem | null {
  const { width, height } = metadata;
  const isJpeg = metadata.format === 'jpeg';
  const limit = !isJpeg
    ? photoLimits.otherMegapixels
    : metadata.isProgressive
      ? progressiveMegapixels
      : photoLimits.jpegMegapixels;
  if (width * height > limit * 1e6) return { kind: 'too-many-pixels', limit, actual: megapixels(width, height) };
  const side = Math.min(width, height);
  if (side < photoLimits.smallestSide) return { kind: 'too-small', limit: photoLimits.smallestSide, actual: side };
  return null;
}

/** Even the header may lie: libvips says so with an error whose text names the pixel limit. */
async function readMetadata(bytes: Uint8Array): Promise<Outcome<Metadata, PhotoProblem>> {
  try {
    const metadata = await sharp(bytes, { failOn: 'error', limitInputPixels: false }).metadata();
    if (!allowed.includes(metadata.format)) return refuse({ kind: 'document-or-vector' });
    return { ok: true, value: metadata };
  } catch {
    return refuse({ kind: 'damaged' });
  }
}

async function decodeHeic(bytes: Uint8Array): Promise<Sharp> {
  const { default: decode } = await import('heic-decode');
  const { width, height, data } = await decode({ buffer: bytes });
  return sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), { raw: { width, height, channels: 4 } });
}

async function toRaw(pipeline: Sharp, hasAlpha: boolean): Promise<RawPicture> {
  const resized = pipeline.resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true }).toColourspace('srgb');
  const shaped = hasAlpha ? resized.ensureAlpha() : resized.removeAlpha();
  const { data, info } = await shaped.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels === 4 ? 4 : 3 };
}

export async function normalise(bytes: Uint8Array): Promise<Outcome<NormalisedPhoto, PhotoProblem>> {
  if (bytes.length === 0) return refuse({ kind: 'empty' });
  const kind = sniff(bytes);
  if (kind !== 'picture') return refuse({ kind: kind === 'unknown' ? 'not-a-picture' : kind });
  const read = await readMetadata(bytes);
  if (!read.ok) return read;
  const metadata = read.value;
  const problem = checkSize(metadata);
  if (problem) return refuse(problem);
  const isHeic = metadata.format === 'heif' && metadata.compression === 'hevc';
  const turned = !isHeic && (metadata.orientation ?? 1) >= 5;
  try {
    const pipeline = isHeic ? await decodeHeic(bytes) : open(bytes).autoOrient();
    const picture = await toRaw(pipeline, metadata.hasAlpha && !isHeic);
    const warnings: PhotoWarning[] = [];
    if ((metadata.pages ?? 1) > 1 && metadata.format !== 'heif') warnings.push('animated-first-frame');
    return {
      ok: true,
      value: {
        picture,
        sourceWidth: turned ? metadata.height : metadata.width,
        sourceHeight: turned ? metadata.width : metadata.height,
        sourceFormat: isHeic ? 'heic' : metadata.format,
        warnings,
      },
    };
  } catch {
    return refuse({ kind: 'damaged' });
  }
}
