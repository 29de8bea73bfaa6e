/** Which records need a key of their own, by id alone. */
import type { RecordKind, SealedIndex } from '../../src/generation/ad.ts';
import type { PrismaClient } from './generated/client.ts';

export function createSealedIndex(prisma: PrismaClient): SealedIndex {
  const id = { select: { id: true } } as const;
  const rows: Record<RecordKind, () => Promise<{ id: string }[]>> = {
    // Members before the workspace that they are of.
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
    ids: async (kind) => (await rows[kind]()).map((row) => row.id),
    async revisions() {
      const known = { where: { revision: { not: null } }, select: { revision: true } } as const;
      const rows = [...(await prisma.account.findMany(known)), ...(await prisma.brandKit.findMany(known))];
      return rows.flatMap(({ revision }) => revision ?? []);
    },
    async removeValue(revision) {
      if ((await prisma.account.deleteMany({ where: { revision } })).count > 0) return 'credentials';
      return (await prisma.brandKit.deleteMany({ where: { revision } })).count > 0 ? 'kit-facts' : null;
    },
    removeToken: async (token) => void (await prisma.workspaceToken.deleteMany({ where: { id: token } })),
  };
}
