/** An empty embedded database with every migration applied, made once for all suites of a run: each begins with a copy of it. */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, connectEmbedded } from '../../adapters/postgres/connect.ts';

const variable = 'PREPARED_DATABASE';

/** For vitest: before the first suite; what it returns is called after the last. */
export default async function prepare(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'adwright-prepared-'));
  await (await connectEmbedded(join(folder, 'database'))).close();
  process.env[variable] = join(folder, 'database');
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Puts a copy where the program would make its database, which must not be there yet. Outside of vitest the program makes it itself. */
export function layOutDatabase(dataFolder: string): void {
  const prepared = process.env[variable];
  const to = join(dataFolder, 'database');
  if (prepared && !existsSync(to)) cpSync(prepared, to, { recursive: true });
}

/** A database of one's own, which goes when it is closed. */
export async function openPrepared(): Promise<Connection> {
  const folder = mkdtempSync(join(tmpdir(), 'adwright-test-'));
  layOutDatabase(folder);
  const connection = await connectEmbedded(join(folder, 'database'));
  return {
    ...connection,
    async close() {
      await connection.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
