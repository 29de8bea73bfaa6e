/** Temporary folders that carry their owner's process number, so that what a killed program left is removed by the next one. */
import { lstat, mkdtemp, readdir, readFile, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from '../../src/is-alive.ts';

/** The first of these folders from which programs may be run; hardened systems forbid it for the temporary one. */
export async function executableFolder(candidates: readonly string[]): Promise<string> {
  const mounts = (await readFile('/proc/self/mounts', 'utf8').catch(() => ''))
    .split('\n')
    .map((line) => line.split(' '))
    .map(([, place = '', , options = '']) => ({ place, mayRun: !options.split(',').includes('noexec') }));
  const mayRun = async (folder: string): Promise<boolean> => {
    const path = await realpath(folder).catch(() => null);
    if (!path) return false;
    const around = mounts.filter(({ place }) => place === '/' || path === place || path.startsWith(`${place}/`));
    return around.sort((a, b) => b.place.length - a.place.length)[0]?.mayRun ?? true;
  };
  for (const folder of candidates) if (await mayRun(folder)) return folder;
  return candidates[0] ?? '/tmp';
}

/** `beforeSweep`: ends what a killed process left running in its folder; false when something still lives there, and it stays. */
export type OwnFolder = { parent: string; prefix: string; beforeSweep?: (folder: string) => Promise<boolean> };

export async function makeOwnFolder(wish: OwnFolder): Promise<string> {
  const space = await processSpace();
  await sweepLeftOver(wish, space);
  return mkdtemp(join(wish.parent, `${wish.prefix}-${space}-${process.pid}-`));
}

/** Process ids mean nothing in another container: only folders made in the same one are ever swept. */
async function processSpace(): Promise<string> {
  const name = await readlink('/proc/self/ns/pid').catch(() => '');
  return /\d+/.exec(name)?.[0] ?? '0';
}

/** Removes what a killed process could not remove by itself. */
async function sweepLeftOver({ parent, prefix, beforeSweep }: OwnFolder, space: string): Promise<void> {
  const pattern = new RegExp(`^${prefix}-${space}-(\\d+)-\\w+$`);
  for (const name of await readdir(parent)) {
    const pid = Number(pattern.exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    const folder = join(parent, name);
    const found = await lstat(folder).catch(() => null);
    if (!found?.isDirectory() || found.uid !== process.getuid?.()) continue;
    if (!beforeSweep || (await beforeSweep(folder))) await rm(folder, { recursive: true, force: true });
  }
}
