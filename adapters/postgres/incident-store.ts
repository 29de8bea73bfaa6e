/** Who is affected by an incident: by the disclosures and the inventory, in pages of owners, so that memory does not grow with them. */
import { z } from 'zod';
import { inParallel } from '../../src/in-parallel.ts';
import { disclosureFactsSchema } from '../../src/privacy/disclosure.ts';
import type { Affected, Incident, IncidentStore } from '../../src/privacy/incident.ts';
import type { Keyring } from '../../src/privacy/keyring.ts';
import { noneIfErased, openJson } from './columns.ts';
import { Prisma, type PrismaClient } from './generated/client.ts';
import { classesOf } from './incident-classes.ts';
import { openValue } from './value-keys.ts';

type Deps = { prisma: PrismaClient; keyring: Keyring };
type Disclosures = Map<string, Affected['disclosures'][number]>;

const ownersPerPage = 500;
const rowsPerPage = 1_000;
const identitySchema = z.object({ platform: z.string(), workspace: z.string(), person: z.string().optional() });

/** Keys lie in a folder or a bucket: one after the other they take longer than all the rest. */
const keysAtATime = 16;

export function createIncidentStore(deps: Deps): IncidentStore {
  return {
    async *affected(incident) {
      for await (const ownerIds of pagesOf(deps, incident)) {
        const people = await peopleOf(deps, ownerIds);
        const disclosures = await disclosuresOf(deps, incident, ownerIds);
        const classes = incident.partner === null ? await classesOf(deps, incident, people) : null;
        for (const { id, who, email } of people) {
          const { platform, workspace, person = null } = who;
          yield {
            platform,
            workspace,
            person,
            email,
            classes: classes?.get(id) ?? ['disclosure'],
            disclosures: [...(disclosures.get(id)?.values() ?? [])],
          };
        }
      }
    },
  };
}

/** Those who can still be told of, by their ids. */
async function peopleOf(deps: Deps, ownerIds: string[]) {
  const credentials = { select: { id: true, email: true, revision: true } };
  const owners = await deps.prisma.owner.findMany({
    where: { id: { in: ownerIds } },
    select: { id: true, identity: true, accountId: true, credentials, account: { select: { credentials } } },
    orderBy: { id: 'asc' },
  });
  const found = new Map<string, { who: z.infer<typeof identitySchema>; email: string | null }>();
  await inParallel(owners, keysAtATime, async ({ id, identity, ...owner }) => {
    const who = await opened(deps, id, `Owner.identity:${id}`, identity, identitySchema);
    const registered = owner.credentials ?? owner.account?.credentials;
    if (who) found.set(id, { who, email: registered ? await emailOf(deps, registered) : null });
  });
  return owners.flatMap(({ id, accountId }) => {
    const person = found.get(id);
    return person ? [{ id, accountId, ...person }] : [];
  });
}

/** Ids in their order. Accounts are told of as the people they belong to, and for themselves where there are none any more. */
async function* pagesOf({ prisma }: Deps, incident: Incident): AsyncGenerator<string[]> {
  for (let after = ''; ; ) {
    const rows =
      incident.partner === null
        ? await prisma.$queryRaw<{ id: string }[]>`
            SELECT "id" FROM "Owner" one WHERE "id" > ${after} AND "createdAt" < ${new Date(incident.until)}
            AND ("kind" <> 'account' OR EXISTS (SELECT FROM "Account" WHERE "id" = one."id")
              AND NOT EXISTS (SELECT FROM "Owner" WHERE "accountId" = one."id" AND "createdAt" < ${new Date(incident.until)}))
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

async function emailOf(deps: Deps, { id, email, revision }: { id: string; email: Uint8Array; revision: string | null }) {
  const key = await openValue(deps, revision, `owner:${id}`);
  return key && openJson(key, `Account.email:${id}`, email, z.string());
}
