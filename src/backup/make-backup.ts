/** Makes a backup: first the rows, then the media. What is erased meanwhile is missing in it, and what comes is not needed by its rows. */
import type { Clock } from '../clock.ts';
import type { Bytes } from '../generation/ports.ts';
import { type DatabaseKind, type Draft, databaseFile, type Manifest, mediaPath, type SealedMedia, type Shelf } from './backup.ts';

export type Source = { database: DatabaseKind; installation: string; copyDatabase(): Bytes; media: SealedMedia };

const dayMs = 86_400_000;

export type Made = { name: string; manifest: Manifest; newFiles: number; removed: number };

/** Backups older than `days` go once the new one is there. */
export async function makeBackup(
  { source, shelf, clock }: { source: Source; shelf: Shelf; clock: Clock },
  { days, signal }: { days: number; signal: AbortSignal },
): Promise<Made> {
  const madeAt = clock.now();
  const name = `backup-${new Date(madeAt).toISOString().replaceAll(':', '-')}`;
  const draft = await shelf.begin(name);
  try {
    await draft.add(databaseFile[source.database], source.copyDatabase());
    const newFiles = await copyMedia(source.media, draft, signal);
    const manifest = await draft.finish({ madeAt, installation: source.installation, database: source.database });
    return { name, manifest, newFiles, removed: await removeOlder(shelf, madeAt - days * dayMs, name) };
  } catch (error) {
    await draft.discard();
    throw error;
  }
}

/** The copies of what people took along are made for a moment only. */
const isKept = ({ name }: { name: string }): boolean => !name.startsWith('exports/');

async function copyMedia(media: SealedMedia, draft: Draft, signal: AbortSignal): Promise<number> {
  let count = 0;
  for await (const file of media.list()) {
    signal.throwIfAborted();
    if (!isKept(file) || (await draft.takeOver(mediaPath(file.name), file))) continue;
    const bytes = await media.read(file.name);
    if (!bytes) continue;
    await draft.add(mediaPath(file.name), bytes, file.changedAt);
    count += 1;
  }
  return count;
}

async function removeOlder(shelf: Shelf, before: number, newest: string): Promise<number> {
  const old = (await shelf.list()).filter(({ name, madeAt }) => name !== newest && madeAt < before);
  for (const { name } of old) await shelf.remove(name);
  return old.length;
}
