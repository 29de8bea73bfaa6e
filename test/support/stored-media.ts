/** The files of photos and ads that the data folder of a program holds. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Without the one object that tells whose store it is. */
export const storedMedia = (environment: Record<string, string>): string[] =>
  readdirSync(join(environment['DATA_DIR'] ?? '', 'media'), { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() && !entry.parentPath.includes('installation') ? [entry.name] : [],
  );
