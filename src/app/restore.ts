/** `npm run restore`: brings a backup back while the program is stopped, and erases again what was erased since. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readKeyCopy } from '../../adapters/backup/key-copy.ts';
import { readBackup, type StoredBackup } from '../../adapters/backup/read-backup.ts';
import { takeDatabase } from '../../adapters/postgres/presence.ts';
import { addMissing, replaceRest } from '../backup/restore-media.ts';
import type { Keyless } from '../chat/privacy/erase-keyless.ts';
import { systemClock } from '../clock.ts';
import type { KeyStore } from '../privacy/keyring.ts';
import { type Config, isEmbedded } from './config.ts';
import { controlPath } from './control.ts';
import { checkPrograms, loadDatabase, targetProblem } from './load-database.ts';
import { takeFolder } from './lock.ts';
import { openKeys } from './open-keys.ts';
import { configOrExit, main } from './run.ts';
import { StartProblem } from './start-problem.ts';
import { openKeyStore, openSealedMedia } from './stores.ts';

const usage = `Usage: npm run restore -- --from DIR [--keys-from DIR] [--replace]
  --from       the folder of the backups (the newest is taken), or of a single one
  --keys-from  the folder with the copy of the keys; only when the key store is lost
  --replace    take the place of what is there
`;

type Wanted = { from: string | null; keysFrom: string | null; replace: boolean };
type Say = (line: string) => void;

const say: Say = (line) => void process.stdout.write(`${line}\n`);

const notItsKeys =
  'The key store does not hold the keys of this backup. Point KEYS_URL (or DATA_DIR) to the right one, or bring its copy back with --keys-from DIR. Nothing was changed.';
const keysThere =
  'The key store holds keys already. A copy never takes their place: it could bring back what was destroyed since. Leave --keys-from away; if those keys are of something else, move them away first.';

await main(async () => {
  const wanted = readArguments();
  if (!wanted) {
    process.stderr.write(usage);
    return 2;
  }
  const config = configOrExit();
  const release = await takeAll(config);
  const keys = openKeyStore(config);
  try {
    const backup = wanted.from === null ? null : await checkedBackup(wanted.from, config);
    const problem = backup && !wanted.replace ? await targetProblem(config) : null;
    if (problem) throw new StartProblem(problem);
    if (wanted.keysFrom !== null) await restoreKeys(keys, wanted.keysFrom);
    await openKeys(config, { keys, rows: null, clock: systemClock });
    if (!backup) return 0;
    if ((await keys.read(`system:installation:${backup.manifest.installation}`)) === null) throw new StartProblem(notItsKeys);
    await checkPrograms(config, backup);
    const media = openSealedMedia(config);
    const there = await addMissing(media, backup);
    tellErased(await loadDatabase(config, { backup, keys }));
    await replaceRest(media, backup, there);
    say(`${backup.media.length} files were brought back.`);
    say(
      'Restored. Requests of the last day and sign-ins were not brought back, and nobody agrees to a partner: all are asked again.',
    );
    say('Start with: npm start');
    return 0;
  } finally {
    await keys.close();
    await release();
  }
});

function readArguments(): Wanted | null {
  try {
    const { values } = parseArgs({
      options: { from: { type: 'string' }, 'keys-from': { type: 'string' }, replace: { type: 'boolean' } },
    });
    const [from, keysFrom] = [values.from, values['keys-from']].map((path) => (path ? resolve(path) : null));
    return from || keysFrom ? { from: from ?? null, keysFrom: keysFrom ?? null, replace: values.replace === true } : null;
  } catch {
    return null;
  }
}

/** Nothing else runs on this data, here or elsewhere, until it is released. */
async function takeAll(config: Config): Promise<() => Promise<void>> {
  const lock = isEmbedded(config) ? takeFolder(config.dataDir, controlPath(config.dataDir, config.runtimeDir)) : null;
  const free = async (): Promise<void> => lock?.release();
  if (!config.databaseUrl) return free;
  const taken = await takeDatabase(config.databaseUrl).catch(async (error: unknown) => {
    await free();
    throw error;
  });
  if (!taken) {
    await free();
    throw new StartProblem('Adwright runs on this database, here or on another machine. Stop all of it first.');
  }
  return async () => {
    await taken.release();
    await free();
  };
}

async function checkedBackup(from: string, config: Config): Promise<StoredBackup> {
  const backup = await readBackup(from);
  if (!backup) throw new StartProblem(`There is no finished backup in ${from}.`);
  const { madeAt, database } = backup.manifest;
  if ((database === 'server') !== (config.databaseUrl !== undefined)) {
    throw new StartProblem(
      database === 'server'
        ? 'This backup is of a PostgreSQL server: set DATABASE_URL to the one it is for.'
        : 'This backup is of the embedded database: it cannot be loaded into the server that DATABASE_URL names. Remove that setting.',
    );
  }
  say(`Checking the backup of ${new Date(madeAt).toISOString()} …`);
  const damaged = await backup.damaged();
  if (damaged !== null)
    throw new StartProblem(
      `The backup is damaged: ${damaged} is missing or is not what was written. Nothing was changed. Take an earlier one.`,
    );
  return backup;
}

/** Only into an empty key store, or on where it was cut off: an older copy over newer keys would bring back what was destroyed. */
async function restoreKeys(keys: KeyStore, from: string): Promise<void> {
  const copy = await readKeyCopy(from).catch(() => {
    throw new StartProblem(`The copy of the keys in ${from} is damaged. Nothing was changed.`);
  });
  if (!copy) throw new StartProblem(`There is no copy of the keys in ${from}.`);
  for await (const scope of keys.list('')) {
    const [here, there] = [await keys.read(scope), copy.keys.get(scope)];
    if (here && (!there || Buffer.compare(here, there) !== 0)) throw new StartProblem(keysThere);
  }
  for (const [scope, wrapped] of copy.keys) await keys.add(scope, wrapped);
  say(
    `${copy.keys.size} keys of ${new Date(copy.madeAt).toISOString()} were brought back. What was erased after that time must be erased again.`,
  );
}

function tellErased({ credentials, 'kit-facts': kits, ...erased }: Keyless): void {
  const told = Object.entries(erased).map(([kind, count]) => `${kind} ${count}`);
  if (told.length > 0) say(`Erased again, because their keys were destroyed after the backup was made: ${told.join(', ')}.`);
  if (credentials)
    say(
      `Gone, because people changed what they sign in to the portal with after the backup was made: ${credentials}. They register anew.`,
    );
  if (kits) say(`Brand kits that are gone, because they were changed after the backup was made: ${kits}. Make them anew.`);
}
