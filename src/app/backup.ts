/** `npm run backup`: database and media into one folder, the keys into another, while the program runs or without it. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readValueKeys, writeKeyCopy } from '../../adapters/backup/key-copy.ts';
import { createShelf } from '../../adapters/backup/shelf.ts';
import { connectEmbedded } from '../../adapters/postgres/connect.ts';
import { dumpServer, installationOf } from '../../adapters/postgres/server-copy.ts';
import { type Made, makeBackup, type Source } from '../backup/make-backup.ts';
import { systemClock } from '../clock.ts';
import type { Config } from './config.ts';
import { controlPath } from './control.ts';
import { reachOr, remoteAbout, remoteDatabase } from './control-client.ts';
import { noteKeyCopy } from './key-copy-note.ts';
import { takeFolder } from './lock.ts';
import { realFolder, refuseTogether } from './places.ts';
import { configOrExit, main, stopRequests } from './run.ts';
import { StartProblem } from './start-problem.ts';
import { databaseFolder, openKeyStore, openSealedMedia } from './stores.ts';

const usage = `Usage: npm run backup -- --to DIR [--keys-to DIR]
  --to        a folder for the backups of database and media: a new one each time, those older than BACKUP_DAYS go
  --keys-to   a folder for the one copy of the keys, which is replaced: elsewhere than the backups, and never kept in versions
`;

await main(async () => {
  const wanted = readArguments();
  if (!wanted) {
    process.stderr.write(usage);
    return 2;
  }
  const config = configOrExit();
  if (config.backupDays === 0)
    throw new StartProblem(
      'BACKUP_DAYS is 0: receipts tell people that nothing is kept in backups. Set it to the days that you keep them.',
    );
  const to = realFolder('--to', wanted.to);
  const keysTo = wanted.keysTo === null ? null : realFolder('--keys-to', wanted.keysTo);
  refuseTogether(config, { to, keysTo });
  const signal = stopRequests();
  const { source, close } = await openSource(config, signal);
  const keys = openKeyStore(config);
  try {
    const earlier = keysTo === null ? new Map() : await readValueKeys(keys);
    const shelf = createShelf(to);
    const made = await makeBackup({ source, shelf, clock: systemClock }, { days: config.backupDays, signal });
    process.stdout.write(`${words(to, made)}\n`);
    // After the rows, and with what was there before them: whatever they need is in this copy.
    process.stdout.write(`${await copyKeys(config, { keys, earlier, installation: source.installation }, keysTo)}\n`);
  } finally {
    await keys.close();
    await close();
  }
  return 0;
});

function readArguments(): { to: string; keysTo: string | null } | null {
  try {
    const { values } = parseArgs({ options: { to: { type: 'string' }, 'keys-to': { type: 'string' } } });
    const keysTo = values['keys-to'];
    return values.to ? { to: resolve(values.to), keysTo: keysTo ? resolve(keysTo) : null } : null;
  } catch {
    return null;
  }
}

/** Through the running program where it holds the database; else opened here, and held for as long as it takes. */
async function openSource(config: Config, signal: AbortSignal): Promise<{ source: Source; close(): Promise<void> }> {
  const media = openSealedMedia(config);
  if (config.databaseUrl) {
    const place = { url: config.databaseUrl, searchPath: config.searchPath };
    const installation = await installationOf(place.url);
    const source = { database: 'server' as const, installation, media, copyDatabase: () => dumpServer(place) };
    return { source, close: async () => undefined };
  }
  const take = async () => takeFolder(config.dataDir, controlPath(config.dataDir, config.runtimeDir));
  const reached = await reachOr(config.dataDir, take, signal);
  if ('line' in reached) {
    const { installation } = await remoteAbout(reached.line);
    const copyDatabase = async function* () {
      const again = await reachOr(config.dataDir, async () => null, signal);
      if (!('line' in again)) throw new StartProblem('The running program stopped before the backup was made. Please try again.');
      yield* remoteDatabase(again.line, signal);
    };
    return { source: { database: 'embedded', installation, media, copyDatabase }, close: async () => undefined };
  }
  const connection = await connectEmbedded(databaseFolder(config));
  const { id } = await connection.prisma.installation.findFirstOrThrow();
  const close = async (): Promise<void> => {
    await connection.close();
    reached.taken.release();
  };
  const copyDatabase = () => connection.copy(config.searchPath);
  return { source: { database: 'embedded', installation: id, media, copyDatabase }, close };
}

async function copyKeys(
  { dataDir }: Config,
  from: Omit<Parameters<typeof writeKeyCopy>[1], 'madeAt'>,
  keysTo: string | null,
): Promise<string> {
  if (keysTo === null)
    return 'The keys were NOT copied. Without them the backup cannot be read once the key store is lost: name a folder elsewhere with --keys-to.';
  const madeAt = systemClock.now();
  const count = await writeKeyCopy(keysTo, { ...from, madeAt });
  await noteKeyCopy(dataDir, { madeAt, folder: keysTo });
  return `${count} keys are in ${keysTo}, in place of the copy before. They need the master key, of which you keep a copy yourself.`;
}

function words(to: string, { name, manifest, newFiles, removed }: Made): string {
  const megabytes = (manifest.bytes / 1_000_000).toFixed(1);
  return [
    `${name} is in ${to}: the database and ${manifest.files - 1} files, ${megabytes} MB in all; ${newFiles} files were not in the backup before.`,
    ...(removed > 0 ? [`Older than BACKUP_DAYS and removed: ${removed}.`] : []),
  ].join('\n');
}
