/** Brand kits, each sealed under a key of its own. */
import type { Kit } from '../../src/brand/kit.ts';
import { kitFactsSchema } from '../../src/brand/kit.ts';
import type { KitStore } from '../../src/brand/kit-store.ts';
import type { Clock } from '../../src/clock.ts';
import type { Keyring } from '../../src/privacy/keyring.ts';
import { noneIfErased, openJson, sealJson } from './columns.ts';
import type { PrismaClient } from './generated/client.ts';

type Deps = { prisma: PrismaClient; keyring: Keyring; clock: Clock };

export function createKitStore({ prisma, keyring, clock }: Deps): KitStore {
  type Row = NonNullable<Awaited<ReturnType<typeof prisma.brandKit.findUnique>>>;
  const open = async ({ id, ownerId, makerId, isDefault, hasLogo, facts }: Row): Promise<Kit> => {
    const key = await keyring.open(`kit:${id}`);
    return { id, ownerId, makerId, isDefault, hasLogo, facts: openJson(key, `BrandKit.facts:${id}`, facts, kitFactsSchema) };
  };
  return {
    async add({ id, ownerId, makerId, facts }) {
      const key = await keyring.create(`kit:${id}`, `owner:${ownerId}`);
      const sealed = sealJson(key, `BrandKit.facts:${id}`, facts);
      const isFirst = (await prisma.brandKit.count({ where: { ownerId, id: { not: id } } })) === 0;
      await prisma.brandKit.upsert({
        where: { id },
        create: { id, ownerId, makerId, isDefault: isFirst, facts: sealed, createdAt: new Date(clock.now()) },
        update: { facts: sealed },
      });
    },
    async read(id) {
      const row = await prisma.brandKit.findUnique({ where: { id } });
      return row && open(row).catch(noneIfErased);
    },
    async change(id, facts) {
      const sealed = sealJson(await keyring.open(`kit:${id}`), `BrandKit.facts:${id}`, facts);
      await prisma.brandKit.updateMany({ where: { id }, data: { facts: sealed } });
    },
    async setLogo(id, hasLogo) {
      await prisma.brandKit.updateMany({ where: { id }, data: { hasLogo } });
    },
    async ofWorkspace(ownerId) {
      const rows = await prisma.brandKit.findMany({ where: { ownerId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
      const kits = await Promise.all(rows.map((row) => open(row).catch(noneIfErased)));
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
      await prisma.brandKit.deleteMany({ where: { id } });
    },
  };
}
