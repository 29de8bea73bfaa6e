/** Brand kits, each sealed under a key of its own. */
import { type Kit, type KitFacts, kitFactsSchema } from '../../src/brand/kit.ts';
import type { KitStore } from '../../src/brand/kit-store.ts';
import type { Clock } from '../../src/clock.ts';
import { AppError } from '../../src/errors.ts';
import type { NewId } from '../../src/ids.ts';
import type { Keyring } from '../../src/privacy/keyring.ts';
import { noneIfErased, openJson, sealJson } from './columns.ts';
import type { PrismaClient } from './generated/client.ts';
import { mostTries, openValue, replaceValue, valueScope } from './value-keys.ts';

type Deps = { prisma: PrismaClient; keyring: Keyring; clock: Clock; newId: NewId };

export function createKitStore(deps: Deps): KitStore {
  const { prisma, keyring, clock } = deps;
  type Row = NonNullable<Awaited<ReturnType<typeof prisma.brandKit.findUnique>>>;
  const open = async ({ id, ownerId, makerId, isDefault, hasLogo, facts, revision }: Row): Promise<Kit | null> => {
    // Whoever erases a kit destroys that key first.
    const own = await keyring.open(`kit:${id}`).catch(noneIfErased);
    const key = own && (await openValue(deps, revision, `kit:${id}`));
    return (
      key && { id, ownerId, makerId, isDefault, hasLogo, facts: openJson(key, `BrandKit.facts:${id}`, facts, kitFactsSchema) }
    );
  };
  /** Read again where it was replaced in that moment. */
  async function read(id: string): Promise<Kit | null> {
    for (let last: string | null | undefined; ; ) {
      const row = await prisma.brandKit.findUnique({ where: { id } });
      if (!row || row.revision === last) return null;
      last = row.revision;
      const kit = await open(row);
      if (kit) return kit;
    }
  }

  /** Under a new key: what it said before is gone with the old one. */
  async function change(id: string, facts: KitFacts): Promise<void> {
    for (let attempt = 0; attempt < mostTries; attempt += 1) {
      const row = await prisma.brandKit.findUnique({ where: { id }, select: { ownerId: true, revision: true } });
      if (!row) return;
      const isChanged = await replaceValue(deps, { ownerId: row.ownerId, before: row.revision }, async (key, revision) => {
        const data = { facts: sealJson(key, `BrandKit.facts:${id}`, facts), revision };
        return (await prisma.brandKit.updateMany({ where: { id, revision: row.revision }, data })).count === 1;
      });
      if (isChanged) return;
    }
    throw new AppError('database-unavailable', 'A brand kit changes all the time.', { retry: 'later' });
  }

  return {
    async add({ id, ownerId, makerId, facts }) {
      // Of the logo and the font.
      await keyring.create(`kit:${id}`, `owner:${ownerId}`);
      const isFirst = (await prisma.brandKit.count({ where: { ownerId, id: { not: id } } })) === 0;
      const isNew = await replaceValue(deps, { ownerId, before: null }, async (key, revision) => {
        const sealed = sealJson(key, `BrandKit.facts:${id}`, facts);
        const data = { id, ownerId, makerId, isDefault: isFirst, facts: sealed, revision, createdAt: new Date(clock.now()) };
        return (await prisma.brandKit.createMany({ data: [data], skipDuplicates: true })).count === 1;
      });
      if (!isNew) await change(id, facts);
    },
    read: (id) => read(id),
    change,
    async setLogo(id, hasLogo) {
      await prisma.brandKit.updateMany({ where: { id }, data: { hasLogo } });
    },
    async ofWorkspace(ownerId) {
      const rows = await prisma.brandKit.findMany({ where: { ownerId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
      const kits = await Promise.all(rows.map(async (row) => (await open(row)) ?? read(row.id)));
      return kits.filter((kit) => kit !== null);
    },
    async usedIn(ownerId, channel) {
      const hash = await keyring.lookup('channel', channel);
      const here = await prisma.brandDefault.findFirst({ where: { channel: hash, kit: { ownerId } }, select: { kitId: true } });
      if (here) return { id: here.kitId, isChosen: true };
      const everywhere = await prisma.brandKit.findFirst({ where: { ownerId, isDefault: true }, select: { id: true } });
      return everywhere && { id: everywhere.id, isChosen: false };
    },
    async useIn(kitId, channelKey) {
      const channel = await keyring.lookup('channel', channelKey);
      if (kitId === null) return void (await prisma.brandDefault.deleteMany({ where: { channel } }));
      await prisma.brandDefault.upsert({ where: { channel }, create: { channel, kitId }, update: { kitId } });
    },
    async useEverywhere(id) {
      await prisma.$transaction(async (tx) => {
        const kit = await tx.brandKit.findUnique({ where: { id }, select: { ownerId: true } });
        if (!kit) return;
        await tx.brandKit.updateMany({ where: { ownerId: kit.ownerId, isDefault: true }, data: { isDefault: false } });
        await tx.brandKit.update({ where: { id }, data: { isDefault: true } });
      });
    },
    async remove(id) {
      const row = await prisma.brandKit.findUnique({ where: { id }, select: { revision: true } });
      if (row?.revision) await keyring.destroy(valueScope(row.revision));
      await prisma.brandKit.deleteMany({ where: { id } });
    },
  };
}
