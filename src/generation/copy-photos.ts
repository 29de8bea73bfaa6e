/** Takes the photos of one ad over into another: pixels and what was cut out, under a key of the new owner's. Repeated after a crash it goes on where it was. */
import type { NewId } from '../ids.ts';
import type { PhotoStore } from './ad.ts';
import { type ContentDeps, erasePhoto, loadPhoto, savePhoto } from './contents.ts';

export type CopyDeps = ContentDeps & { photos: PhotoStore; newId: NewId };

/** `first`: the position of the first one there; `most`: how many have room. */
export type CopyTo = { id: string; ownerId: string; keepPhotos: boolean; first: number; most: number };

export async function copyPhotos(deps: CopyDeps, from: string, to: CopyTo): Promise<void> {
  const taken = new Set((await deps.photos.ofAd(to.id)).map((photo) => photo.position));
  const photos = (await deps.photos.ofAd(from)).slice(0, Math.max(0, to.most));
  for (const [index, photo] of photos.entries()) {
    const position = to.first + index;
    if (taken.has(position)) continue;
    const photoId = deps.newId();
    try {
      const bytes = await savePhoto(deps, { photoId, ownerId: to.ownerId }, await loadPhoto(deps, photo));
      const { hasCutout, facts } = photo;
      const copied = { id: photoId, ownerId: to.ownerId, position, keep: to.keepPhotos, hasCutout, facts, bytes };
      await deps.photos.add(copied, to.id);
    } catch (error) {
      await erasePhoto(deps, photoId).catch(() => undefined);
      throw error;
    }
  }
}
