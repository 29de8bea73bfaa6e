/** Usage events: one partition and one key per hour, so that an hour goes at once and whole. */
import { createHmac } from 'node:crypto';
import type { Clock } from '../../src/clock.ts';
import { AppError } from '../../src/errors.ts';
import type { NewId } from '../../src/ids.ts';
import type { Keyring } from '../../src/privacy/keyring.ts';
import { type UsageFacts, type UsageStore, usageFactsSchema } from '../../src/usage/usage.ts';
import { freshIvs, openJson, sealJson } from './columns.ts';
import type { PrismaClient } from './generated/client.ts';

type Deps = { prisma: PrismaClient; keyring: Keyring; clock: Clock; newId: NewId };

const hourMs = 3_600_000;
const hourOf = (time: number): number => Math.floor(time / hourMs);
/** A number of ours: nothing of it comes from outside. */
const partitionOf = (hour: number): string => `"UsageEvent_${Math.trunc(hour)}"`;

/** Finds a person's events of one hour, by its key. */
export const usageNameIn = (key: Uint8Array, person: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHmac('sha256', key).update(`usage\n${person}`).digest());

export function createUsageStore({ prisma, keyring, clock, newId }: Deps): UsageStore {
  const made = new Set<number>();
  /** Hours that may still be read. */
  const firstHour = (): number => hourOf(clock.now()) - 23;
  /** Null when the hour is over: its key is gone, or about to go. */
  const keyOf = (hour: number): Promise<Uint8Array | null> =>
    keyring.open(`usage:${hour}`).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'key-erased') return null;
      throw error;
    });

  async function open(hour: number): Promise<Uint8Array> {
    const key = await keyring.create(`usage:${hour}`, 'master');
    if (made.has(hour)) return key;
    await prisma.$executeRawUnsafe(
      `CREATE TABLE IF NOT EXISTS ${partitionOf(hour)} PARTITION OF "UsageEvent" FOR VALUES FROM (${hour}) TO (${hour + 1})`,
    );
    made.add(hour);
    return key;
  }

  async function readHour(hour: number, person?: string): Promise<UsageFacts[]> {
    const key = await keyOf(hour);
    if (!key) return [];
    const where = { hour, ...(person === undefined ? {} : { person: usageNameIn(key, person) }) };
    const rows = await prisma.usageEvent.findMany({ where, orderBy: { id: 'asc' } });
    return rows
      .map(({ id, facts }) => openJson(key, `UsageEvent.facts:${id}`, facts, usageFactsSchema))
      .filter(({ at }) => at > clock.now() - 24 * hourMs)
      .sort((a, b) => a.at - b.at);
  }

  const readableHours = async (): Promise<number[]> => {
    const first = firstHour();
    return (await hoursThere(prisma)).filter((hour) => hour >= first);
  };

  return {
    async record(events) {
      for (const hour of new Set(events.map(({ at }) => hourOf(at)))) {
        if (hour < firstHour()) continue;
        const those = events.filter(({ at }) => hourOf(at) === hour);
        const key = await open(hour);
        const names = new Map<string | null, Uint8Array | null>([[null, null]]);
        for (const { person } of those) if (person !== null && !names.has(person)) names.set(person, usageNameIn(key, person));
        const ivs = freshIvs(those.length);
        const rows = those.map(({ person, ...facts }, index) => {
          const id = newId();
          return { id, person: names.get(person) ?? null, facts: sealJson(key, `UsageEvent.facts:${id}`, facts, ivs[index]) };
        });
        await insert(prisma, hour, rows);
      }
    },
    async ofPerson(person) {
      const found: UsageFacts[] = [];
      for (const hour of await readableHours()) found.push(...(await readHour(hour, person)));
      return found;
    },
    async oldest() {
      for (const hour of await readableHours()) {
        const [first] = await readHour(hour);
        if (first) return first.at;
      }
      return null;
    },
    async oldestHour() {
      const [first] = await hoursThere(prisma);
      return first === undefined ? null : first * hourMs;
    },
    async forgetPerson(person) {
      for (const hour of await hoursThere(prisma)) {
        const key = await keyOf(hour);
        if (key) await prisma.usageEvent.deleteMany({ where: { hour, person: usageNameIn(key, person) } });
      }
    },
    async expire() {
      const first = firstHour();
      const over = (await hoursThere(prisma)).filter((hour) => hour < first);
      for (const hour of over) {
        await keyring.destroy(`usage:${hour}`);
        await prisma.$executeRawUnsafe(`DROP TABLE IF EXISTS ${partitionOf(hour)}`);
        made.delete(hour);
      }
      return over.length;
    },
  };
}

type Row = { id: string; person: Uint8Array | null; facts: Uint8Array };

/** All in one short statement: a value for each cell takes ten times as long to put together, and holds up the whole process. */
async function insert(prisma: PrismaClient, hour: number, rows: readonly Row[]): Promise<void> {
  const [ids, people, facts] = [
    rows.map(({ id }) => id),
    rows.map(({ person }) => (person === null ? null : base64(person))),
    rows.map((row) => base64(row.facts)),
  ];
  await prisma.$executeRaw`
    INSERT INTO "UsageEvent" ("id", "hour", "person", "facts")
    SELECT id, ${hour}::int, decode(person, 'base64'), decode(facts, 'base64')
    FROM unnest(${ids}::text[], ${people}::text[], ${facts}::text[]) AS row (id, person, facts)`;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Oldest first, by the names of their partitions: also those without a row, and without looking at any. */
export async function hoursThere(prisma: PrismaClient): Promise<number[]> {
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = '"UsageEvent"'::regclass`;
  return tables
    .map(({ name }) => Number(name.slice('UsageEvent_'.length)))
    .filter((hour) => Number.isInteger(hour))
    .sort((a, b) => a - b);
}
