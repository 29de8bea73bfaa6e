/** Opens a backup and proves that it is whole. */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Manifest, manifestSchema } from '../../src/backup/backup.ts';
import type { Bytes } from '../../src/generation/ports.ts';
import { parseSums, sumOf } from './file-sums.ts';
import { createShelf, manifestFile, sumsFile } from './shelf.ts';

export type StoredBackup = {
  folder: string;
  manifest: Manifest;
  /** Names of its media: area and id. */
  media: string[];
  readMedia(name: string): Bytes;
  /** The first file that is missing or not as it was written, or null. Reads everything. */
  damaged(): Promise<string | null>;
};

const mediaName = /^media\/([a-z]+\/[A-Za-z0-9_-]{1,120})$/;

/** The newest of a folder with backups, or the one whose own folder it is; null when there is none. */
export async function readBackup(folder: string): Promise<StoredBackup | null> {
  const own = await readFile(join(folder, manifestFile), 'utf8').catch(() => null);
  if (own === null) {
    const newest = (await createShelf(folder).list()).at(-1);
    return newest ? readBackup(join(folder, newest.name)) : null;
  }
  const manifest = manifestSchema.parse(JSON.parse(own));
  const sums = parseSums(await readFile(join(folder, sumsFile), 'utf8').catch(() => ''));
  return {
    folder,
    manifest,
    media: [...sums.keys()].flatMap((path) => path.match(mediaName)?.[1] ?? []),
    readMedia: (name) => createReadStream(join(folder, 'media', name), { highWaterMark: 262_144 }),
    async damaged() {
      if ((await sumOrNone(join(folder, sumsFile))) !== manifest.sums || sums.size !== manifest.files) return sumsFile;
      for (const [path, sha256] of sums) if ((await sumOrNone(join(folder, path))) !== sha256) return path;
      return null;
    },
  };
}

const sumOrNone = async (path: string): Promise<string | null> => {
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? sumOf(path) : null;
};
