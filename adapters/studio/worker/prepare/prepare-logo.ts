/** Everything done once to a logo: check, straighten, strip, cut empty margins off, measure its colours. */
import sharp from 'sharp';
import type { Outcome } from '../../../../src/errors.ts';
import type { PhotoProblem } from '../../../../src/generation/photo.ts';
import type { PreparedLogo } from '../../../../src/generation/ports.ts';
import type { Palette } from '../../../../src/generation/recipe.ts';
import { toLab } from './lab.ts';
import { openPhoto, type RawPicture } from './normalise.ts';
import { paletteOf } from './palette.ts';

/** Pixels; more than any format shows of a logo. */
const longestLogo = 800;
/** How far a margin may differ from its own corner and still counts as empty; of 255. */
const marginThreshold = 12;
const opaqueFrom = 200;

export async function prepareLogo(bytes: Uint8Array): Promise<Outcome<PreparedLogo, PhotoProblem>> {
  const opened = await openPhoto(bytes);
  if (!opened.ok) return opened;
  const picture = await opened.value.picture.catch(() => null);
  if (!picture) return { ok: false, problem: { kind: 'damaged' } };
  const trimmed = await trim(picture);
  if (!isSeen(trimmed)) return { ok: false, problem: { kind: 'not-a-picture' } };
  const logo = await asSharp(trimmed)
    .resize(longestLogo, longestLogo, { fit: 'inside', withoutEnlargement: true })
    .png({ compressionLevel: 6 })
    .toBuffer();
  return { ok: true, value: { logo, palette: paletteIn(trimmed) } };
}

const asSharp = (picture: RawPicture) =>
  sharp(picture.data, { raw: { width: picture.width, height: picture.height, channels: picture.channels } });

/** A picture of one colour alone has nothing to trim and stays as it is. */
async function trim(picture: RawPicture): Promise<RawPicture> {
  const trimming = asSharp(picture).ensureAlpha().trim({ threshold: marginThreshold }).raw();
  const found = await trimming.toBuffer({ resolveWithObject: true }).catch(() => null);
  const raw = found ?? (await asSharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true }));
  return { data: raw.data, width: raw.info.width, height: raw.info.height, channels: 4 };
}

function isSeen({ data }: RawPicture): boolean {
  for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) >= opaqueFrom) return true;
  return false;
}

/** Of about 6,000 opaque pixels. */
function paletteIn({ data, width, height }: RawPicture): Palette {
  const step = Math.max(1, Math.floor((width * height) / 6_000));
  const bytes: number[] = [];
  for (let pixel = 0; pixel < width * height; pixel += step) {
    const at = pixel * 4;
    if ((data[at + 3] ?? 0) < opaqueFrom) continue;
    bytes.push(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
  }
  return paletteOf(toLab({ data: Uint8Array.from(bytes), width: bytes.length / 3, height: 1, channels: 3 }));
}
