/** The rows of photos, apart from the ads made of them. */
import type { Clock } from '../../src/clock.ts';
import { AppError } from '../../src/errors.ts';
import { openStates, type Photo, type PhotoStore } from '../../src/generation/ad.ts';
import { photoFactsSchema } from '../../src/generation/photo.ts';
import type { Keyring } from '../../src/privacy/keyring.ts';
import { openJson, sealJson } from './columns.ts';
import type { PrismaClient } from './generated/client.ts';

type Deps = { prisma: PrismaClient; keyring: Keyring; clock: Clock };

export function createPhotoStore({ prisma, keyring, clock }: Deps): PhotoStore {
  return {
    async add(photo, adId) {
      const key = await keyring.open(`photo:${photo.id}`);
      await prisma.photo.create({
        data: {
          id: photo.id,
          ownerId: photo.ownerId,
          keep: photo.keep,
          hasCutout: photo.hasCutout,
          bytes: photo.bytes,
          facts: sealJson(key, `Photo.facts:${photo.id}`, photo.facts),
          createdAt: new Date(clock.now()),
          ads: { create: { adId, position: photo.position } },
        },
      });
    },
    async ofAd(adId) {
      const rows = await prisma.adPhoto.findMany({ where: { adId }, include: { photo: true }, orderBy: { position: 'asc' } });
      const photos = await Promise.all(rows.map((row) => openPhoto(keyring, row)));
      return photos.flatMap((photo) => photo ?? []);
    },
    async idsOfAd(adId) {
      const rows = await prisma.adPhoto.findMany({ where: { adId }, include: { photo: { select: { id: true, keep: true } } } });
      return rows.map((row) => row.photo);
    },
    async isUsedElsewhere(id, adId, { openOnly }) {
      const states = openOnly ? { state: { in: [...openStates] } } : {};
      const [ads, products] = await Promise.all([
        prisma.adPhoto.count({ where: { photoId: id, adId: { not: adId }, ad: states } }),
        prisma.productPhoto.count({ where: { photoId: id } }),
      ]);
      return ads + products > 0;
    },
    async giveTo(id, ownerId) {
      await prisma.photo.updateMany({ where: { id }, data: { ownerId } });
    },
    async overdue(before) {
      const unfinished = { ad: { state: { in: ['preparing' as const, 'queued' as const, 'drawing' as const] } } };
      const rows = await prisma.photo.findMany({
        where: {
          products: { none: {} },
          OR: [{ ads: { none: {} } }, { keep: false, createdAt: { lt: new Date(before) }, ads: { none: unfinished } }],
        },
        select: { id: true },
      });
      return rows.map((row) => row.id);
    },
    async remove(id) {
      await prisma.photo.deleteMany({ where: { id } });
    },
  };
}

type PhotoRow = {
  position: number;
  photo: { id: string; ownerId: string; keep: boolean; hasCutout: boolean; bytes: number; facts: Uint8Array };
};

/** A photo whose key is gone is forgotten, whatever rows a crash left behind. */
async function openPhoto(keyring: Keyring, { position, photo }: PhotoRow): Promise<Photo | null> {
  try {
    const key = await keyring.open(`photo:${photo.id}`);
    const { id, ownerId, keep, hasCutout, bytes } = photo;
    const facts = openJson(key, `Photo.facts:${id}`, photo.facts, photoFactsSchema);
    return { id, ownerId, position, keep, hasCutout, bytes, facts };
  } catch (error) {
    if (error instanceof AppError && error.code === 'key-erased') return null;
    throw error;
  }
}
