/** Links and codes that work once, by the hash of their token. */
import type { Link, LinkStore } from '../../src/accounts/links.ts';
import type { Clock } from '../../src/clock.ts';
import type { PrismaClient } from './generated/client.ts';

type Row = NonNullable<Awaited<ReturnType<PrismaClient['signInLink']['findUnique']>>>;

const toLink = ({ id, purpose, ownerId, peerId, createdAt }: Row): Link => ({
  id,
  purpose,
  ownerId,
  peerId,
  createdAt: createdAt.getTime(),
});

export function createLinkStore({ prisma, clock }: { prisma: PrismaClient; clock: Clock }): LinkStore {
  return {
    async add(link, hash) {
      await prisma.signInLink.create({ data: { ...link, token: new Uint8Array(hash), createdAt: new Date(clock.now()) } });
    },
    async find(hash) {
      const row = await prisma.signInLink.findUnique({ where: { token: new Uint8Array(hash) } });
      return row && toLink(row);
    },
    async read(id) {
      const row = await prisma.signInLink.findUnique({ where: { id } });
      return row && toLink(row);
    },
    async meet(id, peerId) {
      return (await prisma.signInLink.updateMany({ where: { id, peerId: null }, data: { peerId } })).count === 1;
    },
    async use(id) {
      return (await prisma.signInLink.deleteMany({ where: { id } })).count === 1;
    },
    async removeAll(ownerId, purpose) {
      await prisma.signInLink.deleteMany({ where: { ownerId, purpose } });
    },
    async expire(before) {
      await prisma.signInLink.deleteMany({ where: { createdAt: { lt: new Date(before) } } });
    },
  };
}
