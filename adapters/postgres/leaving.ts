/** Workspaces that the bot was removed from, and what has to go with an owner. */
import { z } from 'zod';
import type { OwnerStore } from '../../src/accounts/owners.ts';
import { noneIfErased, openJson } from './columns.ts';
import { lookupOf, type OwnerDeps } from './owner-store.ts';
import { valueScope } from './value-keys.ts';

type Leaving = Pick<
  OwnerStore,
  | 'leave'
  | 'returned'
  | 'leftBefore'
  | 'workspaces'
  | 'members'
  | 'membersWithoutAccount'
  | 'identity'
  | 'fence'
  | 'belongings'
  | 'tally'
  | 'countRows'
  | 'remove'
>;

const identitySchema = z.object({ platform: z.string(), workspace: z.string(), person: z.string().exactOptional() });

export function leaving({ prisma, keyring, clock }: OwnerDeps): Leaving {
  return {
    async leave({ platform, workspace }) {
      const lookup = await lookupOf(keyring, { platform, workspace });
      await prisma.owner.updateMany({ where: { lookup, leftAt: null }, data: { leftAt: new Date(clock.now()) } });
      return (await prisma.owner.findUnique({ where: { lookup }, select: { id: true } }))?.id ?? null;
    },
    async returned(platform, workspaces, at) {
      const lookups = await Promise.all(workspaces.map((workspace) => lookupOf(keyring, { platform, workspace })));
      const where = { lookup: { in: lookups }, leftAt: { lt: new Date(at) } };
      await prisma.owner.updateMany({ where, data: { leftAt: null } });
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
      const known = rows.map(async ({ id, identity }) => {
        const key = await keyring.open(`owner:${id}`).catch(noneIfErased);
        return key && openJson(key, `Owner.identity:${id}`, identity, identitySchema);
      });
      return (await Promise.all(known)).flatMap((one) => (one?.platform === platform ? [one.workspace] : []));
    },
    async members(workspaceOwnerId) {
      const rows = await prisma.owner.findMany({ where: { workspaceId: workspaceOwnerId }, select: { id: true } });
      return rows.map((row) => row.id);
    },
    async membersWithoutAccount(workspaceOwnerId) {
      const rows = await prisma.owner.findMany({
        where: { workspaceId: workspaceOwnerId },
        select: { id: true, accountId: true },
      });
      const named = rows.flatMap(({ accountId }) => accountId ?? []);
      const accounts = await prisma.account.findMany({ where: { id: { in: named } }, select: { id: true } });
      const registered = new Set(accounts.map(({ id }) => id));
      return rows.filter(({ accountId }) => accountId === null || !registered.has(accountId)).map(({ id }) => id);
    },
    async identity(ownerId) {
      const row = await prisma.owner.findUnique({ where: { id: ownerId }, select: { identity: true } });
      if (!row) return null;
      const key = await keyring.open(`owner:${ownerId}`).catch(noneIfErased);
      return key && openJson(key, `Owner.identity:${ownerId}`, row.identity, identitySchema);
    },
    async fence(ownerIds) {
      const ids = { in: [...ownerIds] };
      const where = { id: ids, state: 'active' as const };
      await prisma.owner.updateMany({ where, data: { state: 'erasing', epoch: { increment: 1 } } });
      await prisma.ad.updateMany({ where: { ownerId: ids }, data: { state: 'erasing' } });
    },
    async tally(ownerId) {
      const theirs = { where: { ownerId } };
      const [ads, files, photos, products] = await Promise.all([
        prisma.ad.count(theirs),
        prisma.creative.aggregate({ where: { ad: { ownerId } }, _count: true, _sum: { bytes: true } }),
        prisma.photo.count(theirs),
        prisma.product.count(theirs),
      ]);
      return { ads, files: files._count, bytes: files._sum.bytes ?? 0, photos, products };
    },
    async countRows(ownerId) {
      const theirs = { where: { ownerId } };
      const counts = await Promise.all([
        prisma.owner.count({ where: { id: ownerId } }),
        prisma.ad.count(theirs),
        prisma.photo.count(theirs),
        prisma.product.count(theirs),
        prisma.brandKit.count(theirs),
        prisma.consent.count(theirs),
        prisma.disclosure.count(theirs),
        prisma.workspaceToken.count(theirs),
        prisma.account.count({ where: { id: ownerId } }),
        prisma.session.count(theirs),
        prisma.signInLink.count({ where: { OR: [{ ownerId }, { peerId: ownerId }] } }),
      ]);
      return counts.reduce((sum, count) => sum + count, 0);
    },
    async belongings(ownerId) {
      const own = { where: { ownerId }, select: { id: true } } as const;
      const [ads, creatives, photos, products, kits] = await Promise.all([
        prisma.ad.findMany(own),
        prisma.creative.findMany({ where: { ad: { ownerId } }, select: { id: true } }),
        prisma.photo.findMany(own),
        prisma.product.findMany(own),
        prisma.brandKit.findMany(own),
      ]);
      const ids = (rows: { id: string }[]) => rows.map((row) => row.id);
      return { ads: ids(ads), creatives: ids(creatives), photos: ids(photos), products: ids(products), kits: ids(kits) };
    },
    async remove(ownerId) {
      await keyring.destroy(`owner:${ownerId}`);
      const theirs = { where: { ownerId } };
      const kits = await prisma.brandKit.findMany({ ...theirs, select: { revision: true } });
      const accounts = await prisma.account.findMany({ where: { id: ownerId }, select: { revision: true } });
      for (const { revision } of [...kits, ...accounts]) if (revision) await keyring.destroy(valueScope(revision));
      const requests = await prisma.ad.findMany({ ...theirs, select: { intakeId: true } });
      const intakes = requests.flatMap(({ intakeId }) => intakeId ?? []);
      await prisma.$transaction([
        prisma.intake.updateMany({ where: { id: { in: intakes } }, data: { state: 'done', input: null } }),
        prisma.ad.deleteMany(theirs),
        prisma.product.deleteMany(theirs),
        prisma.photo.deleteMany(theirs),
        prisma.brandKit.deleteMany(theirs),
        // Kits of the workspace stay; nothing in them tells any more who made them.
        prisma.$executeRaw`UPDATE "BrandKit" SET "makerId" = "ownerId" WHERE "makerId" = ${ownerId}`,
        prisma.owner.deleteMany({ where: { id: ownerId } }),
      ]);
    },
  };
}
