/** Finds system programs by walking a search path, without starting anything. */
import { access, constants, realpath } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

/** The program's real path (links followed), or null when there is none that may be executed. */
export async function findProgram(name: string, searchPath: string): Promise<string | null> {
  const found = await findCommand(name, searchPath);
  return found && realpath(found);
}

/** The path under the very name that was asked for: some programs, redis-server among them, do what the name says they were started by. */
export async function findCommand(name: string, searchPath: string): Promise<string | null> {
  const candidates = isAbsolute(name)
    ? [name]
    : searchPath
        .split(delimiter)
        .filter(isAbsolute)
        .map((folder) => join(folder, name));
  for (const candidate of candidates) {
    try {
      await access(candidate, constants.X_OK);
      return candidate;
    } catch {
      // Not here: the next folder may have it.
    }
  }
  return null;
}
