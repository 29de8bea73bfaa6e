/** Finds the folders of npm packages and of everything they need, as Node would, and where they belong in a copy. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { z } from 'zod';

const manifestSchema = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
});

/** Walks up from a folder as Node does; null when the package is not installed (as for another platform). */
function findPackage(name: string, from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    if (folder === dirname(folder)) return null;
  }
}

/** From target (relative to the copy's `node_modules`) to source folder. Throws when a package that is not optional is missing. */
export function packageClosure(names: readonly string[], from: string): Map<string, string> {
  const found = new Map<string, string>();
  const add = (name: string, parent: { source: string; target: string | null }, optional: boolean): void => {
    const source = findPackage(name, parent.source);
    if (!source) {
      if (optional) return;
      throw new Error(`The package ${name} is not installed`);
    }
    const nested = parent.target !== null && source.startsWith(parent.source + sep);
    const known = found.get(name);
    const target =
      parent.target !== null && (nested || (known && known !== source)) ? join(parent.target, 'node_modules', name) : name;
    if (found.get(target) === source) return;
    found.set(target, source);
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')));
    for (const needed of Object.keys(manifest.dependencies)) {
      add(needed, { source, target }, needed in manifest.optionalDependencies);
    }
    for (const needed of Object.keys(manifest.optionalDependencies)) add(needed, { source, target }, true);
  };
  for (const name of names) add(name, { source: from, target: null }, false);
  return found;
}
