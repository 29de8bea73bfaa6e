/** Who works on a database server at the moment: each program holds locks there for as long as it runs, which go with it however it ends. */
import pg from 'pg';
import type { Clock } from '../../src/clock.ts';
import { AppError } from '../../src/errors.ts';
import type { GivenKeys } from '../../src/privacy/wrapped-key.ts';

/** Lock classes of our own. */
const here = 727_001_915;
const opens = 727_001_916;
const wraps = 727_001_917;
const retryMs = 1_000;

export type Presence = {
  /** From now on others see which master keys it was given. */
  tellKeys(given: GivenKeys): Promise<void>;
  close(): Promise<void>;
};

/** Resolves once everybody can see this program; rejects with `database-unavailable` while a restore has the database for itself. */
export async function announcePresence(url: string, clock: Clock): Promise<Presence> {
  const closing = new AbortController();
  let given: GivenKeys | null = null;
  let client = await announce(url, given);
  const stay = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      await lost(client, closing.signal);
      while (!closing.signal.aborted) {
        const again = await announce(url, given).catch(() => null);
        if (again) client = again;
        if (again) break;
        await clock.sleep(retryMs, closing.signal).catch(() => undefined);
      }
    }
    await client.end().catch(() => undefined);
  };
  const staying = stay();
  return {
    async tellKeys(keys) {
      given = keys;
      await lockKeys(client, keys);
    },
    close: () => {
      closing.abort();
      return staying;
    },
  };
}

/** The programs that work on this database now, one entry each. */
export async function presentPrograms(url: string): Promise<GivenKeys[]> {
  const client = await connect(url);
  try {
    const { rows } = await client.query<{ pid: number; class: string; key: string }>(
      `SELECT pid, classid::bigint AS class, objid::bigint AS key FROM pg_locks
       WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND classid::bigint = ANY($1)
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      [[here, opens, wraps]],
    );
    const keysOf = (pid: number, kind: number) =>
      rows.filter((row) => row.pid === pid && Number(row.class) === kind).map((row) => Number(row.key));
    const pids = new Set(rows.filter((row) => Number(row.class) === here).map((row) => row.pid));
    return [...pids].map((pid) => ({ wraps: keysOf(pid, wraps)[0] ?? 0, opens: keysOf(pid, opens) }));
  } finally {
    await client.end();
  }
}

/** Has the database for itself until it is released; null while any program works on it. */
export async function takeDatabase(url: string): Promise<{ release(): Promise<void> } | null> {
  const client = await connect(url);
  const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1, 0) AS taken', [here]);
  if (rows[0]?.taken) return { release: () => client.end() };
  await client.end();
  return null;
}

async function announce(url: string, given: GivenKeys | null): Promise<pg.Client> {
  const client = await connect(url);
  if (await lockShared(client, here, 0)) {
    if (given) await lockKeys(client, given);
    return client;
  }
  await client.end();
  throw new AppError('database-unavailable', 'A backup is being restored into the database. Start again when it is done.', {
    retry: 'later',
  });
}

async function lockKeys(client: pg.Client, given: GivenKeys): Promise<void> {
  for (const key of given.opens) await lockShared(client, opens, key);
  await lockShared(client, wraps, given.wraps);
}

async function lockShared(client: pg.Client, kind: number, key: number): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock_shared($1, $2) AS taken', [kind, key]);
  return rows[0]?.taken === true;
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true });
  client.on('error', () => undefined);
  try {
    await client.connect();
    // A machine that vanished is forgotten in minutes, not in the two hours that are usual.
    await client.query('SET tcp_keepalives_idle = 60; SET tcp_keepalives_interval = 15; SET tcp_keepalives_count = 4');
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw new AppError('database-unavailable', 'The database does not answer.', { retry: 'later', cause: error });
  }
}

const lost = (client: pg.Client, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    client.once('end', () => resolve());
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
