/** Storing usage records sealed, beside the same rows in the clear, in the same batches over the same connection. */
import { join } from 'node:path';
import { openStores, type Stores } from '../../src/app/stores.ts';
import { systemClock } from '../../src/clock.ts';
import { randomId } from '../../src/ids.ts';
import type { UsageEvent } from '../../src/usage/usage.ts';
import { findPostgres, startPostgres } from '../support/postgres-server.ts';
import { configOf } from '../support/workplace.ts';
import { inBenchFolder } from './bench-folder.ts';
import { median, medianRatio, takeTurns, timed } from './measure.ts';
import type { Figure } from './report.ts';

const batches = 40;
const batch = 250;
const rounds = 5;
/** At least 0.7 times as many a second. */
const mostTimesTheFloor = 1 / 0.7;
const hourMs = 3_600_000;

/** As many different ones as there are people. */
const plainName = (person: string): string => Buffer.from(person.padEnd(32)).toString('base64');

export async function sealed(): Promise<Figure[]> {
  const figures = [await onDatabase('PGlite', undefined)];
  const bin = findPostgres();
  if (!bin) return figures;
  const server = await startPostgres(bin);
  try {
    return [...figures, await onDatabase('PostgreSQL', server.url)];
  } finally {
    await server.remove();
  }
}

const onDatabase = (kind: string, url: string | undefined): Promise<Figure> =>
  inBenchFolder(async (folder) => {
    const { PATH = '', HOME = '/' } = process.env;
    const places = { DATA_DIR: join(folder, 'data'), XDG_STATE_HOME: join(folder, 'state') };
    const stores = await openStores(configOf({ PATH, HOME, ...places, ...(url ? { DATABASE_URL: url } : {}) }), systemClock);
    try {
      const at = systemClock.now();
      await stores.database.usage.record(eventsAt(at));
      const { ours, floor } = await takeTurns(rounds, {
        ours: () => timed(() => many(() => stores.database.usage.record(eventsAt(at)))),
        floor: () => timed(() => many(() => inTheClear(stores, eventsAt(at)))),
      });
      return {
        name: `sealed, ${kind}`,
        what: `${batches} times ${batch} usage records sealed and stored, beside the same rows in the clear`,
        unit: 'ms',
        ours: median(ours),
        floor: median(floor),
        ratio: medianRatio(ours, floor),
        limit: { of: 'ratio', most: Number(mostTimesTheFloor.toFixed(2)) },
        notes: [`${(1 / medianRatio(ours, floor)).toFixed(2)} times as many records a second as in the clear; at least 0.7`],
      };
    } finally {
      await stores.database.close();
    }
  });

async function many(store: () => Promise<unknown>): Promise<void> {
  for (let count = 0; count < batches; count += 1) await store();
}

const eventsAt = (at: number): UsageEvent[] =>
  Array.from({ length: batch }, (_, index) => ({
    at,
    what: 'request',
    name: 'another-look',
    ms: index,
    address: '198.51.100.7',
    browser: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36',
    person: `test w person-${index % 40}`,
  }));

/** The same statement as the store's own; only nothing is sealed, and a name is as long as its hash. */
async function inTheClear({ database }: Stores, events: readonly UsageEvent[]): Promise<void> {
  const hour = Math.floor((events[0]?.at ?? 0) / hourMs);
  const ids = events.map(() => randomId());
  const people = events.map(({ person }) => plainName(person ?? ''));
  const facts = events.map((event) => Buffer.from(JSON.stringify(event)).toString('base64'));
  await database.connection.prisma.$executeRaw`
    INSERT INTO "UsageEvent" ("id", "hour", "person", "facts")
    SELECT id, ${hour}::int, decode(person, 'base64'), decode(facts, 'base64')
    FROM unnest(${ids}::text[], ${people}::text[], ${facts}::text[]) AS row (id, person, facts)`;
}
