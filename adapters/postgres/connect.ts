/** Opens the database: PGlite in this process for the embedded default, or a PostgreSQL server. */
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { AppError } from '../../src/errors.ts';
import { Prisma, PrismaClient } from './generated/client.ts';
import { type MigrationConnection, migrate } from './migrate.ts';
import { dumpServer } from './server-copy.ts';

export type Connection = {
  prisma: PrismaClient;
  kind: 'embedded' | 'server';
  /** Rejects with `database-unavailable` when a trivial query fails. */
  ping(): Promise<void>;
  /** The whole database as it is at this moment, while others read and write: of an embedded one its folder (tar, gzip), of a server pg_dump's own format. `searchPath`: where PostgreSQL's programs are found. */
  copy(searchPath: string): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
};

/** A failed migration leaves its transaction open on the connection; the next statement must not find it. */
async function orRollback(run: () => Promise<void>, rollback: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    await rollback().catch(() => undefined);
    throw error;
  }
}

/** `folder`: absolute path, or undefined for a database in memory. Only one process may hold a folder: the caller keeps the lock. */
export async function connectEmbedded(folder: string | undefined): Promise<Connection> {
  const [{ PGlite }, { PrismaPGlite }] = await Promise.all([import('@electric-sql/pglite'), import('pglite-prisma-adapter')]);
  const database = await PGlite.create(folder ? { dataDir: folder } : {});
  const connection: MigrationConnection = {
    run: (sql) =>
      orRollback(
        async () => void (await database.exec(sql)),
        () => database.exec('ROLLBACK'),
      ),
    rows: async (sql) => (await database.query<Record<string, unknown>>(sql)).rows,
  };
  await migrate(connection);
  const prisma = guarded(new PrismaClient({ adapter: new PrismaPGlite(database) }));
  return {
    prisma,
    kind: 'embedded',
    ping: () => ping(prisma),
    async *copy() {
      await prisma.$executeRawUnsafe('CHECKPOINT');
      yield* (await database.dumpDataDir('gzip')).stream();
    },
    close: async () => {
      await prisma.$disconnect();
      if (!database.closed) await database.close();
    },
  };
}

/** Deadlines in milliseconds: a server that hangs must not hang a chat's three seconds. */
const deadlines = { connect: 1_500, query: 10_000 } as const;

export async function connectServer(url: string): Promise<Connection> {
  await migrateServer(url);
  const adapter = new PrismaPg({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: deadlines.connect,
    query_timeout: deadlines.query,
    idleTimeoutMillis: 30_000,
  });
  const prisma = guarded(new PrismaClient({ adapter }));
  return {
    prisma,
    kind: 'server',
    ping: () => ping(prisma),
    copy: (searchPath) => dumpServer({ url, searchPath }),
    close: () => prisma.$disconnect(),
  };
}

const ping = async (prisma: PrismaClient): Promise<void> => void (await prisma.owner.count({ take: 1 }));

async function migrateServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw unavailable(error);
  }
  try {
    await migrate({
      run: (sql) =>
        orRollback(
          async () => void (await client.query(sql)),
          () => client.query('ROLLBACK'),
        ),
      rows: async (sql) => (await client.query<Record<string, unknown>>(sql)).rows,
    });
  } finally {
    await client.end();
  }
}

const unavailable = (cause: unknown): AppError =>
  new AppError('database-unavailable', 'The database does not answer.', { retry: 'later', cause });

/** Prisma's own refusals of a request keep their code; everything else is the database not answering. */
function guarded(prisma: PrismaClient): PrismaClient {
  return prisma.$extends({
    query: {
      $allOperations: async ({ args, query }) => {
        try {
          return await query(args);
        } catch (error) {
          if (error instanceof Prisma.PrismaClientKnownRequestError && !isConnectionCode(error.code)) throw error;
          if (error instanceof Prisma.PrismaClientValidationError) throw error;
          throw unavailable(error);
        }
      },
    },
  }) as unknown as PrismaClient;
}

/** P10xx: cannot reach, timed out, closed. P2024: no connection free. P2028: transaction could not start or was lost. */
const isConnectionCode = (code: string): boolean => /^P10/.test(code) || code === 'P2024' || code === 'P2028' || code === 'P2010';

export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
