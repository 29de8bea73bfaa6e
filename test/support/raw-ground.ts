/** The whole program with everything that it writes within reach: database, queue, media, keys, temporary files, log. */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Redis } from 'ioredis';
import { openStores, type Stores } from '../../src/app/stores.ts';
import { systemClock } from '../../src/clock.ts';
import { notingLogger } from '../system/slack-support.ts';
import type { DatabaseKind } from './database-for-test.ts';
import { openPortal, type PortalGround } from './portal-for-test.ts';
import { findPostgres, type PostgresServer, startPostgres } from './postgres-server.ts';
import { filesBelow } from './raw-bytes.ts';
import { configOf } from './workplace.ts';

export type RawGround = PortalGround & {
  log(): string;
  /** Everything is on the disk, as far as a program can ask for it: pages, write-ahead log, RDB and AOF. */
  settle(): Promise<void>;
  /** Every file that the program, its database and its queue have written, temporary ones included. */
  files(): string[];
  /** A full copy of database and media as they are now. Resolves with what opens it, with the master key and the keys that there are by then. */
  copy(): Promise<() => Promise<Stores>>;
  /** The names of all keys in the queue's Redis. */
  queueKeys(): Promise<string[]>;
};

export async function openRawGround(kind: DatabaseKind): Promise<RawGround> {
  const bin = kind === 'PostgreSQL' ? findPostgres() : null;
  const server = bin ? await startPostgres(bin) : null;
  const log = notingLogger();
  const temporary = mkdtempSync(join(tmpdir(), 'adw-'));
  // The sandbox's workers are somebody else, and pass through it.
  chmodSync(temporary, 0o711);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = temporary;
  const on = await openPortal({ LOG_LEVEL: 'debug', ...(server ? { DATABASE_URL: server.url } : {}) }, { log });
  const data = on.environment['DATA_DIR'] ?? '';
  const inRedis = async <Answer>(ask: (client: Redis) => Promise<Answer>): Promise<Answer> => {
    const owner = JSON.parse(await readFile(join(data, 'redis', 'adwright-redis.json'), 'utf8'));
    const client = new Redis({ path: owner.socket });
    return ask(client).finally(() => client.disconnect());
  };
  const settle = async (): Promise<void> => {
    await on.held.app.stores.database.connection.prisma.$executeRawUnsafe('CHECKPOINT');
    await inRedis((client) => client.save());
  };
  return {
    ...on,
    log: () => log.text(),
    settle,
    files: () => [...filesBelow(on.folder), ...filesBelow(temporary), ...(server ? filesBelow(server.folder) : [])],
    async copy() {
      await settle();
      const folder = join(on.folder, 'earlier');
      mkdirSync(folder);
      cpSync(join(data, 'media'), join(folder, 'media'), { recursive: true });
      const database = server && bin ? await copyServer(server, bin) : null;
      if (!database) cpSync(join(data, 'database'), join(folder, 'database'), { recursive: true });
      const keys = pathToFileURL(join(data, 'keys')).href;
      const environment = {
        ...on.environment,
        DATA_DIR: folder,
        KEYS_URL: keys,
        ...(database ? { DATABASE_URL: database } : {}),
      };
      return () => openStores(configOf(environment), systemClock);
    },
    queueKeys: () => inRedis((client) => client.keys('*')),
    close: async () => {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
      await on.close();
      await server?.remove();
      rmSync(temporary, { recursive: true, force: true });
    },
  };
}

/** Into a second database of the same server; resolves with its address. */
async function copyServer({ url }: PostgresServer, bin: string): Promise<string> {
  const copy = url.replace(/\/postgres$/u, '/earlier');
  const psql = (at: string, input: string | Buffer) =>
    execFileSync(join(bin, 'psql'), ['-q', '-v', 'ON_ERROR_STOP=1', '-d', at], { input, stdio: ['pipe', 'ignore', 'inherit'] });
  psql(url, 'CREATE DATABASE earlier');
  psql(copy, execFileSync(join(bin, 'pg_dump'), ['-d', url], { maxBuffer: 1e9 }));
  return copy;
}
