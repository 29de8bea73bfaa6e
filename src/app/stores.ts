/** From configuration to the stores: keys, bytes and rows, embedded or on servers. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDiskKeyStore } from '../../adapters/key-store/disk-key-store.ts';
import { createS3KeyStore } from '../../adapters/key-store/s3-key-store.ts';
import { createDiskMediaStore } from '../../adapters/media-store/disk-media-store.ts';
import { createS3MediaStore } from '../../adapters/media-store/s3-media-store.ts';
import { type Connection, connectEmbedded, connectServer } from '../../adapters/postgres/connect.ts';
import { createDatabase, type Database } from '../../adapters/postgres/database.ts';
import type { Clock } from '../clock.ts';
import { AppError } from '../errors.ts';
import type { MediaStore } from '../generation/ports.ts';
import { randomId } from '../ids.ts';
import { createKeyring, type Keyring, type KeyStore } from '../privacy/keyring.ts';
import type { Config } from './config.ts';
import { readMasterKey } from './master-key.ts';
import { StartProblem } from './start-problem.ts';

export type Stores = { keys: KeyStore; keyring: Keyring; media: MediaStore; database: Database };

export function openKeyStore(config: Config): KeyStore {
  const url = config.keysUrl;
  if (url?.startsWith('s3:') && config.s3) return createS3KeyStore({ url, credentials: config.s3 });
  return createDiskKeyStore({ folder: url ? fileURLToPath(url) : join(config.dataDir, 'keys') });
}

export function openMediaStore(config: Config): MediaStore {
  const url = config.mediaUrl;
  if (url?.startsWith('s3:') && config.s3) return createS3MediaStore({ url, credentials: config.s3 });
  return createDiskMediaStore({ folder: url ? fileURLToPath(url) : join(config.dataDir, 'media') });
}

export async function openKeyring(config: Config, keys: KeyStore, clock: Clock): Promise<Keyring> {
  const hasData = (await keys.read('system:lookup')) !== null;
  const masterKey = readMasterKey({ given: config.masterKey, stateDir: config.stateDir, hasData });
  const keyring = createKeyring({ store: keys, masterKey, clock, randomBytes });
  try {
    await keyring.lookup('start', 'check');
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'sealed-value-damaged') throw error;
    throw new StartProblem(
      'The master key is not the one this data was made with. Set ADWRIGHT_MASTER_KEY to the old one, or move the data folder away.',
    );
  }
  return keyring;
}

export const openConnection = (config: Config): Promise<Connection> =>
  config.databaseUrl ? connectServer(config.databaseUrl) : connectEmbedded(join(config.dataDir, 'database'));

export async function openStores(config: Config, clock: Clock): Promise<Stores> {
  const keys = openKeyStore(config);
  const keyring = await openKeyring(config, keys, clock);
  const database = createDatabase(await openConnection(config), { keyring, clock, newId: randomId });
  return { keys, keyring, media: openMediaStore(config), database };
}
