import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hold } from '../../src/app/hold.ts';
import { askKeyCopy } from '../../src/app/key-copy-note.ts';
import { silentLogger } from '../../src/log.ts';
import { consentTextVersion } from '../../src/privacy/consent.ts';
import { backup, backupGround, closeStores, restore } from '../support/backup-ground.ts';
import { adOf, erasePerson, personWithAd, rowsOf } from '../support/people-with-ads.ts';
import { findPostgres, type PostgresServer, startPostgres } from '../support/postgres-server.ts';
import { configOf } from '../support/workplace.ts';

const bin = findPostgres();
if (!bin) console.warn('SKIPPED: no initdb was found, so backup and restore were tried on PGlite only.');
const here = backupGround();

const kinds = ['PGlite', ...(bin ? ['PostgreSQL'] : [])];

describe.each(kinds)('a backup on %s', (kind) => {
  let server: PostgresServer | undefined;
  beforeEach(async () => {
    server = kind === 'PostgreSQL' ? await startPostgres(bin ?? '') : undefined;
    if (server) here.environment['DATABASE_URL'] = server.url;
  });
  afterEach(() => server?.remove());

  it('brings everything back, but whoever was erased since, and neither old passwords nor withdrawn consent', async () => {
    const { anna, ben } = await here.annaAndBen();
    const email = 'ben@example.com';
    let stores = await here.open();
    const accountId = await stores.database.accounts.ensure(ben.ownerId);
    await stores.database.accounts.register(accountId, { email, password: 'hash', recovery: [], isVerified: true });
    await stores.database.consents.add(ben.ownerId, { partner: 'p', given: true, textVersion: consentTextVersion });
    await closeStores(stores);
    await here.done(backup, '--to', here.to, '--keys-to', here.keysTo);
    stores = await here.open();
    await erasePerson(stores, anna);
    await stores.database.accounts.change(accountId, { password: 'next' });
    await stores.database.consents.add(ben.ownerId, { partner: 'p', given: false, textVersion: consentTextVersion });
    const late = await personWithAd(stores, 'late');
    await closeStores(stores);

    expect(await here.refused(restore, '--from', here.to)).toMatch(/There is a database already.*--replace/);
    const said = await here.done(restore, '--from', here.to, '--replace');
    expect(said).toMatch(/Erased again.*owner 1/);
    expect(said).toMatch(/sign in to the portal with after the backup was made: 1\. They register anew/);
    expect(said).toMatch(/nobody agrees to a partner: all are asked again/);
    stores = await here.open();
    expect(await stores.database.accounts.findByEmail(email)).toBeNull();
    const answers = await stores.database.consents.history(ben.ownerId);
    expect(answers.map(({ given }) => given)).toEqual([true, false]);
    expect(await stores.database.consents.holds(ben.ownerId, 'p', consentTextVersion)).toBe(false);
    expect(await rowsOf(stores, anna)).toBe(0);
    expect(await rowsOf(stores, late)).toBe(0);
    expect(await adOf(stores, ben)).toBe('the ad of ben');
    await expect(stores.keyring.open(`ad:${anna.adId}`)).rejects.toMatchObject({ code: 'key-erased' });
    const kept: string[] = [];
    for await (const id of stores.media.list('creatives')) kept.push(id);
    expect(kept).toEqual([ben.creativeId]);
    await closeStores(stores);
  });

  it('brings everything back on an empty machine, with the copy of the keys', async () => {
    const { anna, ben } = await here.annaAndBen();
    await here.done(backup, '--to', here.to, '--keys-to', here.keysTo);
    const told = await askKeyCopy(here.environment['DATA_DIR'] ?? '', Date.now());
    expect(told).toMatch(/^0\.\d h old, in .*keys-elsewhere$/);
    rmSync(here.environment['DATA_DIR'] ?? '', { recursive: true });
    if (server) {
      await server.remove();
      server = await startPostgres(bin ?? '');
      here.environment['DATABASE_URL'] = server.url;
    }
    expect(await here.refused(restore, '--from', here.to)).toMatch(/keys.*--keys-from/);
    await here.done(restore, '--from', here.to, '--keys-from', here.keysTo);
    const stores = await here.open();
    expect(await adOf(stores, anna)).toBe('the ad of anna');
    expect(await adOf(stores, ben)).toBe('the ad of ben');
    await closeStores(stores);
  });
});

describe('a backup of a program that runs', () => {
  it('is made through it; a restore waits until it is stopped, and the next start serves without whoever was erased', async () => {
    const held = await hold(configOf(here.environment), { log: silentLogger, control: true });
    let { stores } = held.app;
    const [anna, ben] = [await personWithAd(stores, 'anna'), await personWithAd(stores, 'ben')];
    await here.done(backup, '--to', here.to);
    await erasePerson(stores, anna);
    expect(await here.refused(restore, '--from', here.to, '--replace')).toMatch(/already runs.*Stop it first/);
    await held.stop(2_000);
    await here.done(restore, '--from', here.to, '--replace');
    const again = await hold(configOf(here.environment), { log: silentLogger, control: true });
    stores = again.app.stores;
    expect(await rowsOf(stores, anna)).toBe(0);
    expect(await adOf(stores, ben)).toBe('the ad of ben');
    await again.stop(2_000);
  });

  it('erases rows without keys at its start too, however they came back', async () => {
    const { anna, ben } = await here.annaAndBen();
    const database = join(here.environment['DATA_DIR'] ?? '', 'database');
    execFileSync('cp', ['-a', database, `${database}.mine`]);
    const stores = await here.open();
    await erasePerson(stores, anna);
    await closeStores(stores);
    rmSync(database, { recursive: true });
    execFileSync('mv', [`${database}.mine`, database]);
    const held = await hold(configOf(here.environment), { log: silentLogger, control: false });
    expect(await rowsOf(held.app.stores, anna)).toBe(0);
    expect(await adOf(held.app.stores, ben)).toBe('the ad of ben');
    await held.stop(2_000);
  });
});
