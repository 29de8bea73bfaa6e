/** An hour of usage goes after 24 hours, with its key and all its rows at once. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openStores } from '../../src/app/stores.ts';
import { systemClock } from '../../src/clock.ts';
import { testClock } from '../support/test-clock.ts';
import { configOf } from '../support/workplace.ts';
import { inBenchFolder } from './bench-folder.ts';
import { timed } from './measure.ts';
import type { Figure } from './report.ts';

const rows = 1_000_000;
const atATime = 50_000;
const mostMs = 1_000;
const hourMs = 3_600_000;

export function expire(): Promise<Figure[]> {
  return inBenchFolder(async (folder) => {
    const { PATH = '', HOME = '/' } = process.env;
    const environment = { PATH, HOME, DATA_DIR: join(folder, 'data'), XDG_STATE_HOME: join(folder, 'state') };
    const clock = testClock(systemClock.now());
    const { database, keys } = await openStores(configOf(environment), clock);
    try {
      const hour = Math.floor(clock.now() / hourMs);
      const event = { at: clock.now(), what: 'page' as const, name: 'ads', ms: 4, address: '198.51.100.7', browser: 'B' };
      await database.usage.record([{ ...event, person: 'test w somebody' }]);
      const { prisma } = database.connection;
      // As long as a sealed one; only how many there are counts.
      const facts = randomBytes(160);
      for (let from = 0; from < rows; from += atATime)
        await prisma.$executeRaw`
          INSERT INTO "UsageEvent" (id, hour, person, facts)
          SELECT 'row-' || n, ${hour}::int, ${facts.subarray(0, 32)}::bytea, ${facts}::bytea
          FROM generate_series(${from + 1}::int, ${from + atATime}::int) AS n`;
      clock.advance(24 * hourMs);
      const ms = await timed(() => database.usage.expire());
      if ((await prisma.usageEvent.count()) > 0 || (await keys.read(`usage:${hour}`))) throw new Error('The hour is still there');
      return [
        {
          name: 'expire',
          what: `an hour of usage with ${rows} records goes: its key, and every row`,
          unit: 'ms',
          ours: ms,
          floor: null,
          limit: { of: 'value', most: mostMs },
        },
      ];
    } finally {
      await database.close();
    }
  });
}
