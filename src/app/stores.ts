/** From configuration to the stores: keys, bytes and rows, embedded or on servers. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDiskKeyStore } from '../../adapters/key-store/disk-key-store.ts';
import { createS3KeyStore } from '../../adapters/key-store/s3-key-store.ts';
import { createDiskMediaStore } from '../../adapters/media-store/disk-media-store.ts';
import { createS3MediaStore } from '../../adapters/media-store/s3-media-store.ts';
import { createSealedDiskMedia } from '../../adapters/media-store/sealed-disk-media.ts';
import { createSealedS3Media } from '../../adapters/media-store/sealed-s3-media.ts';
import { type Connection, connectEmbedded, connectServer } from '../../adapters/postgres/connect.ts';
import { createDatabase, type Database } from '../../adapters/postgres/database.ts';
import { announcePresence } from '../../adapters/postgres/presence.ts';
import type { SealedMedia } from '../backup/backup.ts';
import type { Clock } from '../clock.ts';
import type { MediaStore } from '../generation/ports.ts';
import { randomId } from '../ids.ts';
import type { Keyring, KeyStore } from '../privacy/keyring.ts';
import { givenKeys, type MasterKeys } from '../privacy/wrapped-key.ts';
import type { Config, S3Config } from './config.ts';
import { openKeys } from './open-keys.ts';
import { StartProblem } from './start-problem.ts';

export type Stores = { keys: KeyStore; keyring: Keyring; masterKeys: MasterKeys; media: MediaStore; database: Database };

/** The folder of the keys; null where they lie in a bucket. */
export const keysFolder = ({ keysUrl, dataDir }: Config): string | null =>
  keysUrl?.startsWith('s3:') ? null : keysUrl ? fileURLToPath(keysUrl) : join(dataDir, 'keys');

export function openKeyStore(config: Config): KeyStore {
  const folder = keysFolder(config);
  if (folder) return createDiskKeyStore({ folder });
  return createS3KeyStore(bucketOf(config, config.keysUrl));
}

const mediaFolder = ({ mediaUrl, dataDir }: Config): string | null =>
  mediaUrl?.startsWith('s3:') ? null : mediaUrl ? fileURLToPath(mediaUrl) : join(dataDir, 'media');

export function openMediaStore(config: Config): MediaStore {
  const folder = mediaFolder(config);
  return folder ? createDiskMediaStore({ folder }) : createS3MediaStore(bucketOf(config, config.mediaUrl));
}

/** The same media as they lie there. */
export function openSealedMedia(config: Config): SealedMedia {
  const folder = mediaFolder(config);
  return folder ? createSealedDiskMedia({ folder }) : createSealedS3Media(bucketOf(config, config.mediaUrl));
}

function bucketOf({ s3 }: Config, url = ''): { url: string; credentials: S3Config } {
  if (!s3) throw new StartProblem('S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY are needed for s3:// addresses.');
  return { url, credentials: s3 };
}

export const databaseFolder = ({ dataDir }: Config): string => join(dataDir, 'database');

/** Where a restore makes the database ready before it takes the place of the other. */
export const restoringFolder = (config: Config): string => `${databaseFolder(config)}.restoring`;

export async function openConnection(config: Config): Promise<Connection> {
  if (config.databaseUrl) return connectServer(config.databaseUrl);
  const folder = databaseFolder(config);
  // A new database in this moment would hide the one that was being brought back.
  if (!existsSync(folder) && existsSync(restoringFolder(config)))
    throw new StartProblem('A restore was cut off. Run it again to its end: npm run restore -- --from DIR --replace');
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  return connectEmbedded(folder);
}

/** Whoever opens them all is seen by others on the same database server for as long as they are open. */
export async function openStores(config: Config, clock: Clock): Promise<Stores> {
  const opened: { close(): Promise<void> }[] = [];
  const open = async <Part extends { close(): Promise<void> }>(opening: Promise<Part>): Promise<Part> => {
    const part = await opening;
    opened.push(part);
    return part;
  };
  const keys = openKeyStore(config);
  try {
    // A restore must have ended before the database is touched.
    const presence = config.databaseUrl ? await open(announcePresence(config.databaseUrl, clock)) : null;
    const connection = await open(openConnection(config));
    const { keyring, masterKeys } = await openKeys(config, { keys, rows: connection.prisma, clock });
    await presence?.tellKeys(givenKeys(masterKeys));
    const database = createDatabase(connection, { keyring, clock, newId: randomId });
    const close = async (): Promise<void> => {
      await database.close();
      await presence?.close();
    };
    return { keys, keyring, masterKeys, media: openMediaStore(config), database: { ...database, close } };
  } catch (error) {
    for (const part of opened.reverse()) await part.close().catch(() => undefined);
    throw error;
  }
}
