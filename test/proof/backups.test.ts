import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStores } from '../../src/app/stores.ts';
import { systemClock } from '../../src/clock.ts';
import { backup, backupGround, closeStores, restore } from '../support/backup-ground.ts';
import { adOf, erasePerson, personWithAd } from '../support/people-with-ads.ts';
import { findPostgres, startPostgres } from '../support/postgres-server.ts';
import { startCommand, startProgram } from '../support/program.ts';
import { configOf } from '../support/workplace.ts';

const bin = findPostgres();
if (!bin) console.warn('SKIPPED: no initdb was found, so a restore into PostgreSQL was not tried.');
const canMount = process.getuid?.() === 0;
const here = backupGround();

describe.runIf(bin)('a restore into PostgreSQL', () => {
  it('waits until every program on that database is stopped, on other machines too', async () => {
    const server = await startPostgres(bin ?? '');
    here.environment['DATABASE_URL'] = server.url;
    try {
      await here.annaAndBen();
      await here.done(backup, '--to', here.to);
      const elsewhere = await openStores(
        configOf({
          ...here.environment,
          DATA_DIR: join(here.folder, 'there'),
          KEYS_URL: `file://${here.environment['DATA_DIR']}/keys`,
        }),
        systemClock,
      );
      expect(await here.refused(restore, '--from', here.to, '--replace')).toMatch(/runs on this database.*Stop all of it first/);
      await closeStores(elsewhere);
      await here.done(restore, '--from', here.to, '--replace');
    } finally {
      await server.remove();
    }
  });

  it('says which programs are missing where PostgreSQL has none of its own on the path', async () => {
    const server = await startPostgres(bin ?? '');
    here.environment['DATABASE_URL'] = server.url;
    try {
      await here.annaAndBen();
      here.environment['PATH'] = here.folder;
      expect(await here.refused(backup, '--to', here.to)).toMatch(
        /pg_dump is not on the PATH. Install PostgreSQL's own programs/,
      );
      expect(here.backups()).toEqual([]);
    } finally {
      await server.remove();
    }
  });
});

describe('the backups in their folder', () => {
  it('are taken only whole: one flipped byte stops the restore before anything is changed', async () => {
    const { ben } = await here.annaAndBen();
    await here.done(backup, '--to', here.to);
    const creative = join(here.to, here.backups()[0] ?? '', 'media', 'creatives', ben.creativeId);
    const bytes = readFileSync(creative);
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    writeFileSync(creative, bytes);
    expect(await here.refused(restore, '--from', here.to, '--replace')).toMatch(
      /damaged: media\/creatives\/.*Nothing was changed/,
    );
    const stores = await here.open();
    expect(await adOf(stores, ben)).toBe('the ad of ben');
    await closeStores(stores);
  });

  it('share the files that did not change, can be checked with sha256sum, and go when they are older than BACKUP_DAYS', async () => {
    const { ben } = await here.annaAndBen();
    await here.done(backup, '--to', here.to);
    const [first = ''] = here.backups();
    await here.done(backup, '--to', here.to);
    const second = here.backups().find((name) => name !== first) ?? '';
    const inode = (name: string) => statSync(join(here.to, name, 'media', 'creatives', ben.creativeId)).ino;
    expect(inode(second)).toBe(inode(first));
    execFileSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: join(here.to, second) });

    const manifest = join(here.to, first, 'manifest.json');
    const old = { ...JSON.parse(readFileSync(manifest, 'utf8')), madeAt: Date.now() - 8 * 86_400_000 };
    writeFileSync(manifest, JSON.stringify(old));
    expect(await here.done(backup, '--to', here.to)).toMatch(/Older than BACKUP_DAYS and removed: 1/);
    expect(here.backups()).not.toContain(first);
    here.environment['BACKUP_DAYS'] = '0';
    expect(await here.refused(backup, '--to', here.to)).toMatch(/BACKUP_DAYS is 0/);
  });

  it('stay whole when the making of the next one is killed, and what it left is gone with the one after', async () => {
    await here.annaAndBen();
    await here.done(backup, '--to', here.to);
    const before = here.backups();
    const killed = startCommand(backup, ['--to', here.to], here.environment);
    const isBegun = () => readdirSync(here.to).some((name) => name.startsWith('.'));
    for (let tries = 0; tries < 600 && !isBegun(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isBegun()).toBe(true);
    await killed.kill('SIGKILL');
    expect(here.backups()).toEqual(before);
    await here.done(backup, '--to', here.to);
    expect(isBegun()).toBe(false);
    await here.done(restore, '--from', here.to, '--replace');
  });

  it.runIf(canMount)('stay whole when the disk is full, and it is said', async () => {
    await here.annaAndBen();
    mkdirSync(here.to, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=9m', 'tmpfs', here.to]);
    try {
      await here.done(backup, '--to', here.to);
      const before = here.backups();
      expect(await here.refused(backup, '--to', here.to)).toMatch(/disk for the backup is full/);
      expect(here.backups()).toEqual(before);
      await here.done(restore, '--from', here.to, '--replace');
    } finally {
      execFileSync('umount', [here.to]);
    }
  });

  it('never lie together with the keys', async () => {
    await here.annaAndBen();
    const together = /lie together|lies together/;
    expect(await here.refused(backup, '--to', here.to, '--keys-to', here.to)).toMatch(together);
    expect(await here.refused(backup, '--to', here.to, '--keys-to', join(here.to, 'keys'))).toMatch(together);
    expect(await here.refused(backup, '--to', here.to, '--keys-to', join(here.folder, 'backups', 'keys'))).toMatch(together);
    expect(await here.refused(backup, '--to', join(here.environment['DATA_DIR'] ?? '', 'backups'))).toMatch(together);
    expect(existsSync(join(here.to, 'keys.jsonl'))).toBe(false);
  });

  it('hold no key, and the copy of the keys has no history and none of the hours', async () => {
    const stores = await here.open();
    const anna = await personWithAd(stores, 'anna');
    await stores.keyring.create('usage:123', 'master');
    await closeStores(stores);
    await here.done(backup, '--to', here.to, '--keys-to', here.keysTo);
    const copy = join(here.keysTo, 'keys.jsonl');
    expect(readFileSync(copy, 'utf8')).toContain(`owner:${anna.ownerId}`);
    expect(readFileSync(copy, 'utf8')).not.toContain('usage:123');
    const again = await here.open();
    await erasePerson(again, anna);
    await closeStores(again);
    await here.done(backup, '--to', here.to, '--keys-to', here.keysTo);
    expect(readdirSync(here.keysTo)).toEqual(['keys.jsonl']);
    expect(readFileSync(copy, 'utf8')).not.toContain(`owner:${anna.ownerId}`);
    expect(await here.refused(restore, '--keys-from', here.keysTo)).toMatch(/holds keys already/);
  });
});

describe('a key store that is lost', () => {
  it('stops the start in words, and is never begun anew over old data', async () => {
    const { ben } = await here.annaAndBen();
    await here.done(backup, '--to', here.to, '--keys-to', here.keysTo);
    rmSync(join(here.environment['DATA_DIR'] ?? '', 'keys'), { recursive: true });
    await expect(startProgram(here.environment)).rejects.toThrow(/does not hold its keys.*--keys-from/);
    expect(existsSync(join(here.environment['DATA_DIR'] ?? '', 'keys', 'a'))).toBe(false);
    await here.done(restore, '--keys-from', here.keysTo);
    const stores = await here.open();
    expect(await adOf(stores, ben)).toBe('the ad of ben');
    await closeStores(stores);
  });
});
