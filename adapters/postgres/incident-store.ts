/** Who is affected by an incident: by the disclosures and the inventory, in pages of owners, so that memory does not grow with them. */
import { z } from 'zod';
import { disclosureFactsSchema } from '../../src/privacy/disclosure.ts';
import type { Affected, Incident, IncidentStore } from '../../src/privacy/incident.ts';
import type { Keyring } from '../../src/privacy/keyring.ts';
import type { DataClass } from '../../src/privacy/personal-data.ts';
import { noneIfErased, openJson } from './columns.ts';
import { Prisma, type PrismaClient } from './generated/client.ts';
import { inventory } from './inventory.ts';
import { openValue } from './value-keys.ts';

type Deps = { prisma: PrismaClient; keyring: Keyring };
type Disclosures = Map<string, Affected['disclosures'][number]>;

const ownersPerPage = 500;
const rowsPerPage = 1_000;
const identitySchema = z.object({ platform: z.string(), workspace: z.string(), person: z.string().optional() });

/** Whose rows name their owner: by the inventory, so that a new table is not forgotten. */
const owned = Object.entries(inventory).flatMap(([model, { columns, holding }]) =>
  'ownerId' in columns && holding.class !== 'nobody' ? [{ model, class: holding.class }] : [],
);

export function createIncidentStore(deps: Deps): IncidentStore {
  return {
    async *affected(incident) {
      for await (const ownerIds of pagesOf(deps, incident)) {
        const disclosures = await disclosuresOf(deps, incident, ownerIds);
        const classes = incident.partner === null ? await classesOf(deps, incident, ownerIds) : null;
        const owners = await deps.prisma.owner.findMany({
          where: { id: { in: ownerIds } },
          select: {
            id: true,
            identity: true,
            account: { select: { id: true, credentials: { select: { email: true, revision: true } } } },
          },
          orderBy: { id: 'asc' },
        });
        for (const { id, identity, account } of owners) {
          const who = await opened(deps, id, `Owner.identity:${id}`, identity, identitySchema);
          if (!who) continue;
          const { platform, workspace, person = null } = who;
          yield {
            platform,
            workspace,
            person,
            email: account?.credentials ? await emailOf(deps, account.id, account.credentials) : null,
            classes: classes?.get(id) ?? ['disclosure'],
            disclosures: [...(disclosures.get(id)?.values() ?? [])],
          };
        }
      }
    },
  };
}

/** Ids in their order. Accounts are told of as the people they belong to. */
async function* pagesOf({ prisma }: Deps, incident: Incident): AsyncGenerator<string[]> {
  for (let after = ''; ; ) {
    const rows =
      incident.partner === null
        ? await prisma.$queryRaw<{ id: string }[]>`
            SELECT "id" FROM "Owner" WHERE "id" > ${after} AND "kind" <> 'account' AND "createdAt" < ${new Date(incident.until)}
            ORDER BY "id" LIMIT ${ownersPerPage}`
        : await prisma.$queryRaw<{ id: string }[]>`
            SELECT DISTINCT "ownerId" AS "id" FROM "Disclosure" WHERE "ownerId" > ${after} AND ${thereDuring(incident)}
            ORDER BY "id" LIMIT ${ownersPerPage}`;
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ id }) => id);
    after = last.id;
  }
}

/** What may have lain there at that time: also what went there long before, unless it had lapsed. */
const thereDuring = ({ since, until, partner }: Incident): Prisma.Sql => Prisma.sql`
  "createdAt" < ${new Date(until)} AND ("lapsesAt" IS NULL OR "lapsesAt" >= ${new Date(since)})
  AND (${partner}::text IS NULL OR "partner" = ${partner})`;

async function disclosuresOf(deps: Deps, incident: Incident, ownerIds: string[]): Promise<Map<string, Disclosures>> {
  const found = new Map<string, Disclosures>();
  type Row = { id: string; ownerId: string; partner: string; facts: Uint8Array; createdAt: Date };
  for (let after = ''; ; ) {
    const rows = await deps.prisma.$queryRaw<Row[]>`
      SELECT "id", "ownerId", "partner", "facts", "createdAt" FROM "Disclosure"
      WHERE "id" > ${after} AND "ownerId" = ANY(${ownerIds}) AND ${thereDuring(incident)} ORDER BY "id" LIMIT ${rowsPerPage}`;
    for (const { id, ownerId, partner, facts, createdAt } of rows) {
      const read = await opened(deps, ownerId, `Disclosure.facts:${id}`, facts, disclosureFactsSchema);
      if (!read) continue;
      const at = createdAt.getTime();
      const ofOwner = found.get(ownerId) ?? new Map();
      const sum = ofOwner.get(partner) ?? { partner, count: 0, fields: [], bytes: 0, first: at, last: at };
      ofOwner.set(partner, {
        partner,
        count: sum.count + 1,
        fields: [...new Set([...sum.fields, ...read.fields])],
        bytes: sum.bytes + read.bytes,
        first: Math.min(sum.first, at),
        last: Math.max(sum.last, at),
      });
      found.set(ownerId, ofOwner);
    }
    const last = rows.at(-1);
    if (!last) return found;
    after = last.id;
  }
}

/** What was held of each before it ended, without opening any. */
async function classesOf({ prisma }: Deps, { until }: Incident, ownerIds: string[]): Promise<Map<string, DataClass[]>> {
  const found = new Map<string, Set<DataClass>>(ownerIds.map((id) => [id, new Set(['identity', 'keys'])]));
  for (const { model, class: one } of owned) {
    const rows = await prisma.$queryRaw<{ ownerId: string }[]>`
      SELECT DISTINCT "ownerId" FROM ${Prisma.raw(`"${model}"`)}
      WHERE "ownerId" = ANY(${ownerIds}) AND "createdAt" < ${new Date(until)}`;
    for (const { ownerId } of rows) found.get(ownerId)?.add(one);
  }
  return new Map([...found].map(([id, classes]) => [id, [...classes].sort()]));
}

/** Null for whoever is being erased: the key is gone. */
const opened = async <Value>(
  { keyring }: Deps,
  ownerId: string,
  cell: `${string}.${string}:${string}`,
  sealed: Uint8Array,
  schema: z.ZodType<Value>,
): Promise<Value | null> => {
  const key = await keyring.open(`owner:${ownerId}`).catch(noneIfErased);
  return key && openJson(key, cell, sealed, schema);
};

async function emailOf(deps: Deps, accountId: string, { email, revision }: { email: Uint8Array; revision: string | null }) {
  const key = await openValue(deps, revision, `owner:${accountId}`);
  return key && openJson(key, `Account.email:${accountId}`, email, z.string());
}
