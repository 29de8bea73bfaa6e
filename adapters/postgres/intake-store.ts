/** The intake: one row per acknowledged request, sealed under the key of its hour. */
import { z } from 'zod';
import type { IntakeStore, NewIntake } from '../../src/chat/intake-store.ts';
import { AppError } from '../../src/errors.ts';
import type { Keyring } from '../../src/privacy/keyring.ts';
import { openJson, sealJson } from './columns.ts';
import { isUniqueViolation } from './connect.ts';
import type { PrismaClient } from './generated/client.ts';

type Deps = { prisma: PrismaClient; keyring: Keyring };

const hourMs = 3_600_000;
const hourOf = (time: number): number => Math.floor(time / hourMs);

export function createIntakeStore(deps: Deps): IntakeStore {
  const { prisma, keyring } = deps;
  return {
    add: (intake) => add(deps, intake),
    async read(id) {
      const row = await prisma.intake.findUnique({ where: { id } });
      if (!row) return null;
      const input = row.input ? await openInput(keyring, { id, hour: row.hour, input: row.input }) : null;
      return { state: row.state, input, createdAt: row.createdAt.getTime() };
    },
    async countFailure(id) {
      const data = { failures: { increment: 1 } };
      return (await prisma.intake.update({ where: { id }, data, select: { failures: true } })).failures;
    },
    async settle(id, state) {
      await prisma.intake.updateMany({ where: { id }, data: { state } });
    },
    async revoke(attempt) {
      await prisma.intake.updateMany({ where: { attempt, state: 'taken' }, data: { state: 'void' } });
    },
    async ofPerson(name) {
      const where = { person: await keyring.lookup('person', name) };
      const rows = await prisma.intake.findMany({ where, orderBy: { createdAt: 'asc' } });
      const opened = rows.map(async ({ id, state, hour, input, createdAt }) => ({
        state,
        input: input ? await openInput(keyring, { id, hour, input }) : null,
        createdAt: createdAt.getTime(),
      }));
      return Promise.all(opened);
    },
    async countOf(name) {
      return prisma.intake.count({ where: { person: await keyring.lookup('person', name), input: { not: null } } });
    },
    async forgetPerson(name) {
      const person = await keyring.lookup('person', name);
      await prisma.intake.updateMany({ where: { person }, data: { state: 'done', input: null, person: new Uint8Array() } });
    },
    async waiting(before) {
      const rows = await prisma.intake.findMany({
        where: { state: 'taken', createdAt: { lt: new Date(before) } },
        orderBy: { createdAt: 'asc' },
        select: { id: true },
      });
      return rows.map((row) => row.id);
    },
    async expire(now) {
      const lastHour = hourOf(now) - 24;
      // Grouped by the database: Prisma's own "distinct" reads every row.
      const hours = await prisma.intake.groupBy({ by: ['hour'], where: { hour: { lte: lastHour } } });
      for (const { hour } of hours) await keyring.destroy(`intake:${hour}`);
      await prisma.intake.deleteMany({ where: { hour: { lte: lastHour } } });
    },
  };
}

/** One insert. Where the delivery is known: one still to be carried out is joined, one that was refused before is taken now. */
async function add({ prisma, keyring }: Deps, intake: NewIntake): Promise<{ id: string; isOwed: boolean }> {
  const hour = hourOf(intake.createdAt);
  const [key, delivery, person] = await Promise.all([
    keyring.create(`intake:${hour}`, 'master'),
    keyring.lookup('delivery', intake.deliveryId),
    keyring.lookup('person', intake.person),
  ]);
  const { id, attempt } = intake;
  const sealed = (row: string) => sealJson(key, `Intake.input:${row}`, intake.input);
  const fresh = { attempt, hour, createdAt: new Date(intake.createdAt) };
  try {
    await prisma.intake.create({ data: { ...fresh, id, delivery, person, input: sealed(id) }, select: { id: true } });
    return { id, isOwed: true };
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
  const known = await prisma.intake.findUniqueOrThrow({ where: { delivery }, select: { id: true } });
  const joined = await prisma.intake.updateMany({ where: { delivery, state: 'taken' }, data: { attempt } });
  if (joined.count === 1) return { id: known.id, isOwed: true };
  const revived = { ...fresh, state: 'taken' as const, input: sealed(known.id) };
  const taken = await prisma.intake.updateMany({ where: { delivery, state: 'void' }, data: revived });
  return { id: known.id, isOwed: taken.count === 1 };
}

/** Null when the hour's key is gone: the request has expired. */
async function openInput(keyring: Keyring, row: { id: string; hour: number; input: Uint8Array }): Promise<unknown> {
  try {
    return openJson(await keyring.open(`intake:${row.hour}`), `Intake.input:${row.id}`, row.input, z.unknown());
  } catch (error) {
    if (error instanceof AppError && error.code === 'key-erased') return null;
    throw error;
  }
}
