/** Applies the committed migrations in order, each in one transaction, and records them the way Prisma does. */
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One dedicated connection: several statements in one call, answers rows of the last. */
export type MigrationConnection = {
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<Record<string, unknown>[]>;
};

export type Migration = { name: string; sql: string };

const migrationsFolder = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

export function readMigrations(folder = migrationsFolder): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }));
}

export const checksumOf = (migration: Migration): string => createHash('sha256').update(migration.sql).digest('hex');

/** Same columns as Prisma's own table, so that its tools can read the history. */
const historyTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`;

const lockKey = 727_001_914;

/** Resolves with the names applied now. Throws when the database holds an edited migration, or one this version does not know. */
export async function migrate(connection: MigrationConnection, migrations: Migration[] = readMigrations()): Promise<string[]> {
  await connection.run(`SELECT pg_advisory_lock(${lockKey})`);
  try {
    await connection.run(historyTable);
    const history = await connection.rows(
      'SELECT "migration_name", "checksum" FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL',
    );
    const applied = new Map(history.map((row) => [String(row['migration_name']), String(row['checksum'])]));
    refuseForeign(applied, migrations);
    const missing = migrations.filter((migration) => !applied.has(migration.name));
    for (const migration of missing) await connection.run(inOneTransaction(migration));
    return missing.map((migration) => migration.name);
  } finally {
    await connection.run(`SELECT pg_advisory_unlock(${lockKey})`);
  }
}

function refuseForeign(applied: Map<string, string>, migrations: Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, checksumOf(migration)]));
  for (const [name, checksum] of applied) {
    const expected = known.get(name);
    if (expected === undefined) {
      throw new Error(
        `The database was changed by a newer version (migration ${name} is not known here). Start that version, or restore a backup.`,
      );
    }
    if (expected !== checksum) throw new Error(`Migration ${name} was edited after it was applied. Restore the original file.`);
  }
}

/** Names come from folder names of this repository: letters, digits and underscores. */
function inOneTransaction(migration: Migration): string {
  if (!/^\w+$/.test(migration.name)) throw new Error(`Migration folder ${migration.name} has an unusable name.`);
  return `BEGIN;
${migration.sql}
;INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "applied_steps_count")
VALUES ('${randomUUID()}', '${checksumOf(migration)}', now(), '${migration.name}', 1);
COMMIT;`;
}
