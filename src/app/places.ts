/** Where copies may lie: keys and what they open never in one place, or whoever takes, or keeps, the one has the other. */
import { mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderReason } from '../../adapters/terminal/file-reason.ts';
import type { Config } from './config.ts';
import { StartProblem } from './start-problem.ts';
import { keysFolder } from './stores.ts';

/** Makes the folder where there is none, and follows links. */
export function realFolder(option: string, path: string): string {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return realpathSync(path);
  } catch (error) {
    const reason = folderReason(error);
    if (!reason) throw error;
    throw new StartProblem(`${option} ${path} cannot be used: ${reason}.`);
  }
}

/** `to`, `keysTo`: real paths. */
export function refuseTogether(config: Config, { to, keysTo }: { to: string | null; keysTo: string | null }): void {
  if (to && keysTo && (isWithin(to, keysTo) || areSiblings(to, keysTo))) {
    throw new StartProblem(
      `--to ${to} and --keys-to ${keysTo} lie together. The keys belong where the backups are not: on another disk or machine, so that nobody who has, or keeps, the one has the other.`,
    );
  }
  for (const [option, folder] of [['--to', to] as const, ['--keys-to', keysTo] as const]) {
    const own = folder && ownPlaces(config).find((place) => isWithin(folder, place));
    if (own)
      throw new StartProblem(
        `${option} ${folder} lies together with ${own}, where Adwright itself keeps things. Name a folder elsewhere.`,
      );
  }
}

const ownPlaces = (config: Config): string[] => {
  const media = config.mediaUrl?.startsWith('file:') ? [fileURLToPath(config.mediaUrl)] : [];
  const keys = keysFolder(config);
  return [config.dataDir, config.stateDir, ...media, ...(keys ? [keys] : [])].map(realOr);
};

function realOr(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // Not made yet: nothing can lie in it.
    return path;
  }
}

/** One is the other, or lies in it. */
const isWithin = (a: string, b: string): boolean => holds(a, b) || holds(b, a);

function holds(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  return way === '' || !(way === '..' || way.startsWith('../') || isAbsolute(way));
}

/** Side by side on one disk: whoever copies the folder around them has both. */
const areSiblings = (a: string, b: string): boolean => dirname(a) === dirname(b) && statSync(a).dev === statSync(b).dev;
