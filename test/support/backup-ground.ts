/** A folder with an installation of its own, and the commands that copy it and bring it back. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { openStores, type Stores } from '../../src/app/stores.ts';
import { systemClock } from '../../src/clock.ts';
import { type PersonWithAd, personWithAd } from './people-with-ads.ts';
import { layOutDatabase } from './prepared-database.ts';
import { runCommand } from './program.ts';
import { configOf } from './workplace.ts';

export const backup = 'src/app/backup.ts';
export const restore = 'src/app/restore.ts';

export type BackupGround = {
  readonly folder: string;
  /** May be changed by the test. */
  readonly environment: Record<string, string>;
  readonly to: string;
  readonly keysTo: string;
  open(): Promise<Stores>;
  /** Finished backups, oldest first. */
  backups(): string[];
  /** Runs the command, which must succeed; what it said. */
  done(entry: string, ...args: string[]): Promise<string>;
  /** Runs the command, which must say in words why it does not. */
  refused(entry: string, ...args: string[]): Promise<string>;
  /** Two people with an ad each, in stores that are closed again. */
  annaAndBen(): Promise<{ anna: PersonWithAd; ben: PersonWithAd }>;
};

/** New for each test of the suite that calls it. */
export function backupGround(): BackupGround {
  let folder = '';
  let environment: Record<string, string> = {};
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'adw-'));
    environment = {
      DATA_DIR: join(folder, 'here', 'data'),
      XDG_STATE_HOME: join(folder, 'state'),
      XDG_RUNTIME_DIR: join(folder, 'run'),
      WORKERS_PRACTISE: 'no',
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
    };
    layOutDatabase(join(folder, 'here', 'data'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const open = () => openStores(configOf(environment), systemClock);
  const ending = async (wanted: number, entry: string, args: string[]): Promise<string> => {
    const { code, output } = await runCommand(entry, args, environment);
    expect(code, output).toBe(wanted);
    expect(output).not.toMatch(/^ +at /m);
    return output;
  };
  return {
    get folder() {
      return folder;
    },
    get environment() {
      return environment;
    },
    get to() {
      return join(folder, 'backups', 'all');
    },
    get keysTo() {
      return join(folder, 'keys-elsewhere');
    },
    open,
    backups: () =>
      readdirSync(join(folder, 'backups', 'all'))
        .filter((name) => !name.startsWith('.'))
        .sort(),
    done: (entry, ...args) => ending(0, entry, args),
    refused: (entry, ...args) => ending(1, entry, args),
    async annaAndBen() {
      const stores = await open();
      const people = { anna: await personWithAd(stores, 'anna'), ben: await personWithAd(stores, 'ben') };
      await closeStores(stores);
      return people;
    },
  };
}

export async function closeStores(stores: Stores): Promise<void> {
  await stores.database.close();
  await stores.media.close();
  await stores.keys.close();
}
