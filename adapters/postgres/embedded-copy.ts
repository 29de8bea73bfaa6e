/** Loads a copy of an embedded database into a new folder. */
import { readFile } from 'node:fs/promises';
import { AppError } from '../../src/errors.ts';

/** `file`: what the `copy` of an embedded connection gave. `folder`: absolute path that does not exist yet. */
export async function loadEmbedded(folder: string, file: string): Promise<void> {
  const { PGlite } = await import('@electric-sql/pglite');
  try {
    const copy = new Blob([await readFile(file)], { type: 'application/x-gzip' });
    const database = await PGlite.create({ dataDir: folder, loadDataDir: copy });
    await database.close();
  } catch (error) {
    throw new AppError('database-unavailable', 'The copy of the database could not be loaded.', { retry: 'never', cause: error });
  }
}
