/** Requests of people about their own data. What they need is sealed under a key of their own, which goes when they are answered. */
import { z } from 'zod';
import type { Clock } from '../../src/clock.ts';
import { AppError } from '../../src/errors.ts';
import type { Keyring } from '../../src/privacy/keyring.ts';
import { answerWithinDays, type PrivacyRequest, type PrivacyRequestStore, timeUsed } from '../../src/privacy/privacy-request.ts';
import { openJson, sealJson } from './columns.ts';
import type { PrismaClient } from './generated/client.ts';

type Deps = { prisma: PrismaClient; keyring: Keyring; clock: Clock };
type Row = NonNullable<Awaited<ReturnType<PrismaClient['privacyRequest']['findUnique']>>>;

const dayMs = 86_400_000;

export function createPrivacyRequestStore({ prisma, keyring, clock }: Deps): PrivacyRequestStore {
  const sealFacts = async (id: string, facts: unknown) =>
    sealJson(await keyring.open(`request:${id}`), `PrivacyRequest.facts:${id}`, facts);
  return {
    async add({ id, kind, facts, person, law = 'gdpr' }) {
      await keyring.create(`request:${id}`, 'master');
      const now = clock.now();
      const data = {
        id,
        kind,
        person: await keyring.lookup('person', person),
        facts: await sealFacts(id, facts),
        receivedAt: new Date(now),
        dueAt: new Date(now + answerWithinDays[law] * dayMs),
      };
      await prisma.privacyRequest.createMany({ data: [data], skipDuplicates: true });
    },
    async read(id) {
      const row = await prisma.privacyRequest.findUnique({ where: { id } });
      return row && withTimes(row, row.facts ? await openFacts(keyring, id, row.facts) : null);
    },
    async advance(id, step, facts) {
      await prisma.privacyRequest.updateMany({ where: { id }, data: { step, facts: await sealFacts(id, facts) } });
    },
    async claim(id, step, next) {
      return (await prisma.privacyRequest.updateMany({ where: { id, step, state: 'open' }, data: { step: next } })).count === 1;
    },
    async saveReceipt(id, receipt) {
      await prisma.privacyRequest.updateMany({ where: { id }, data: { receipt } });
    },
    async finish(id, state) {
      const doneAt = new Date(clock.now());
      if (state === 'owed') return void (await prisma.privacyRequest.updateMany({ where: { id }, data: { state, doneAt } }));
      await keyring.destroy(`request:${id}`);
      await prisma.privacyRequest.updateMany({ where: { id, doneAt: null }, data: { doneAt } });
      await prisma.privacyRequest.updateMany({ where: { id }, data: { state, facts: null } });
    },
    async list(states) {
      const where = { state: { in: [...states] } };
      const rows = await prisma.privacyRequest.findMany({ where, orderBy: { receivedAt: 'asc' }, select: { id: true } });
      return rows.map((row) => row.id);
    },
    async ofPerson(person) {
      const rows = await prisma.privacyRequest.findMany({
        where: { person: await keyring.lookup('person', person) },
        orderBy: { receivedAt: 'desc' },
      });
      return rows.map((row) => withTimes(row, null));
    },
    async movePerson(from, to) {
      const where = { person: await keyring.lookup('person', from) };
      await prisma.privacyRequest.updateMany({ where, data: { person: await keyring.lookup('person', to) } });
    },
    async forgetPerson(person) {
      await prisma.privacyRequest.updateMany({
        where: { person: await keyring.lookup('person', person) },
        data: { person: null },
      });
    },
    async late(now, share) {
      const rows = await prisma.privacyRequest.findMany({ where: { state: 'open' } });
      return rows.map((row) => withTimes(row, null)).filter((request) => timeUsed(request, now) >= share);
    },
  };
}

const withTimes = (row: Row, facts: unknown): PrivacyRequest => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  step: row.step,
  facts,
  receipt: row.receipt,
  receivedAt: row.receivedAt.getTime(),
  dueAt: row.dueAt.getTime(),
  doneAt: row.doneAt?.getTime() ?? null,
});

async function openFacts(keyring: Keyring, id: string, facts: Uint8Array): Promise<unknown> {
  try {
    return openJson(await keyring.open(`request:${id}`), `PrivacyRequest.facts:${id}`, facts, z.unknown());
  } catch (error) {
    if (error instanceof AppError && error.code === 'key-erased') return null;
    throw error;
  }
}
