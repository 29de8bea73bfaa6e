/** Which records there are, by id alone. */
import type { RecordIndex } from '../../src/generation/ad.ts';
import type { PrismaClient } from './generated/client.ts';

/** A statement holds 32,767 values at most. */
const atOnce = 10_000;

const pieces = (ids: readonly string[]): { in: string[] }[] =>
  Array.from({ length: Math.ceil(ids.length / atOnce) }, (_, index) => ({
    in: ids.slice(index * atOnce, (index + 1) * atOnce),
  }));

export const createRecordIndex = (prisma: PrismaClient): RecordIndex => ({
  hasAd: async (id) => (await prisma.ad.count({ where: { id } })) === 1,
  hasPhoto: async (id) => (await prisma.photo.count({ where: { id } })) === 1,
  hasKit: async (id) => (await prisma.brandKit.count({ where: { id } })) === 1,
  hasLogo: async (id) => (await prisma.brandKit.count({ where: { id, hasLogo: true } })) === 1,
  hasProduct: async (id) => (await prisma.product.count({ where: { id } })) === 1,
  hasValue: async (revision) =>
    (await prisma.account.count({ where: { revision } })) + (await prisma.brandKit.count({ where: { revision } })) === 1,
  hasOpenRequest: async (id) => (await prisma.privacyRequest.count({ where: { id, state: { not: 'done' } } })) === 1,
  hasCreative: async (id) => (await prisma.creative.count({ where: { id } })) === 1,
  async count({ ads, photos, products, creatives }) {
    const counts = await Promise.all([
      ...pieces(ads).map((id) => prisma.ad.count({ where: { id } })),
      ...pieces(photos).map((id) => prisma.photo.count({ where: { id } })),
      ...pieces(products).map((id) => prisma.product.count({ where: { id } })),
      ...pieces(creatives).map((id) => prisma.creative.count({ where: { id } })),
    ]);
    return counts.reduce((sum, count) => sum + count, 0);
  },
});
