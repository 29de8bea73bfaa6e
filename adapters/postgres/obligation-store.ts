/** What is still to be removed elsewhere, each sealed under a key of its own. */
import { type ObligationStore, obligationSchema } from '../../src/chat/obligations.ts';
import type { Clock } from '../../src/clock.ts';
import { AppError } from '../../src/errors.ts';
import type { Keyring } from '../../src/privacy/keyring.ts';
import { openJson, sealJson } from './columns.ts';
import type { PrismaClient } from './generated/client.ts';

type Deps = { prisma: PrismaClient; keyring: Keyring; clock: Clock };

export function createObligationStore({ prisma, keyring, clock }: Deps): ObligationStore {
  return {
    async add(id, obligation) {
      const key = await keyring.create(`obligation:${id}`, 'master');
      const what = sealJson(key, `Obligation.what:${id}`, obligation);
      await prisma.obligation.createMany({ data: [{ id, what, createdAt: new Date(clock.now()) }], skipDuplicates: true });
    },
    async list() {
      const rows = await prisma.obligation.findMany({ orderBy: { createdAt: 'asc' }, select: { id: true } });
      return rows.map((row) => row.id);
    },
    async read(id) {
      const row = await prisma.obligation.findUnique({ where: { id } });
      if (!row) return null;
      try {
        const key = await keyring.open(`obligation:${id}`);
        const obligation = openJson(key, `Obligation.what:${id}`, row.what, obligationSchema);
        return { obligation, createdAt: row.createdAt.getTime() };
      } catch (error) {
        if (error instanceof AppError && error.code === 'key-erased') return null;
        throw error;
      }
    },
    async settle(id) {
      await keyring.destroy(`obligation:${id}`);
      await prisma.obligation.deleteMany({ where: { id } });
    },
  };
}
