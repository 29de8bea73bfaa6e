/** The media of a folder as they lie there, encrypted: for copies elsewhere and back. */
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SealedMedia } from '../../src/backup/backup.ts';
import { codeOf } from '../../src/errors.ts';
import { diskPath, makeFolder, unfinishedName, writeDurably } from './disk-media-store.ts';
import { mediaAreas, splitName } from './media-place.ts';
import { syncFolder } from './sync-folder.ts';

export function createSealedDiskMedia({ folder }: { folder: string }): SealedMedia {
  const pathOf = (name: string): string => {
    const { area, id } = splitName(name);
    return diskPath(folder, area, id);
  };
  return {
    async *list() {
      for (const area of mediaAreas) {
        for (const group of await readdir(join(folder, area)).catch(noneWhenAbsent)) {
          for (const id of await readdir(join(folder, area, group))) {
            const found = await stat(join(folder, area, group, id)).catch(() => null);
            if (found) yield { name: `${area}/${id}`, bytes: found.size, changedAt: Math.floor(found.mtimeMs) };
          }
        }
      }
    },
    async read(name) {
      // Held open: what is removed after this can still be read to its end.
      const file = await open(pathOf(name), 'r').catch(nullWhenAbsent);
      return file && createReadStream('', { fd: file, highWaterMark: 262_144 });
    },
    async put(name, bytes) {
      const path = pathOf(name);
      await mkdir(join(folder, 'unfinished'), { recursive: true, mode: 0o700 });
      const temporary = join(folder, 'unfinished', unfinishedName());
      try {
        await writeDurably(temporary, bytes);
        await makeFolder(folder, dirname(path));
        await rename(temporary, path);
      } catch (error) {
        await unlink(temporary).catch(() => null);
        throw error;
      }
      await syncFolder(dirname(path));
    },
    remove: (name) =>
      unlink(pathOf(name))
        .catch(nullWhenAbsent)
        .then(() => undefined),
  };
}

const nullWhenAbsent = (error: unknown): null => {
  if (codeOf(error) === 'ENOENT') return null;
  throw error;
};

const noneWhenAbsent = (error: unknown): string[] => nullWhenAbsent(error) ?? [];
