/** The folder with all backups, one folder each. A file that is the same as in the backup before is the same file on the disk. */
import { link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Draft, Shelf } from '../../src/backup/backup.ts';
import { manifestSchema } from '../../src/backup/backup.ts';
import { AppError, codeOf } from '../../src/errors.ts';
import { once } from '../../src/generation/contents.ts';
import { isAlive } from '../../src/is-alive.ts';
import { parseSums, sumsText, writeFileWithSum } from './file-sums.ts';

export const sumsFile = 'SHA256SUMS';
export const manifestFile = 'manifest.json';
const unfinished = '.unfinished-';

export function createShelf(folder: string): Shelf {
  const list: Shelf['list'] = async () => {
    const names = await readdir(folder).catch(noneWhenAbsent);
    const found = await Promise.all(names.filter((name) => !name.startsWith('.')).map((name) => readManifest(folder, name)));
    return found.flatMap((one) => one ?? []).sort((a, b) => a.madeAt - b.madeAt);
  };
  return {
    list,
    async begin(name) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await sweep(folder);
      const before = (await list()).at(-1);
      const part = join(folder, `${unfinished}${process.pid}-${name}`);
      await mkdir(part, { mode: 0o700 });
      return createDraft({ part, final: join(folder, name), before: before ? join(folder, before.name) : null });
    },
    async remove(name) {
      // Under another name first: a backup that is half removed must not look like one.
      const aside = join(folder, `${unfinished}${process.pid}-${name}`);
      await rename(join(folder, name), aside);
      await rm(aside, { recursive: true });
    },
  };
}

async function createDraft(places: { part: string; final: string; before: string | null }): Promise<Draft> {
  const { part, final, before } = places;
  const earlier = before ? parseSums(await readFile(join(before, sumsFile), 'utf8')) : new Map<string, string>();
  const sums = new Map<string, string>();
  let bytes = 0;
  return {
    add: (path, content, changedAt) =>
      asOurs(async () => {
        const sum = await writeFileWithSum(join(part, path), content, changedAt);
        sums.set(path, sum.sha256);
        bytes += sum.bytes;
      }),
    takeOver: (path, file) =>
      asOurs(async () => {
        const sha256 = earlier.get(path);
        if (!before || !sha256) return false;
        const found = await stat(join(before, path)).catch(() => null);
        if (!found || found.size !== file.bytes || Math.floor(found.mtimeMs) !== Math.floor(file.changedAt)) return false;
        await mkdir(dirname(join(part, path)), { recursive: true, mode: 0o700 });
        // Some disks know no second name for a file: then it is copied.
        const isTaken = await link(join(before, path), join(part, path)).then(
          () => true,
          () => false,
        );
        if (!isTaken) return false;
        sums.set(path, sha256);
        bytes += file.bytes;
        return true;
      }),
    finish: (made) =>
      asOurs(async () => {
        const text = Buffer.from(sumsText(sums));
        const { sha256 } = await writeFileWithSum(join(part, sumsFile), once(text));
        const manifest = { version: 1 as const, ...made, files: sums.size, bytes, sums: sha256 };
        await writeFileWithSum(join(part, manifestFile), once(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)));
        await rename(part, final);
        await syncFolder(dirname(final));
        return manifest;
      }),
    discard: () => rm(part, { recursive: true, force: true }),
  };
}

async function readManifest(folder: string, name: string): Promise<{ name: string; madeAt: number } | null> {
  try {
    const { madeAt } = manifestSchema.parse(JSON.parse(await readFile(join(folder, name, manifestFile), 'utf8')));
    return { name, madeAt };
  } catch {
    // Something else that lies there is none of ours.
    return null;
  }
}

/** What a killed program left; that of one that still runs is its own. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(unfinished)) continue;
    const pid = Number(name.slice(unfinished.length).split('-')[0]);
    if (pid === process.pid || !isAlive(pid)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function asOurs<Result>(deed: () => Promise<Result>): Promise<Result> {
  try {
    return await deed();
  } catch (error) {
    const code = codeOf(error);
    if (code !== 'ENOSPC' && code !== 'EDQUOT') throw error;
    throw new AppError('disk-full', 'The disk for the backup is full; the backups before are as they were.', {
      retry: 'later',
      cause: error,
    });
  }
}

function noneWhenAbsent(error: unknown): string[] {
  if (codeOf(error) === 'ENOENT') return [];
  throw error;
}
