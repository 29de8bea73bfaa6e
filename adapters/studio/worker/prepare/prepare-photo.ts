/** Everything done once to a photo: check, straighten, strip, cut out where safe, measure colours. */
import sharp from 'sharp';
import type { Outcome } from '../../../../src/errors.ts';
import type { Box } from '../../../../src/generation/formats.ts';
import type { PhotoProblem, PhotoWarning } from '../../../../src/generation/photo.ts';
import type { PreparedPhoto } from '../../../../src/generation/ports.ts';
import { type CutOut, cutOut, longestCutOut, ownCutOut, workPicture } from './cut-out.ts';
import { type LabColour, labOf } from './lab.ts';
import { normalise, type RawPicture } from './normalise.ts';
import { paletteOf } from './palette.ts';
import { blurryBelow, sharpnessOf } from './sharpness.ts';
import { findSubject } from './subject.ts';

const smallBelow = 800;

const asSharp = (picture: RawPicture) =>
  sharp(picture.data, { raw: { width: picture.width, height: picture.height, channels: picture.channels } });

/** About 6,000 pixels of the product. */
function samplesOf(picture: RawPicture, box: Box): LabColour[] {
  const { data, width, height, channels } = picture;
  const area = box.width * box.height * width * height;
  const step = Math.max(1, Math.floor(Math.sqrt(area / 6_000)));
  const samples: LabColour[] = [];
  for (let y = Math.floor(box.y * height); y < Math.floor((box.y + box.height) * height); y += step) {
    for (let x = Math.floor(box.x * width); x < Math.floor((box.x + box.width) * width); x += step) {
      const at = (y * width + x) * channels;
      if (channels === 4 && (data[at + 3] ?? 0) < 200) continue;
      samples.push(labOf(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0));
    }
  }
  return samples;
}

/** A cut-out is shown whole on a light ground; everything else as it is. */
const flattened = async (picture: RawPicture): Promise<RawPicture> =>
  picture.channels === 3
    ? picture
    : { ...picture, channels: 3, data: await asSharp(picture).flatten({ background: '#f4f2ef' }).removeAlpha().raw().toBuffer() };

const inPixels = (box: Box, picture: RawPicture): Box => ({
  x: Math.round(box.x * picture.width),
  y: Math.round(box.y * picture.height),
  width: Math.max(1, Math.round(box.width * picture.width)),
  height: Math.max(1, Math.round(box.height * picture.height)),
});

const encodeCutOut = (found: CutOut) =>
  asSharp(found.picture)
    .resize(longestCutOut, longestCutOut, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 92, alphaQuality: 100, effort: 0 })
    .toBuffer();

export async function preparePhoto(bytes: Uint8Array): Promise<Outcome<PreparedPhoto, PhotoProblem>> {
  const normalised = await normalise(bytes);
  if (!normalised.ok) return normalised;
  const { picture, sourceWidth, sourceHeight, sourceFormat } = normalised.value;
  const warnings: PhotoWarning[] = [...normalised.value.warnings];
  const own = ownCutOut(picture);
  const flat = await flattened(picture);
  const work = own ? null : await workPicture(flat);
  // Both are done beside this thread while it looks for the product.
  const encoding = asSharp(flat).jpeg({ quality: 90, chromaSubsampling: '4:4:4' }).toBuffer();
  const sharpness = sharpnessOf(flat);
  // Whichever fails is awaited in its turn; it must not count as unhandled before that.
  for (const beside of [encoding, sharpness]) beside.catch(() => {});
  const { cutOut: found, reason } = work ? await cutOut(flat, work) : { cutOut: own, reason: 'came without a background' };
  const encodingCutOut = found ? encodeCutOut(found) : Promise.resolve(null);
  encodingCutOut.catch(() => {});
  const subject = found?.box ?? (await findSubject(flat));
  const wholeBox = { x: 0, y: 0, width: 1, height: 1 };
  const palette = paletteOf(found ? samplesOf(found.picture, wholeBox) : samplesOf(flat, subject));
  if (Math.max(sourceWidth, sourceHeight) < smallBelow) warnings.push('small');
  if ((await sharpness) < blurryBelow) warnings.push('blurry');
  if (!found) warnings.push('background-kept');
  const [photo, cutout] = await Promise.all([encoding, encodingCutOut]);
  return {
    ok: true,
    value: {
      facts: {
        width: flat.width,
        height: flat.height,
        sourceWidth,
        sourceHeight,
        sourceFormat,
        route: found ? 'cutout' : 'framed',
        routeReason: reason,
        subject: inPixels(subject, flat),
        palette,
        warnings,
      },
      photo,
      cutout,
    },
  };
}
