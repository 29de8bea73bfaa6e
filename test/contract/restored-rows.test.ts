/** Rows that a backup brought back, beside the keys of today. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStores, type Stores } from '../../src/app/stores.ts';
import { eraseKeyless } from '../../src/chat/privacy/erase-keyless.ts';
import { systemClock } from '../../src/clock.ts';
import { randomId } from '../../src/ids.ts';
import { closeStores } from '../support/backup-ground.ts';
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
});
