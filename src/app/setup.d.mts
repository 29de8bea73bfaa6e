/** The deciding parts of the set-up, typed for its tests; the set-up itself must run before any compiler is installed. */
export type Need = 'redis' | 'ffmpeg' | 'sandbox';

type Has = { has(program: string): boolean };
type Package = { version?: string; optional?: boolean; devOptional?: boolean; dev?: boolean };

/** `version` as in `process.versions.node`. */
export function isNodeEnough(version: string): boolean;

/** What npm noted down about node_modules says the same as the lock file; packages for other systems may be absent. */
export function isInstalled(
  lock: { packages: Record<string, Package> },
  installed: { packages: Record<string, Package> } | null,
  options: { dev: boolean },
): boolean;

/** `must`: the script cannot run without it; `should`: it can, with a warning. */
export function findMissing(
  script: string,
  system: Has & { platform: string; redisUrl?: string; ffmpegPath?: string },
): { must: Need[]; should: Need[] };

/** The one command that brings the needs in, or null where no way is known. */
export function installCommand(needs: Need[], system: Has & { platform: string; isRoot: boolean }): string | null;

export function mayInstall(script: string, system: Has & { platform: string; isRoot: boolean; canSudo(): boolean }): boolean;
