import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { describe, expect, it } from 'vitest';
import { checksumOf, type Migration, migrate, readMigrations } from '../../adapters/postgres/migrate.ts';
import { missingMigration } from '../../prisma/schema-engine.ts';

const connectionTo = (database: PGlite) => ({
  run: async (sql: string) => void (await database.exec(sql)),
  rows: async (sql: string) => (await database.query<Record<string, unknown>>(sql)).rows,
});

const good: Migration = { name: '0001_a', sql: 'CREATE TABLE "A" (id int);' };

describe('migrations', () => {
  it('agree with the schema', async () => {
    expect(await missingMigration()).toBe('');
  });

  it('would be found out if they did not agree', async () => {
    const schema = readFileSync(new URL('../../prisma/schema.prisma', import.meta.url), 'utf8');
    expect(await missingMigration(`${schema}\nmodel Extra {\n  id String @id\n}\n`)).toContain('CREATE TABLE "Extra"');
  });

  it('are applied once and recorded the way Prisma does', async () => {
    const database = new PGlite();
    const migrations = readMigrations();
    expect(await migrate(connectionTo(database))).toEqual(migrations.map((migration) => migration.name));
    expect(await migrate(connectionTo(database))).toEqual([]);
    const { rows } = await database.query(
      'SELECT migration_name, checksum, applied_steps_count, finished_at IS NOT NULL AS done FROM _prisma_migrations',
    );
    expect(rows).toEqual(
      migrations.map((migration) => ({
        migration_name: migration.name,
        checksum: checksumOf(migration),
        applied_steps_count: 1,
        done: true,
      })),
    );
    await database.close();
  });

  it('leave nothing behind when one fails half way', async () => {
    const database = new PGlite();
    const bad: Migration = { name: '0002_b', sql: 'CREATE TABLE "B" (id int); SELECT nonsense;' };
    const connection = connectionTo(database);
    const careful = {
      ...connection,
      run: async (sql: string) => {
        try {
          await connection.run(sql);
        } catch (error) {
          await connection.run('ROLLBACK');
          throw error;
        }
      },
    };
    await expect(migrate(careful, [good, bad])).rejects.toThrow(/nonsense/);
    const { rows } = await database.query(`SELECT table_name FROM information_schema.tables WHERE table_name IN ('A', 'B')`);
    expect(rows).toEqual([{ table_name: 'A' }]);
    await database.close();
  });

  it('refuse an edited migration and a database of a newer version', async () => {
    const database = new PGlite();
    await migrate(connectionTo(database), [good]);
    await expect(migrate(connectionTo(database), [{ ...good, sql: `${good.sql} ` }])).rejects.toThrow(/edited/);
    await expect(migrate(connectionTo(database), [])).rejects.toThrow(/newer version/);
    await database.close();
  });
});
