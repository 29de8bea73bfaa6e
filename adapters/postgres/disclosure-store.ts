/** What went to partners, sealed under the key of the person it is about. */
import type { Clock } from '../../src/clock.ts';
import { type Disclosure, type DisclosureStore, disclosureFactsSchema } from '../../src/privacy/disclosure.ts';
import type { Keyring } from '../../src/privacy/keyring.ts';
import { noneIfErased, openJson, sealJson } from './columns.ts';
import type { PrismaClient } from './generated/client.ts';

type Deps = { prisma: PrismaClient; keyring: Keyring; clock: Clock };
type Row = NonNullable<Awaited<ReturnType<PrismaClient['disclosure']['findUnique']>>>;

export function createDisclosureStore({ prisma, keyring, clock }: Deps): DisclosureStore {
  const open = async ({ id, ownerId, adId, partner, facts, lapsesAt, createdAt }: Row): Promise<Disclosure> => ({
    id,
    ownerId,
    adId,
    partner,
    facts: openJson(await keyring.open(`owner:${ownerId}`), `Disclosure.facts:${id}`, facts, disclosureFactsSchema),
    at: createdAt.getTime(),
    lapsesAt: lapsesAt?.getTime() ?? null,
  });
  return {
    async add({ id, ownerId, adId, partner, facts, lapsesAt }) {
      const sealed = sealJson(await keyring.open(`owner:${ownerId}`), `Disclosure.facts:${id}`, facts);
      const times = { lapsesAt: lapsesAt === null ? null : new Date(lapsesAt), createdAt: new Date(clock.now()) };
      await prisma.disclosure.create({ data: { id, ownerId, adId, partner, facts: sealed, ...times } });
    },
    async change(id, facts) {
      const row = await prisma.disclosure.findUnique({ where: { id }, select: { ownerId: true } });
      if (!row) return;
      const sealed = sealJson(await keyring.open(`owner:${row.ownerId}`), `Disclosure.facts:${id}`, facts);
      await prisma.disclosure.updateMany({ where: { id }, data: { facts: sealed } });
    },
    async ofOwner(ownerId) {
      const rows = await prisma.disclosure.findMany({ where: { ownerId }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] });
      return (await Promise.all(rows.map((row) => open(row).catch(noneIfErased)))).filter((one) => one !== null);
    },
  };
}
