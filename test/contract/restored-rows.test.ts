/** Rows that a backup brought back, beside the keys of today. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStores, type Stores } from '../../src/app/stores.ts';
import { eraseKeyless, eraseKeylessAtStart } from '../../src/chat/privacy/erase-keyless.ts';
import { systemClock } from '../../src/clock.ts';
import { randomId } from '../../src/ids.ts';
import { closeStores } from '../support/backup-ground.ts';
import { personWithAd, rowsOf } from '../support/people-with-ads.ts';
import { testFolder } from '../support/test-folder.ts';
import { configOf } from '../support/workplace.ts';

const words = { name: 'Fjord', webAddress: '', buttonText: '', smallPrint: '', tone: '' };
const facts = { ...words, colours: [], neverSay: [], isOpen: true, editors: [], font: null };
const credentials = { email: 'ben@example.com', password: 'hash', recovery: [], isVerified: true };

describe('rows that a backup brought back', () => {
  let stores: Stores;
  beforeEach(async () => {
    stores = await openStores(configOf({ DATA_DIR: testFolder() }), systemClock);
  });
  afterEach(() => closeStores(stores));
  const deps = () => ({ ...stores.database, keys: stores.keys, keyring: stores.keyring, media: stores.media });
  const member = (name: string) => stores.database.owners.ensureMember({ platform: 'test', workspace: 'w', person: name });

  it('of somebody who changed their password since: they register anew', async () => {
    const { accounts, connection } = stores.database;
    const accountId = await accounts.ensure((await member('ben')).ownerId);
    await accounts.register(accountId, credentials);
    const before = await connection.prisma.account.findUniqueOrThrow({ where: { id: accountId } });
    expect(await eraseKeyless(deps())).toEqual({});
    await accounts.change(accountId, { password: 'next' });
    await connection.prisma.account.update({ where: { id: accountId }, data: before });
    expect(await eraseKeyless(deps())).toEqual({ credentials: 1 });
    expect(await accounts.findByEmail(credentials.email)).toBeNull();
    expect(await accounts.register(accountId, credentials)).toBe('done');
  });

  it('of a brand kit that was changed since: no channel uses a kit that nobody can see', async () => {
    const { kits, connection } = stores.database;
    const { ownerId, workspaceOwnerId } = await member('anna');
    const id = randomId();
    await kits.add({ id, ownerId: workspaceOwnerId, makerId: ownerId, facts });
    const before = await connection.prisma.brandKit.findUniqueOrThrow({ where: { id } });
    expect(await eraseKeyless(deps())).toEqual({});
    await kits.change(id, { ...facts, name: 'Skerry' });
    await connection.prisma.brandKit.update({ where: { id }, data: before });
    expect(await eraseKeyless(deps())).toEqual({ 'kit-facts': 1 });
    expect(await kits.usedIn(workspaceOwnerId, 'channel')).toBeNull();
  });

  it('go at a start while requests are open too, but not while an erasure is half done: it goes on by itself', async () => {
    const { privacyRequests } = stores.database;
    const person = await personWithAd(stores, 'anna');
    for (const kind of ['export', 'correct', 'erase'] as const) {
      const id = randomId();
      await privacyRequests.add({ id, kind, facts: {}, person: 'test w ben' });
      if (kind !== 'erase') await privacyRequests.advance(id, 'keys', {});
    }
    const cutOff = randomId();
    await privacyRequests.add({ id: cutOff, kind: 'erase', facts: {}, person: 'test w anna' });
    await stores.keyring.destroy(`owner:${person.ownerId}`);
    for (const step of ['noted', 'keys', 'erased']) {
      await privacyRequests.advance(cutOff, step, {});
      expect(await eraseKeylessAtStart(deps())).toEqual({});
    }
    await privacyRequests.advance(cutOff, 'receipt', {});
    expect(await eraseKeylessAtStart(deps())).toMatchObject({ owner: 1 });
    expect(await rowsOf(stores, person)).toBe(0);
  });
});
