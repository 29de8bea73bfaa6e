/** Prisma's schema engine as WebAssembly: makes the SQL of a migration and tells whether schema and migrations agree. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { DiffTarget, SchemaEngine } from '@prisma/schema-engine-wasm';
import { PrismaPGlite } from 'pglite-prisma-adapter';

export const prismaFolder = fileURLToPath(new URL('.', import.meta.url));

const filters = { externalTables: [], externalEnums: [] };

/** Declared here because the project's library settings know no browser types. */
const webAssembly = (
  globalThis as unknown as {
    WebAssembly: {
      instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, () => void> } }>;
    };
  }
).WebAssembly;

let loaded: Promise<typeof SchemaEngine> | undefined;

/** One instance per process: the glue keeps the memory of the last one. */
const engineClass = (): Promise<typeof SchemaEngine> => {
  loaded ??= instantiate();
  return loaded;
};

/** The engine's main entry cannot be imported by Node, so its parts are put together by hand. */
async function instantiate(): Promise<typeof SchemaEngine> {
  const require = createRequire(import.meta.url);
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg' as string);
  const file = join(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg'), '..', 'schema_engine_bg.wasm');
  const { instance } = await webAssembly.instantiate(readFileSync(file), { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports['__wbindgen_start']?.();
  return glue.SchemaEngine;
}

export function migrationNames(): string[] {
  return readdirSync(join(prismaFolder, 'migrations'), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    .sort();
}

function migrationsTarget(): DiffTarget {
  return {
    tag: 'migrations',
    baseDir: join(prismaFolder, 'migrations'),
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"' },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames().map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(prismaFolder, 'migrations', name, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

/** The SQL that leads from the committed migrations to `schema` (by default the committed schema). */
export async function missingMigration(schema = readFileSync(join(prismaFolder, 'schema.prisma'), 'utf8')): Promise<string> {
  const Engine = await engineClass();
  const database = new PGlite();
  const factory = bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(database));
  const path = join(prismaFolder, 'schema.prisma');
  const engine = await (
    Engine as unknown as { new: (options: object, log: () => void, adapter: object) => Promise<SchemaEngine> }
  ).new({ datamodels: [[path, schema]] }, () => {}, factory);
  try {
    const result = await engine.diff({
      from: migrationNames().length ? migrationsTarget() : { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files: [{ path, content: schema }], configDir: prismaFolder } as DiffTarget,
      script: true,
      exitCode: true,
      shadowDatabaseUrl: null,
      filters,
    } as Parameters<SchemaEngine['diff']>[0]);
    return result.exitCode === 0 ? '' : (result.stdout ?? '');
  } finally {
    await database.close();
  }
}
