/** Browsers that are signed in, by the hash of their token. */
import type { SessionStore } from '../../src/accounts/sessions.ts';
import type { Clock } from '../../src/clock.ts';
import type { PrismaClient } from './generated/client.ts';

const bytes = (hash: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(hash);

export function createSessionStore({ prisma, clock }: { prisma: PrismaClient; clock: Clock }): SessionStore {
  const now = (): Date => new Date(clock.now());
  return {
    async add(hash, accountId) {
      await prisma.session.create({ data: { token: bytes(hash), ownerId: accountId, usedAt: now(), createdAt: now() } });
    },
    async read(hash) {
      const row = await prisma.session.findFirst({ where: { token: bytes(hash), owner: { state: 'active' } } });
      return row && { accountId: row.ownerId, usedAt: row.usedAt.getTime(), createdAt: row.createdAt.getTime() };
    },
    async touch(hash) {
      await prisma.session.updateMany({ where: { token: bytes(hash) }, data: { usedAt: now() } });
    },
    async remove(hash) {
      await prisma.session.deleteMany({ where: { token: bytes(hash) } });
    },
    async removeAll(accountId) {
      await prisma.session.deleteMany({ where: { ownerId: accountId } });
    },
    async expire(idleSince, bornBefore) {
      await prisma.session.deleteMany({
        where: { OR: [{ usedAt: { lte: new Date(idleSince) } }, { createdAt: { lte: new Date(bornBefore) } }] },
      });
    },
  };
}
