/** What was held of people when an incident ended, by class and without opening any of it. */

import { accountIdentity } from '../../src/accounts/account.ts';
import { personKey } from '../../src/chat/take-in.ts';
import type { Incident } from '../../src/privacy/incident.ts';
import type { Keyring } from '../../src/privacy/keyring.ts';
import type { DataClass } from '../../src/privacy/personal-data.ts';
import { noneIfErased } from './columns.ts';
import { Prisma, type PrismaClient } from './generated/client.ts';
import { inventory } from './inventory.ts';
import { hoursThere, usageNameIn } from './usage-store.ts';

type Deps = { prisma: PrismaClient; keyring: Keyring };
type Person = { id: string; accountId: string | null; who: { platform: string; workspace: string; person?: string | undefined } };
type Classes = Map<string, Set<DataClass>>;

const hourMs = 3_600_000;

/** Whose rows name their owner: by the inventory, so that a new table is not forgotten. */
const owned = Object.entries(inventory).flatMap(([model, { columns, holding }]) =>
  'ownerId' in columns && holding.class !== 'nobody' ? [{ model, class: holding.class }] : [],
);
const classNamed = new Map(owned.map(({ class: one }) => [one as string, one]));

/** By the person's id, in the order of the alphabet. */
export async function classesOf(deps: Deps, { until }: Incident, people: Person[]): Promise<Map<string, DataClass[]>> {
  const found: Classes = new Map(people.map(({ id }) => [id, new Set(['identity', 'keys'])]));
  await addOwned(deps, until, found);
  await addHashed(deps, until, people, found);
  await addUsage(deps, until, people, found);
  return new Map([...found].map(([id, classes]) => [id, [...classes].sort()]));
}

/** One statement for all tables: each way to the database and back costs more than the looking. */
async function addOwned({ prisma }: Deps, until: number, found: Classes): Promise<void> {
  const ids = [...found.keys()];
  const parts = owned.map(
    ({ model, class: one }) => Prisma.sql`
      SELECT DISTINCT "ownerId", ${one}::text AS "class" FROM ${Prisma.raw(`"${model}"`)}
      WHERE "ownerId" = ANY(${ids}) AND "createdAt" < ${new Date(until)}`,
  );
  const rows = await prisma.$queryRaw<{ ownerId: string; class: string }[]>`${Prisma.join(parts, ' UNION ')}`;
  for (const row of rows) {
    const one = classNamed.get(row.class);
    if (one) found.get(row.ownerId)?.add(one);
  }
}

/** Rows that name nobody, and are found by the keyed hash of whom they are about. */
async function addHashed({ prisma, keyring }: Deps, until: number, people: Person[], found: Classes): Promise<void> {
  const known = await byHash(people, (name) => keyring.lookup('person', name));
  const person = { in: known.hashes };
  const before = { lt: new Date(until) };
  for (const row of await prisma.intake.findMany({ where: { person, createdAt: before }, select: { person: true } }))
    known.add(found, row.person, inventory.Intake.holding.class);
  for (const row of await prisma.privacyRequest.findMany({ where: { person, receivedAt: before }, select: { person: true } }))
    if (row.person) known.add(found, row.person, inventory.PrivacyRequest.holding.class);
}

/** The same person has another hash in each hour. */
async function addUsage({ prisma, keyring }: Deps, until: number, people: Person[], found: Classes): Promise<void> {
  for (const hour of await hoursThere(prisma)) {
    const key = hour * hourMs < until ? await keyring.open(`usage:${hour}`).catch(noneIfErased) : null;
    if (!key) continue;
    const known = await byHash(people, async (name) => usageNameIn(key, name));
    const rows = await prisma.$queryRaw<{ person: Uint8Array }[]>`
      SELECT DISTINCT "person" FROM "UsageEvent" WHERE "hour" = ${hour}
      AND "person" IN (SELECT decode(name, 'base64') FROM unnest(${known.hashes.map(base64)}::text[]) AS name)`;
    for (const { person } of rows) known.add(found, person, inventory.UsageEvent.holding.class);
  }
}

/** An account may be several of the people. */
async function byHash(people: Person[], hashOf: (name: string) => Promise<Uint8Array<ArrayBuffer>>) {
  const ids = new Map<string, string[]>();
  const hashes: Uint8Array<ArrayBuffer>[] = [];
  for (const person of people)
    for (const name of namesOf(person)) {
      const hash = await hashOf(name);
      hashes.push(hash);
      ids.set(base64(hash), [...(ids.get(base64(hash)) ?? []), person.id]);
    }
  const add = (found: Classes, hash: Uint8Array, one: DataClass): void => {
    for (const id of ids.get(base64(hash)) ?? []) found.get(id)?.add(one);
  };
  return { hashes, add };
}

/** As requests and usage know them: in their workspace, and in the portal. */
function namesOf({ who: { platform, workspace, person }, accountId }: Person): string[] {
  if (person === undefined) return [];
  const here = personKey({ platform, workspace, person });
  return accountId === null ? [here] : [here, personKey(accountIdentity(accountId))];
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
