/** Wrapped keys as small files in a folder of their own, so that no backup of the database holds one. */
import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, link, mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, codeOf } from '../../src/errors.ts';
import type { KeyStore } from '../../src/privacy/keyring.ts';
import { syncFolder } from '../media-store/sync-folder.ts';
import { keyStoreName, personalData } from './declaration.ts';
import { checkScope, fileOf, scopeOf } from './scope-name.ts';

const fresh = '.new-';
const gone = '.gone-';
const abandonedMs = 3_600_000;

export function createDiskKeyStore({ folder }: { folder: string }): KeyStore {
  let ready: Promise<void> | null = null;

  /** All work passes here: the folder exists, and errors of the system become ours. */
  const work = async <Result>(deed: () => Promise<Result>): Promise<Result> => {
    try {
      ready ??= prepare(folder).catch((error: unknown) => {
        ready = null;
        throw error;
      });
      await ready;
      return await deed();
    } catch (error) {
      throw errorOf(error);
    }
  };

  const place = (scope: string) => {
    checkScope(scope);
    const group = join(folder, createHash('sha256').update(scope).digest('hex').slice(0, 2));
    return { group, path: join(group, fileOf(scope)) };
  };

  return {
    name: keyStoreName,
    personalData,

    read: (scope) =>
      work(async () => {
        const bytes = await readFile(place(scope).path).catch(nullWhenAbsent);
        return bytes && new Uint8Array(bytes);
      }),

    add: (scope, wrapped) =>
      work(async () => {
        const { group, path } = place(scope);
        const temporary = await writeFresh(group, wrapped);
        try {
          // A link, unlike a rename, fails when the name is taken.
          await link(temporary, path);
        } catch (error) {
          if (codeOf(error) === 'EEXIST') return false;
          throw error;
        } finally {
          await unlink(temporary);
        }
        await syncFolder(group);
        return true;
      }),

    replace: (scope, old, wrapped) =>
      work(async () => {
        const { path } = place(scope);
        const file = await open(path, 'r+').catch(nullWhenAbsent);
        if (!file) return false;
        try {
          return await writeInPlace(file, path, { old, wrapped });
        } finally {
          await file.close();
        }
      }),

    destroy: (scope) =>
      work(async () => {
        const { group, path } = place(scope);
        const aside = join(group, `${gone}${randomBytes(8).toString('hex')}`);
        const moved = await rename(path, aside).then(() => true, nullWhenAbsent);
        if (!moved) return;
        await syncFolder(group);
        await destroyFile(aside);
        await syncFolder(group);
      }),

    async *list(prefix) {
      for (const group of await work(() => readdir(folder))) {
        for (const name of await work(() => readdir(join(folder, group)))) {
          const scope = scopeOf(name);
          if (scope?.startsWith(prefix)) yield scope;
        }
      }
    },

    close: () => Promise.resolve(),
  };
}

async function prepare(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const group of await readdir(folder)) await finishCutOff(join(folder, group));
}

/** Ends what a killed program began: a destruction is completed, a file that never got its name is removed. */
async function finishCutOff(group: string): Promise<void> {
  for (const name of await readdir(group)) {
    const path = join(group, name);
    if (name.startsWith(gone)) await destroyFile(path);
    if (!name.startsWith(fresh)) continue;
    const found = await stat(path).catch(nullWhenAbsent);
    if (found && Date.now() - found.mtimeMs > abandonedMs) await destroyFile(path);
  }
}

async function writeFresh(group: string, bytes: Uint8Array): Promise<string> {
  const isNew = await mkdir(group, { recursive: true, mode: 0o700 });
  if (isNew) await syncFolder(join(group, '..'));
  const path = join(group, `${fresh}${randomBytes(8).toString('hex')}`);
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
    return path;
  } catch (error) {
    await unlink(path);
    throw error;
  } finally {
    await file.close();
  }
}

/** Into the very file, never under a new name: one that is destroyed meanwhile must not come back. Fewer bytes than a sector, so written whole or not at all. */
async function writeInPlace(file: FileHandle, path: string, bytes: { old: Uint8Array; wrapped: Uint8Array }): Promise<boolean> {
  const found = await file.readFile();
  if (Buffer.compare(found, bytes.old) !== 0) return false;
  await file.write(bytes.wrapped, 0, bytes.wrapped.length, 0);
  if (bytes.wrapped.length < found.length) await file.truncate(bytes.wrapped.length);
  await file.sync();
  const [own, named] = [await file.stat(), await stat(path).catch(nullWhenAbsent)];
  if (named?.ino === own.ino) return true;
  await overwrite(file);
  return false;
}

async function destroyFile(path: string): Promise<void> {
  const file = await open(path, 'r+').catch(nullWhenAbsent);
  if (!file) return;
  try {
    await overwrite(file);
  } finally {
    await file.close();
  }
  await unlink(path).catch(nullWhenAbsent);
}

/** In place, so that the bytes on the disk are gone and not only their name. */
async function overwrite(file: FileHandle): Promise<void> {
  const { size } = await file.stat();
  await file.write(Buffer.alloc(size), 0, size, 0);
  await file.sync();
}

function nullWhenAbsent(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null;
  throw error;
}

function errorOf(error: unknown): unknown {
  const code = codeOf(error);
  if (!code || error instanceof AppError) return error;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new AppError('disk-full', 'The disk of the key store is full.', { retry: 'later', cause: error });
  }
  return new AppError('key-store-unavailable', `The key store answered ${code}.`, { retry: 'later', cause: error });
}
