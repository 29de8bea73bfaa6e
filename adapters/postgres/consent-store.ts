/** What people agreed to, as a history that only grows. */
import type { Clock } from '../../src/clock.ts';
import type { NewId } from '../../src/ids.ts';
import type { ConsentStore } from '../../src/privacy/consent.ts';
import type { PrismaClient } from './generated/client.ts';

type Deps = { prisma: PrismaClient; clock: Clock; newId: NewId };

export function createConsentStore({ prisma, clock, newId }: Deps): ConsentStore {
  return {
    async add(ownerId, { partner, given, textVersion }) {
      const data = { id: newId(), ownerId, partner, given, textVersion, createdAt: new Date(clock.now()) };
      await prisma.consent.create({ data });
    },
    async history(ownerId) {
      const rows = await prisma.consent.findMany({ where: { ownerId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
      return rows.map(({ partner, given, textVersion, createdAt }) => ({ partner, given, textVersion, at: createdAt.getTime() }));
    },
    async countAgreed(partner, textVersion) {
      const [{ count }] = await prisma.$queryRaw<[{ count: number }]>`
        SELECT COUNT(*)::int AS "count" FROM (
          SELECT DISTINCT ON ("ownerId") "given", "textVersion" FROM "Consent" WHERE "partner" = ${partner}
          ORDER BY "ownerId", "createdAt" DESC, "id" DESC) AS "newest"
        WHERE "given" AND "textVersion" = ${textVersion}`;
      return count;
    },
    async holds(ownerId, partner, textVersion) {
      const newest = await prisma.consent.findFirst({
        where: { ownerId, partner },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      });
      return newest?.given === true && newest.textVersion === textVersion;
    },
  };
}
