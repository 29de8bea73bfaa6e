/** The bytes of photos, logos and creatives, each under the key of its own record. */
import { AppError } from '../errors.ts';
import type { Keyring } from '../privacy/keyring.ts';
import type { Creative, Photo } from './ad.ts';
import type { Bytes, DrawingPhoto, DrawnFile, MediaStore, PreparedPhoto } from './ports.ts';
import type { Brand } from './recipe.ts';

export type ContentDeps = { media: MediaStore; keyring: Keyring };

/** Whole or not at all: the photo's key is made first, so that nothing is ever stored under no key. Resolves with the bytes it takes. */
export async function savePhoto(
  deps: ContentDeps,
  ids: { photoId: string; ownerId: string },
  prepared: Pick<PreparedPhoto, 'photo' | 'cutout'>,
): Promise<number> {
  const key = await deps.keyring.create(`photo:${ids.photoId}`, `owner:${ids.ownerId}`);
  await deps.media.put({ area: 'photos', id: ids.photoId, key }, once(prepared.photo));
  if (prepared.cutout) await deps.media.put({ area: 'cutouts', id: ids.photoId, key }, once(prepared.cutout));
  return prepared.photo.length + (prepared.cutout?.length ?? 0);
}

export async function loadPhoto(deps: ContentDeps, photo: Photo): Promise<DrawingPhoto> {
  const key = await deps.keyring.open(`photo:${photo.id}`);
  const pixels = await collect(deps.media.get({ area: 'photos', id: photo.id, key }));
  const cutout = photo.hasCutout ? await collect(deps.media.get({ area: 'cutouts', id: photo.id, key })) : null;
  return { facts: photo.facts, photo: pixels, cutout };
}

export async function erasePhoto(deps: ContentDeps, photoId: string): Promise<void> {
  await deps.keyring.destroy(`photo:${photoId}`);
  await deps.media.erase({ area: 'photos', id: photoId });
  await deps.media.erase({ area: 'cutouts', id: photoId });
}

/** Under the key of the kit, which exists already; takes the place of the logo before. */
export async function saveLogo(deps: ContentDeps, kitId: string, logo: Uint8Array): Promise<void> {
  const key = await deps.keyring.open(`kit:${kitId}`);
  await deps.media.put({ area: 'logos', id: kitId, key }, once(logo));
}

export type BrandParts = { logo: Uint8Array | null; font: Uint8Array | null };

/** Null where there is none, or none any more: an ad without its logo is better than no ad. */
export async function loadBrandParts(deps: ContentDeps, { kit }: Brand): Promise<BrandParts> {
  if (!kit) return { logo: null, font: null };
  return {
    logo: kit.hasLogo ? await loadPart(deps, 'logos', kit.id) : null,
    font: kit.font ? await loadPart(deps, 'fonts', kit.id) : null,
  };
}

async function loadPart(deps: ContentDeps, area: 'logos' | 'fonts', kitId: string): Promise<Uint8Array | null> {
  try {
    const key = await deps.keyring.open(`kit:${kitId}`);
    return await collect(deps.media.get({ area, id: kitId, key }));
  } catch (error) {
    if (error instanceof AppError && (error.code === 'key-erased' || error.code === 'media-damaged')) return null;
    throw error;
  }
}

export async function eraseLogo(deps: Pick<ContentDeps, 'media'>, kitId: string): Promise<void> {
  await deps.media.erase({ area: 'logos', id: kitId });
}

/** Under the key of the kit; takes the place of the font before. */
export async function saveFont(deps: ContentDeps, kitId: string, font: Uint8Array): Promise<void> {
  const key = await deps.keyring.open(`kit:${kitId}`);
  await deps.media.put({ area: 'fonts', id: kitId, key }, once(font));
}

export async function eraseFont(deps: Pick<ContentDeps, 'media'>, kitId: string): Promise<void> {
  await deps.media.erase({ area: 'fonts', id: kitId });
}

export async function saveCreative(
  deps: ContentDeps,
  ids: { adId: string; creativeId: string },
  file: Pick<DrawnFile, 'bytes'>,
): Promise<void> {
  const key = await deps.keyring.open(`ad:${ids.adId}`);
  await deps.media.put({ area: 'creatives', id: ids.creativeId, key }, once(file.bytes));
}

/** Opens the stored file; reading it may still fail with `media-damaged`. */
export async function* readCreative(deps: ContentDeps, creative: Pick<Creative, 'id' | 'adId'>): Bytes {
  const key = await deps.keyring.open(`ad:${creative.adId}`);
  yield* deps.media.get({ area: 'creatives', id: creative.id, key });
}

export async function eraseCreative(deps: ContentDeps, creativeId: string): Promise<void> {
  await deps.media.erase({ area: 'creatives', id: creativeId });
}

export async function collect(bytes: Bytes): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
}

export async function* once(bytes: Uint8Array): Bytes {
  yield bytes;
}
