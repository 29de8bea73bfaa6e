import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '../../adapters/postgres/connect.ts';
import { createDatabase, type Database } from '../../adapters/postgres/database.ts';
import type { Installation } from '../../src/accounts/installations.ts';
import { randomId } from '../../src/ids.ts';
import { createKeyring, type KeyStore } from '../../src/privacy/keyring.ts';
import { memoryKeyStore } from '../support/memory-key-store.ts';
import { openPrepared } from '../support/prepared-database.ts';
import { testClock } from '../support/test-clock.ts';

const clock = testClock();
const north = { platform: 'slack', workspace: 'T-north' };
const installation = (token: string, more: Partial<Installation> = {}): Installation => ({
  token,
  renewal: { token: `${token}-renewal`, expiresAt: 1 },
  scopes: ['chat:write'],
  installer: 'U-admin',
  installedAt: 2,
  ...more,
});

let connection: Connection;
let keys: KeyStore;
let database: Database;
beforeAll(async () => {
  connection = await openPrepared();
  keys = memoryKeyStore();
  const keyring = createKeyring({ store: keys, masterKeys: [randomBytes(32)], clock, randomBytes });
  database = createDatabase(connection, { keyring, clock, newId: randomId });
});
afterAll(() => database.close());

const tokenKeys = async (): Promise<string[]> => {
  const found: string[] = [];
  for await (const scope of keys.list('token:')) found.push(scope);
  return found;
};

describe('the installation of a workspace', () => {
  it('is found by its workspace, and stands in the database sealed only', async () => {
    const { installations } = database;
    await installations.save(north, installation('xoxb-canary'));
    await installations.save({ ...north, workspace: 'T-south' }, installation('xoxb-south'));
    expect(await installations.find(north)).toEqual(installation('xoxb-canary'));
    expect(await installations.find({ ...north, workspace: 'T-nowhere' })).toBeNull();
    expect(await installations.count()).toBe(2);
    expect((await installations.workspaces('slack')).sort()).toEqual(['T-north', 'T-south']);
    expect(await installations.workspaces('discord')).toEqual([]);
    const rows = await connection.prisma.workspaceToken.findMany();
    const raw = rows.map(({ facts, ...row }) => `${JSON.stringify(row)}${Buffer.from(facts).toString('latin1')}`).join('\n');
    expect(raw).not.toMatch(/canary|T-north|U-admin|chat:write/);
  });

  it('is replaced by a later one, under a new key', async () => {
    const { installations } = database;
    const before = await tokenKeys();
    await installations.save(north, installation('xoxb-again'));
    expect(await installations.find(north)).toEqual(installation('xoxb-again'));
    expect(await installations.count()).toBe(2);
    const after = await tokenKeys();
    expect(after).toHaveLength(2);
    expect(after.filter((scope) => before.includes(scope))).toHaveLength(1);
  });

  it('keeps a renewed token once: whoever comes later finds another one', async () => {
    const { installations } = database;
    const next = (token: string) => ({ token, renewal: { token: `${token}-renewal`, expiresAt: 3 } });
    const both = await Promise.all([
      installations.renew(north, 'xoxb-again', next('xoxb-one')),
      installations.renew(north, 'xoxb-again', next('xoxb-two')),
    ]);
    expect([...both].sort()).toEqual([false, true]);
    const winner = both[0] ? 'xoxb-one' : 'xoxb-two';
    expect(await installations.find(north)).toEqual({ ...installation('xoxb-again'), ...next(winner) });
    expect(await installations.renew(north, 'xoxb-again', next('xoxb-late'))).toBe(false);
  });

  it('is gone with its key when the bot is removed, and however often; the others stay', async () => {
    const { installations } = database;
    await installations.remove(north);
    await installations.remove(north);
    expect(await installations.find(north)).toBeNull();
    expect(await tokenKeys()).toHaveLength(1);
    expect(await installations.count()).toBe(1);
    expect(await installations.renew(north, 'xoxb-one', { token: 'x', renewal: null })).toBe(false);
    await installations.save(north, installation('xoxb-back', { renewal: null, installer: null }));
    expect(await installations.find(north)).toMatchObject({ token: 'xoxb-back', renewal: null });
  });

  it('counts as none where only its key was destroyed', async () => {
    for (const scope of await tokenKeys()) await keys.destroy(scope);
    clock.advance(6_000);
    expect(await database.installations.find(north)).toBeNull();
  });
});
