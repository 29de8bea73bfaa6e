/** Workspaces that the bot was removed from, and what has to go with an owner. */
import { z } from 'zod';
import type { OwnerStore } from '../../src/accounts/owners.ts';
import { openJson } from './columns.ts';
import { lookupOf, type OwnerDeps } from './owner-store.ts';

type Leaving = Pick<OwnerStore, 'leave' | 'leftBefore' | 'workspaces' | 'members' | 'belongings' | 'remove'>;

const identitySchema = z.object({ platform: z.string(), workspace: z.string() });

export function leaving({ prisma, keyring, clock }: OwnerDeps): Leaving {
  return {
    async leave({ platform, workspace }) {
      const lookup = await lookupOf(keyring, { platform, workspace });
      await prisma.owner.updateMany({ where: { lookup, leftAt: null }, data: { leftAt: new Date(clock.now()) } });
      return (await prisma.owner.findUnique({ where: { lookup }, select: { id: true } }))?.id ?? null;
    },
    async leftBefore(before) {
      const rows = await prisma.owner.findMany({
        where: { kind: 'workspace', leftAt: { lt: new Date(before) } },
        select: { id: true },
      });
      return rows.map((row) => row.id);
    },
    async workspaces(platform) {
      const rows = await prisma.owner.findMany({
        where: { kind: 'workspace', leftAt: null },
        select: { id: true, identity: true },
      });
      const known = rows.map(async ({ id, identity }) =>
        openJson(await keyring.open(`owner:${id}`), `Owner.identity:${id}`, identity, identitySchema),
      );
      return (await Promise.all(known)).flatMap((one) => (one.platform === platform ? [one.workspace] : []));
    },
    async members(workspaceOwnerId) {
      const rows = await prisma.owner.findMany({ where: { workspaceId: workspaceOwnerId }, select: { id: true } });
      return rows.map((row) => row.id);
    },
    async belongings(ownerId) {
      const own = { where: { ownerId }, select: { id: true } } as const;
      const [ads, photos, products, kits] = await Promise.all([
        prisma.ad.findMany(own),
        prisma.photo.findMany(own),
        prisma.product.findMany(own),
        prisma.brandKit.findMany(own),
      ]);
      const ids = (rows: { id: string }[]) => rows.map((row) => row.id);
      return { ads: ids(ads), photos: ids(photos), products: ids(products), kits: ids(kits) };
    },
    async remove(ownerId) {
      await keyring.destroy(`owner:${ownerId}`);
      await prisma.owner.deleteMany({ where: { id: ownerId } });
    },
  };
}
