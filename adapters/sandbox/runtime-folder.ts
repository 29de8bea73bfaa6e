/** Prepares the one folder a worker may read: its program in one file and the npm packages it needs. Program code only, never personal data. */
import { existsSync } from 'node:fs';
import { chmod, constants, copyFile, cp, link, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SandboxRuntime } from '../../src/generation/frames.ts';
import { makeOwnFolder } from './own-folder.ts';
import { packageClosure } from './package-closure.ts';

/** Programs that do not lie under /usr and must be carried along, by the name they are started with. */
export type CarriedPrograms = Readonly<Record<string, string>>;

export type RuntimeFolder = { folder: string; remove(): Promise<void> };

const notNeeded = new Set(['.md', '.map', '.ts', '.mts', '.cts', '.scss']);

export async function prepareRuntimeFolder(options: {
  runtime: SandboxRuntime;
  carried: CarriedPrograms;
  parent: string;
}): Promise<RuntimeFolder> {
  const folder = await makeOwnFolder({ parent: options.parent, prefix: 'adwright-runtime' });
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await chmod(folder, 0o755);
    await Promise.all([
      bundle(options.runtime.entry, options.runtime.packages, join(folder, 'worker.mjs')),
      bundle(fileURLToPath(new URL('./escape-probe.ts', import.meta.url)), [], join(folder, 'probe.mjs')),
      copyPackages(options.runtime, join(folder, 'node_modules')),
      layBeside(options.runtime.beside ?? {}, folder),
      carryPrograms(options.carried, join(folder, 'bin')),
    ]);
    return { folder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function bundle(entry: string, packages: readonly string[], target: string): Promise<void> {
  const { buildSync } = await import('esbuild');
  // The synchronous call leaves no build process behind.
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: [...packages],
    banner: { js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);" },
    logLevel: 'silent',
  });
  await writeFile(target, outputFiles[0]?.contents ?? '', { mode: 0o644 });
  await chmod(target, 0o644);
}

async function copyPackages(runtime: SandboxRuntime, target: string): Promise<void> {
  const packages = packageClosure(runtime.packages, dirname(runtime.entry));
  await makeFolder(target);
  const shared: string[] = [];
  for (const [name, source] of packages) {
    const only = runtime.only?.[name];
    if (only) {
      shared.push(...(await shareFiles(source, join(target, name), only)));
      continue;
    }
    await makeFolder(join(target, name));
    await cp(source, join(target, name), {
      recursive: true,
      dereference: true,
      mode: constants.COPYFILE_FICLONE,
      filter: (path) => !notNeeded.has(extname(path)) && !path.slice(source.length).includes('node_modules'),
    });
  }
  // A checkout made under a strict umask holds files that an unprivileged worker could not read.
  await openToReaders(target, new Set(shared));
}

/** Hundreds of files that are never changed are linked where the disk allows it: copying them would slow every start. */
async function shareFiles(source: string, target: string, files: readonly string[]): Promise<string[]> {
  for (const folder of new Set(files.map((file) => dirname(join(target, file))))) await makeFolder(folder);
  const linked = await Promise.all(files.map((file) => linkOrCopy(join(source, file), join(target, file))));
  return linked.flatMap((isLinked, index) => (isLinked ? [join(target, files[index] ?? '')] : []));
}

/** Whether it is a link: one more name of the very file, whose mode must be left alone. A file that not everybody may read is copied. */
async function linkOrCopy(source: string, target: string): Promise<boolean> {
  if (((await stat(source)).mode & 0o004) !== 0) {
    const isLinked = await link(source, target).then(
      () => true,
      () => false,
    );
    if (isLinked) return true;
  }
  await copyFile(source, target);
  return false;
}

async function layBeside(files: Readonly<Record<string, string>>, folder: string): Promise<void> {
  for (const [name, source] of Object.entries(files)) {
    if (!existsSync(source)) continue;
    const target = join(folder, name);
    if (!(await linkOrCopy(source, target))) await chmod(target, 0o644);
  }
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o755 });
}

async function openToReaders(folder: string, shared: ReadonlySet<string>): Promise<void> {
  await chmod(folder, 0o755);
  const entries = await readdir(folder, { withFileTypes: true });
  await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return openToReaders(path, shared);
      return shared.has(path) ? undefined : chmod(path, 0o644);
    }),
  );
}

async function carryPrograms(programs: CarriedPrograms, target: string): Promise<void> {
  await makeFolder(target);
  await chmod(target, 0o755);
  for (const [name, source] of Object.entries(programs)) {
    const path = join(target, name);
    const open = ((await stat(source)).mode & 0o005) === 0o005;
    await (open ? link(source, path).catch(() => copyFile(source, path)) : copyFile(source, path));
    if (!open) await chmod(path, 0o755);
  }
}
