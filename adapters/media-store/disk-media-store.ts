/** Encrypted media as files in a folder; an object is there whole or not at all. */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, opendir, readdir, rename, stat, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { AppError, codeOf } from '../../src/errors.ts';
import type { MediaObject, MediaStore } from '../../src/generation/ports.ts';
import { isAlive } from '../../src/is-alive.ts';
import { checkId, mediaStoreName, personalData, placeOf } from './media-place.ts';
import { damaged, decryptSegments, encryptSegments } from './segments.ts';
import { syncFolder } from './sync-folder.ts';
import { type WatchedSource, watchSource } from './watch-source.ts';

const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
/** Tells whose it is, so that what a killed program left can be removed. */
export const unfinishedName = (): string => `${host}-${process.pid}-${randomBytes(8).toString('hex')}`;
const abandonedMs = 24 * 3_600_000;

export function createDiskMediaStore({ folder }: { folder: string }): MediaStore {
  const unfinished = join(folder, 'unfinished');
  let ready: Promise<void> | null = null;

  const work = async <Result>(deed: () => Promise<Result>, source?: WatchedSource): Promise<Result> => {
    try {
      ready ??= prepare(unfinished).catch((error: unknown) => {
        ready = null;
        throw error;
      });
      await ready;
      return await deed();
    } catch (error) {
      throw source?.failed ? error : errorOf(error);
    }
  };

  const pathOf = ({ area, id }: Pick<MediaObject, 'area' | 'id'>) => {
    checkId(id);
    return diskPath(folder, area, id);
  };

  async function* read(object: MediaObject): AsyncGenerator<Uint8Array> {
    const source = createReadStream(pathOf(object), { highWaterMark: 262_144 });
    try {
      yield* decryptSegments(source, { key: object.key, place: placeOf(object) });
    } catch (error) {
      throw isAbsent(error) ? damaged(error) : errorOf(error);
    } finally {
      source.destroy();
    }
  }

  return {
    name: mediaStoreName,
    personalData,

    put(object, bytes) {
      const source = watchSource(bytes);
      return work(async () => {
        const path = pathOf(object);
        const temporary = join(unfinished, unfinishedName());
        try {
          const sealed = encryptSegments(source.bytes, { key: object.key, place: placeOf(object) }, randomBytes);
          await writeDurably(temporary, sealed);
          await makeFolder(folder, dirname(path));
          await rename(temporary, path);
        } catch (error) {
          await unlink(temporary).catch(() => null);
          throw error;
        }
        await syncFolder(dirname(path));
        return source.count;
      }, source);
    },

    get: read,

    erase: (object) =>
      work(async () => {
        const path = pathOf(object);
        try {
          await unlink(path);
        } catch (error) {
          if (isAbsent(error)) return;
          throw error;
        }
        await syncFolder(dirname(path));
      }),

    async *list(area) {
      const groups = await work(() => readdir(join(folder, area)).catch(emptyWhenAbsent));
      for (const group of groups) {
        const entries = await work(() => opendir(join(folder, area, group)));
        for await (const entry of entries) yield entry.name;
      }
    },

    close: () => Promise.resolve(),
  };
}

export const diskPath = (folder: string, area: string, id: string): string =>
  join(folder, area, createHash('sha256').update(id).digest('hex').slice(0, 2), id);

export async function writeDurably(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const segment of bytes) await file.appendFile(segment);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Removes what a killed program could not finish; on a shared disk other computers' work of today is left alone. */
async function prepare(unfinished: string): Promise<void> {
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  const startedAt = Date.now() - process.uptime() * 1_000;
  for (const name of await readdir(unfinished)) {
    const path = join(unfinished, name);
    const found = await stat(path).catch(() => null);
    if (!found) continue;
    const [owner, pid] = name.split('-');
    const isOurs = owner === host && found.mtimeMs < startedAt && (Number(pid) === process.pid || !isAlive(Number(pid)));
    if (isOurs || Date.now() - found.mtimeMs > abandonedMs) await unlink(path).catch(() => null);
  }
}

/** A new folder is only safe from a power cut once the folders around it are written too. */
export async function makeFolder(root: string, path: string): Promise<void> {
  const made = await mkdir(path, { recursive: true, mode: 0o700 });
  if (!made) return;
  await syncFolder(dirname(path));
  await syncFolder(root);
}

const isAbsent = (error: unknown) => codeOf(error) === 'ENOENT';

function emptyWhenAbsent(error: unknown): string[] {
  if (isAbsent(error)) return [];
  throw error;
}

function errorOf(error: unknown): unknown {
  const code = codeOf(error);
  if (!code || error instanceof AppError) return error;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new AppError('disk-full', 'The disk of the media store is full.', { retry: 'later', cause: error });
  }
  return new AppError('media-store-unavailable', `The media store answered ${code}.`, { retry: 'later', cause: error });
}
