/** Opens the keys of a database and makes sure that they are its own: new ones are never made over data that needs others. */
import { randomBytes } from 'node:crypto';
import type { Connection } from '../../adapters/postgres/connect.ts';
import type { Clock } from '../clock.ts';
import { AppError } from '../errors.ts';
import { createKeyring, type Keyring, type KeyScope, type KeyStore } from '../privacy/keyring.ts';
import type { MasterKeys } from '../privacy/wrapped-key.ts';
import type { Config } from './config.ts';
import { readMasterKeys } from './master-key.ts';
import { StartProblem } from './start-problem.ts';

type Rows = Pick<Connection['prisma'], 'owner' | 'installation'>;
export type OpenedKeys = { keyring: Keyring; masterKeys: MasterKeys };

/** `rows`: null where the database cannot be asked; then nothing is made. */
export async function openKeys(
  config: Config,
  { keys, rows, clock }: { keys: KeyStore; rows: Rows | null; clock: Clock },
): Promise<OpenedKeys> {
  const isEmpty = (await keys.read('system:lookup')) === null;
  const owners = rows ? await rows.owner.findMany({ take: 20, orderBy: { createdAt: 'desc' }, select: { id: true } }) : [];
  if (isEmpty && (!rows || owners.length > 0)) throw new StartProblem(rows ? otherKeys : noKeysYet);
  const masterKeys = readMasterKeys(config, { hasData: !isEmpty });
  const keyring = createKeyring({ store: keys, masterKeys, clock, randomBytes });
  if (isEmpty) await keyring.lookup('start', 'check');
  await refuseWrongMaster(keys, keyring);
  if (rows) await claimKeys({ keys, keyring, rows, ownerIds: owners.map(({ id }) => id) });
  return { keyring, masterKeys };
}

/** Every key of the system is a check value: the first and the last to be wrapped anew in a rotation are among them. */
export async function refuseWrongMaster(keys: KeyStore, keyring: Keyring): Promise<void> {
  let opened = 0;
  let refused = 0;
  for await (const scope of keys.list('system:')) {
    try {
      await keyring.open(scope as KeyScope);
      opened += 1;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'master-key-unknown') refused += 1;
      // Of a rotation that ends in this moment.
      else if (error.code !== 'key-erased') throw error;
    }
  }
  if (refused > 0) throw new StartProblem(opened > 0 ? halfRotated : wrongMaster);
}

/** The key store carries the name of the database; one that is older than this custom is known by its owners. */
async function claimKeys(own: { keys: KeyStore; keyring: Keyring; rows: Rows; ownerIds: string[] }): Promise<void> {
  const { id } = await own.rows.installation.findFirstOrThrow();
  const scope = `system:installation:${id}` as const;
  if (await own.keys.read(scope)) return;
  const known = await Promise.all(own.ownerIds.map((ownerId) => own.keys.read(`owner:${ownerId}`)));
  if (known.length > 0 && known.every((key) => key === null)) throw new StartProblem(otherKeys);
  await own.keyring.create(scope, 'master');
}

const noKeysYet =
  'There are no keys here. They are made when Adwright starts for the first time (npm start); a copy of them is brought back with: npm run restore -- --keys-from DIR.';
const otherKeys =
  'The database holds data, but the key store does not hold its keys, so nothing could be read. Point KEYS_URL (or DATA_DIR) to the right place, or bring back your copy of the keys: npm run restore -- --keys-from DIR. To begin anew, move the database and the media away as well.';
const wrongMaster =
  'The master key is not the one this data was made with. Set ADWRIGHT_MASTER_KEY (or the key file) to the right one. Without it the stored data cannot be read; to begin anew, move the data folder away.';
const halfRotated =
  'Some keys open with this master key and some do not: it is being rotated. Set ADWRIGHT_MASTER_KEY to the new one and the old one with a comma between (or put both lines into the key file), start again, and end it with: npm run privacy -- rewrap';
