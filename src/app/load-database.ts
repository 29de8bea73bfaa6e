/** Loads the database of a backup, and takes it into use only when what was erased since is gone from it. */
import { existsSync, readdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredBackup } from '../../adapters/backup/read-backup.ts';
import { type Connection, connectEmbedded, connectServer } from '../../adapters/postgres/connect.ts';
import { createDatabase } from '../../adapters/postgres/database.ts';
import { loadEmbedded } from '../../adapters/postgres/embedded-copy.ts';
import { forgetFleeting, forgetting } from '../../adapters/postgres/fleeting.ts';
import { checkLoader, hasTables, loadServer } from '../../adapters/postgres/server-copy.ts';
import { databaseFile } from '../backup/backup.ts';
import { type EraseKeylessDeps, eraseKeyless, type Keyless } from '../chat/privacy/erase-keyless.ts';
import { systemClock } from '../clock.ts';
import { randomId } from '../ids.ts';
import type { KeyStore } from '../privacy/keyring.ts';
import type { Config } from './config.ts';
import { openKeys } from './open-keys.ts';
import { databaseFolder, openMediaStore, openSealedMedia, restoringFolder } from './stores.ts';

/** Why nothing may be loaded here without being told to replace it; null where nothing is. */
export async function targetProblem(config: Config): Promise<string | null> {
  const folder = databaseFolder(config);
  const isTaken = config.databaseUrl ? await hasTables(config.databaseUrl) : existsSync(folder) && readdirSync(folder).length > 0;
  if (isTaken)
    return 'There is a database already. To put the backup in its place, say so: --replace. What is there now is gone then.';
  for await (const _ of openSealedMedia(config).list())
    return 'There are media already. To put the backup in their place, say so: --replace. What is there now is gone then.';
  return null;
}

const fileOf = ({ folder, manifest }: StoredBackup): string => join(folder, databaseFile[manifest.database]);

/** Rejects where the database could not be loaded, before anything is changed. */
export async function checkPrograms({ databaseUrl, searchPath }: Config, backup: StoredBackup): Promise<void> {
  if (databaseUrl) await checkLoader({ url: databaseUrl, searchPath }, fileOf(backup));
}

export async function loadDatabase(config: Config, from: { backup: StoredBackup; keys: KeyStore }): Promise<Keyless> {
  const file = fileOf(from.backup);
  if (config.databaseUrl) {
    await loadServer({ url: config.databaseUrl, searchPath: config.searchPath }, file, forgetting);
    return tidyUp(config, from.keys, await connectServer(config.databaseUrl));
  }
  const folder = databaseFolder(config);
  const next = restoringFolder(config);
  const before = `${folder}.replaced`;
  await rm(before, { recursive: true, force: true });
  await rm(next, { recursive: true, force: true });
  await loadEmbedded(next, file);
  const erased = await tidyUp(config, from.keys, await connectEmbedded(next));
  if (existsSync(folder)) await rename(folder, before);
  await rename(next, folder);
  await rm(before, { recursive: true, force: true });
  return erased;
}

async function tidyUp(config: Config, keys: KeyStore, connection: Connection): Promise<Keyless> {
  try {
    // On a server it went with the loading, in one transaction.
    if (connection.kind === 'embedded') await forgetFleeting(connection);
    const { keyring } = await openKeys(config, { keys, rows: connection.prisma, clock: systemClock });
    const database = createDatabase(connection, { keyring, clock: systemClock, newId: randomId });
    const deps: EraseKeylessDeps = { ...database, keys, keyring, media: openMediaStore(config) };
    return await eraseKeyless(deps);
  } finally {
    await connection.close();
  }
}
