/** `npm run migration -- NAME`: writes the SQL that leads from the committed migrations to the schema. Read it before you commit it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrationNames, missingMigration, prismaFolder } from './schema-engine.ts';

const name = process.argv[2] ?? 'change';
const sql = await missingMigration();
if (sql.trim() === '') {
  process.stdout.write('Schema and migrations agree: nothing to do.\n');
} else {
  const number = String(migrationNames().length + 1).padStart(4, '0');
  const folder = join(prismaFolder, 'migrations', `${number}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), sql);
  process.stdout.write(`Wrote prisma/migrations/${number}_${name}/migration.sql\n`);
}
