/** Which records there are, by id alone. */
import type { RecordIndex, RecordKind } from '../../src/generation/ad.ts';
import type { PrismaClient } from './generated/client.ts';

type Ids = Promise<{ id: string }[]>;

export function createRecordIndex(prisma: PrismaClient): RecordIndex {
  const id = { select: { id: true } } as const;
  const rows: Record<RecordKind, () => Ids> = {
    owner: () => prisma.owner.findMany({ ...id, orderBy: { kind: 'asc' } }),
    ad: () => prisma.ad.findMany(id),
    photo: () => prisma.photo.findMany(id),
    product: () => prisma.product.findMany(id),
    kit: () => prisma.brandKit.findMany(id),
    token: () => prisma.workspaceToken.findMany(id),
    obligation: () => prisma.obligation.findMany(id),
    request: () => prisma.privacyRequest.findMany({ ...id, where: { facts: { not: null } } }),
  };
  return {
    hasAd: async (id) => (await prisma.ad.count({ where: { id } })) === 1,
    hasPhoto: async (id) => (await prisma.photo.count({ where: { id } })) === 1,
    hasKit: async (id) => (await prisma.brandKit.count({ where: { id } })) === 1,
    hasLogo: async (id) => (await prisma.brandKit.count({ where: { id, hasLogo: true } })) === 1,
    hasProduct: async (id) => (await prisma.product.count({ where: { id } })) === 1,
    hasOpenRequest: async (id) => (await prisma.privacyRequest.count({ where: { id, state: { not: 'done' } } })) === 1,
    hasCreative: async (id) => (await prisma.creative.count({ where: { id } })) === 1,
    sealed: async (kind) => (await rows[kind]()).map((row) => row.id),
    removeToken: async (token) => void (await prisma.workspaceToken.deleteMany({ where: { id: token } })),
  };
}
