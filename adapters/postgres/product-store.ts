/** The products that people saved, each sealed under a key of its own. */
import { type Product, type ProductStore, productFactsSchema } from '../../src/brand/product.ts';
import type { Clock } from '../../src/clock.ts';
import type { Keyring } from '../../src/privacy/keyring.ts';
import { noneIfErased, openJson, sealJson } from './columns.ts';
import type { Prisma, PrismaClient } from './generated/client.ts';

type Deps = { prisma: PrismaClient; keyring: Keyring; clock: Clock };

const withPhotos = { photos: { orderBy: { position: 'asc' as const } } };
type Row = Prisma.ProductGetPayload<{ include: typeof withPhotos }>;

export function createProductStore({ prisma, keyring, clock }: Deps): ProductStore {
  const open = async ({ id, ownerId, facts, photos }: Row): Promise<Product> => {
    const key = await keyring.open(`product:${id}`);
    const photoIds = photos.map((photo) => photo.photoId);
    return { id, ownerId, photoIds, facts: openJson(key, `Product.facts:${id}`, facts, productFactsSchema) };
  };
  return {
    async add({ id, ownerId, facts, photoIds }) {
      const key = await keyring.create(`product:${id}`, `owner:${ownerId}`);
      const sealed = sealJson(key, `Product.facts:${id}`, facts);
      const photos = { create: photoIds.map((photoId, position) => ({ photoId, position })) };
      await prisma.$transaction([
        prisma.product.upsert({
          where: { id },
          create: { id, ownerId, facts: sealed, photos, createdAt: new Date(clock.now()) },
          update: { facts: sealed },
        }),
        prisma.photo.updateMany({ where: { id: { in: photoIds } }, data: { keep: true } }),
      ]);
    },
    async read(id) {
      const row = await prisma.product.findUnique({ where: { id }, include: withPhotos });
      return row && open(row).catch(noneIfErased);
    },
    async ofOwner(ownerId) {
      const rows = await prisma.product.findMany({ where: { ownerId }, include: withPhotos, orderBy: { createdAt: 'desc' } });
      const products = await Promise.all(rows.map((row) => open(row).catch(noneIfErased)));
      return products.filter((product) => product !== null);
    },
    async saveFacts(id, facts) {
      const key = await keyring.open(`product:${id}`).catch(noneIfErased);
      if (!key) return;
      await prisma.product.updateMany({ where: { id }, data: { facts: sealJson(key, `Product.facts:${id}`, facts) } });
    },
    async photosOfItsOwn(id) {
      const rows = await prisma.photo.findMany({
        where: { products: { some: { productId: id }, every: { productId: id } }, ads: { none: {} } },
        select: { id: true },
      });
      return rows.map((row) => row.id);
    },
    async remove(id) {
      await prisma.product.deleteMany({ where: { id } });
    },
  };
}
