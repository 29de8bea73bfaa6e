import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const vendors = /slack|discord|\bkie\b|gemini|seedance|bytedance|kling/i;
/** What two outside systems of this very machine share. */
const allowedBetween = new Set([
  // Both stores speak to S3 through the same small client, and write folders to the disk in the same way.
  'adapters/key-store/s3-key-store.ts -> adapters/media-store/s3-bucket.ts',
  'adapters/key-store/s3-key-store.ts -> adapters/media-store/s3-requests.ts',
  'adapters/key-store/refuse-keepers.ts -> adapters/media-store/s3-bucket.ts',
  'adapters/key-store/refuse-keepers.ts -> adapters/media-store/s3-requests.ts',
  'adapters/key-store/disk-key-store.ts -> adapters/media-store/sync-folder.ts',
  // Both start programs of this machine: they find them in one way, and sweep what a killed process left in one way.
  'adapters/redis/private-redis.ts -> adapters/sandbox/find-program.ts',
  'adapters/redis/private-redis.ts -> adapters/sandbox/own-folder.ts',
]);

function files(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'generated' ? [] : files(path);
    return /\.(ts|mjs)$/.test(entry.name) ? [path] : [];
  });
}

const importPattern = /^(?:import|export|\}).*?\bfrom '([^']+)';$|^import '([^']+)';$|\bimport\('([^']+)'\)/gm;

const importsOf = (path: string): string[] =>
  [...readFileSync(join(root, path), 'utf8').matchAll(importPattern)].flatMap((match) => match[1] ?? match[2] ?? match[3] ?? []);

const target = (path: string, specifier: string): string =>
  specifier.startsWith('.') ? relative(root, join(root, path, '..', specifier)) : specifier;

const sources = files('src');
const core = sources.filter((path) => !path.startsWith('src/app/'));
const adapters = files('adapters');

/** Top floor first; a floor imports only lower floors. */
const floors = ['src/chat/', 'src/brand/', 'src/backup/', 'src/generation/', 'src/accounts/', 'src/privacy/', 'src/usage/'];
/** Passwords are hashed by one file of the accounts. */
const allowedPackages = (path: string): string[] => [
  'zod',
  'node:crypto',
  ...(path === 'src/accounts/bcrypt-hasher.ts' ? ['bcrypt'] : []),
];

describe('the house', () => {
  it('finds its floors', () => {
    expect(core.length).toBeGreaterThan(20);
    expect(adapters.length).toBeGreaterThan(50);
    expect(sources.flatMap(importsOf).length).toBeGreaterThan(200);
  });

  it.each(core)('%s names no vendor and does no input or output', (path) => {
    expect(readFileSync(join(root, path), 'utf8')).not.toMatch(vendors);
    for (const specifier of importsOf(path)) {
      const to = target(path, specifier);
      if (specifier.startsWith('.')) expect(to).toMatch(/^src\/(?!app\/)/);
      else expect(allowedPackages(path)).toContain(specifier);
    }
  });

  it.each(core)('%s imports only lower floors', (path) => {
    const own = floors.findIndex((floor) => path.startsWith(floor));
    for (const specifier of importsOf(path)) {
      const other = floors.findIndex((floor) => target(path, specifier).startsWith(floor));
      if (own >= 0 && other >= 0) expect(other, `${path} imports ${specifier}`).toBeGreaterThanOrEqual(own);
      if (own < 0) expect(other, `${path} imports ${specifier}`).toBe(-1);
    }
  });

  it.each(adapters)('%s knows ports and its own outside system, no other adapter, and not the shell', (path) => {
    const own = path.split('/').slice(0, 2).join('/');
    for (const specifier of importsOf(path).filter((one) => one.startsWith('.'))) {
      const to = target(path, specifier);
      expect(to).not.toMatch(/^src\/app\//);
      if (to.startsWith('adapters/') && !to.startsWith(`${own}/`))
        expect(allowedBetween, `${path} -> ${to}`).toContain(`${path} -> ${to}`);
    }
  });

  it.each([...sources, ...adapters])('%s stays short', (path) => {
    const lines = readFileSync(join(root, path), 'utf8').split('\n').length;
    expect(lines).toBeLessThanOrEqual(300);
  });

  it('keeps grab-bag names out', () => {
    for (const path of [...sources, ...adapters])
      expect(path).not.toMatch(/(^|\/)(utils?|helpers?|common|lib|misc|manager|service)(\/|\.|-|$)/);
  });

  it('reads the environment in one place', () => {
    const readers = [...sources, ...adapters].filter((path) => /process\.env/.test(readFileSync(join(root, path), 'utf8')));
    expect(readers.filter((path) => !path.startsWith('src/app/'))).toEqual([]);
  });

  it('has one folder per outside system, each with its declaration of personal data', () => {
    const folders = readdirSync(join(root, 'adapters')).filter((name) => statSync(join(root, 'adapters', name)).isDirectory());
    const undeclared = folders.filter(
      (name) => !files(join('adapters', name)).some((path) => /personalData/i.test(readFileSync(join(root, path), 'utf8'))),
    );
    expect(undeclared).toEqual(['playground']);
  });
});
