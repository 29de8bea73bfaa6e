/** Counts of tries, under hashes whose key goes with its hour: afterwards nothing tells who tried. */
import { createHmac } from 'node:crypto';
import type { TryStore } from '../../src/accounts/try-limits.ts';
import type { Keyring } from '../../src/privacy/keyring.ts';
import { isUniqueViolation } from './connect.ts';
import type { PrismaClient } from './generated/client.ts';

export function createTryStore({ prisma, keyring }: { prisma: PrismaClient; keyring: Keyring }): TryStore {
  const hashOf = async (what: string, hour: number): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(
      createHmac('sha256', await keyring.create(`tries:${hour}`, 'master'))
        .update(what)
        .digest(),
    );
  const add = async (what: Uint8Array<ArrayBuffer>, hour: number): Promise<number> => {
    const counted = { where: { what }, update: { count: { increment: 1 } }, create: { what, hour, count: 1 } };
    return (await prisma.signInTry.upsert(counted)).count;
  };
  return {
    async count(what, hour) {
      const hash = await hashOf(what, hour);
      try {
        return await add(hash, hour);
      } catch (error) {
        // Somebody else was the first in the same moment.
        if (!isUniqueViolation(error)) throw error;
        return add(hash, hour);
      }
    },
    async takeBack(what, hour) {
      const where = { what: await hashOf(what, hour), count: { gt: 0 } };
      await prisma.signInTry.updateMany({ where, data: { count: { decrement: 1 } } });
    },
    async expire(beforeHour) {
      const rows = await prisma.signInTry.findMany({
        where: { hour: { lt: beforeHour } },
        distinct: ['hour'],
        select: { hour: true },
      });
      for (const { hour } of rows) {
        await keyring.destroy(`tries:${hour}`);
        await prisma.signInTry.deleteMany({ where: { hour } });
      }
    },
  };
}
