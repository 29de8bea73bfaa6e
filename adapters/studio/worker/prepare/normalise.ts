/** From hostile bytes to an upright sRGB picture without metadata, or the reason for refusing it. */
import sharp, { type Metadata, type Sharp } from 'sharp';
import type { Outcome } from '../../../../src/errors.ts';
import { type PhotoProblem, type PhotoWarning, photoLimits } from '../../../../src/generation/photo.ts';
import { sniff } from './sniff.ts';

/** Pixels of the normalised photo; `data` holds `channels` bytes each. */
export type RawPicture = { data: Buffer; width: number; height: number; channels: 3 | 4 };

/** A photo that passed all checks of its header; its pixels are being decoded. Both promises reject when it is damaged. */
export type OpenedPhoto = {
  picture: Promise<RawPicture>;
  /** The photo in the size at which the product is looked for, which is there sooner; null where decoding twice would cost too much. */
  small: Promise<RawPicture> | null;
  sourceWidth: number;
  sourceHeight: number;
  sourceFormat: string;
  warnings: PhotoWarning[];
};

export const longestSide = 3_000;
/** The longest side of the picture in which the product is looked for. */
export const workSide = 1_400;
const leastWorkSide = 1_300;
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

async function toRaw(pipeline: Sharp, side: number, hasAlpha: boolean): Promise<RawPicture> {
  const resized = pipeline.resize(side, side, { fit: 'inside', withoutEnlargement: true }).toColourspace('srgb');
  const shaped = hasAlpha ? resized.ensureAlpha() : resized.removeAlpha();
  const { data, info } = await shaped.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels === 4 ? 4 : 3 };
}

/**
 * libjpeg halves a photo while it decodes, in half the time; sharp asks it to from a third of the size on. So a 12-megapixel photo is
 * looked at a little smaller than others.
 */
function quickSide({ width, height }: Metadata): number {
  const third = Math.floor(Math.max(width, height) / 3) - 1;
  return third >= leastWorkSide ? Math.min(workSide, third) : workSide;
}

/** Decodes beside this thread. */
function decode(bytes: Uint8Array, metadata: Metadata, isHeic: boolean): Pick<OpenedPhoto, 'picture' | 'small'> {
  if (isHeic) return { picture: decodeHeic(bytes).then((pipeline) => toRaw(pipeline, longestSide, false)), small: null };
  const picture = toRaw(open(bytes).autoOrient(), longestSide, metadata.hasAlpha);
  const isQuick = metadata.format === 'jpeg' && !metadata.isProgressive;
  return { picture, small: isQuick ? toRaw(open(bytes).autoOrient(), quickSide(metadata), false) : null };
}

export async function openPhoto(bytes: Uint8Array): Promise<Outcome<OpenedPhoto, PhotoProblem>> {
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
  const { picture, small } = decode(bytes, metadata, isHeic);
  // Whichever fails is awaited in its turn; it must not count as unhandled before that.
  for (const beside of [picture, small]) beside?.catch(() => {});
  return {
    ok: true,
    value: {
      picture,
      small,
      sourceWidth: turned ? metadata.height : metadata.width,
      sourceHeight: turned ? metadata.width : metadata.height,
      sourceFormat: isHeic ? 'heic' : metadata.format,
      warnings: (metadata.pages ?? 1) > 1 && metadata.format !== 'heif' ? ['animated-first-frame'] : [],
    },
  };
}
