/** What a person corrects is gone: a copy of the database from before, with every key that is left, opens it no more. */
import { describe, expect, it } from 'vitest';
import { randomId } from '../../src/ids.ts';
import { unseal } from '../../src/privacy/seal.ts';
import { canary, databaseForTests, databaseKinds } from '../support/database-for-test.ts';

describe.each(databaseKinds)('what is corrected, on %s', (kind) => {
  const on = databaseForTests(kind);
  const member = () => on.database.owners.ensureMember({ platform: 'test', workspace: 'w', person: randomId() });

  async function expectGone(revision: string | null, cell: string, sealed: Uint8Array, ownerId: string) {
    expect(revision).not.toBeNull();
    expect(await on.keyring.open(`value:${revision ?? ''}`).catch((error: { code: string }) => error.code)).toBe('key-erased');
    const owners = await on.keyring.open(`owner:${ownerId}`);
    expect(() => unseal(owners, cell, sealed)).toThrow();
  }

  it('an e-mail address, with the password and codes that stood beside it, which go on working', async () => {
    const { accounts, connection } = { ...on.database, connection: on.connection };
    const accountId = await accounts.ensure((await member()).ownerId);
    const first = { email: `${canary}-${randomId()}@example.com`, password: 'hash', recovery: ['one', null], isVerified: true };
    expect(await accounts.register(accountId, first)).toBe('done');
    const before = await connection.prisma.account.findUniqueOrThrow({ where: { id: accountId } });
    const email = `${randomId()}@example.com`;
    expect(await accounts.change(accountId, { email, isVerified: false })).toBe('done');
    expect(await accounts.credentials(accountId)).toEqual({ ...first, email, isVerified: false });
    expect(await accounts.findByEmail(first.email)).toBeNull();
    await expectGone(before.revision, `Account.email:${accountId}`, before.email, accountId);
    expect(await accounts.register(accountId, first)).toBe('there');
  });

  it('an address that is taken changes nothing, and two changes at once are both there', async () => {
    const { accounts } = on.database;
    const [one, two] = [await accounts.ensure((await member()).ownerId), await accounts.ensure((await member()).ownerId)];
    const [mine, theirs] = [`${randomId()}@example.com`, `${randomId()}@example.com`];
    await accounts.register(one, { email: mine, password: 'hash', recovery: [], isVerified: true });
    await accounts.register(two, { email: theirs, password: 'hash', recovery: [], isVerified: true });
    expect(await accounts.change(one, { email: theirs })).toBe('taken');
    expect(await accounts.credentials(one)).toMatchObject({ email: mine });
    await Promise.all([accounts.change(one, { password: 'next' }), accounts.change(one, { recovery: ['code'] })]);
    expect(await accounts.credentials(one)).toMatchObject({ email: mine, password: 'next', recovery: ['code'] });
  });

  it('the words of a brand; its logo and font, under the key of the kit, stay', async () => {
    const { kits, owners } = on.database;
    const { ownerId, workspaceOwnerId } = await member();
    const id = randomId();
    const texts = { name: canary, webAddress: '', buttonText: '', smallPrint: '', tone: '' };
    const facts = { ...texts, colours: [], neverSay: [], isOpen: true, editors: [], font: null };
    await kits.add({ id, ownerId: workspaceOwnerId, makerId: ownerId, facts });
    const own = Buffer.from(await on.keyring.open(`kit:${id}`));
    const before = await on.connection.prisma.brandKit.findUniqueOrThrow({ where: { id } });
    await kits.change(id, { ...facts, name: 'Fjord' });
    expect((await kits.read(id))?.facts.name).toBe('Fjord');
    await expectGone(before.revision, `BrandKit.facts:${id}`, before.facts, workspaceOwnerId);
    expect(Buffer.from(await on.keyring.open(`kit:${id}`))).toEqual(own);
    expect(await on.database.index.hasValue(before.revision ?? '')).toBe(false);
    const now = await on.connection.prisma.brandKit.findUniqueOrThrow({ where: { id } });
    expect(await on.database.index.hasValue(now.revision ?? '')).toBe(true);
    await owners.remove(workspaceOwnerId);
    await expect(on.keyring.open(`value:${now.revision ?? ''}`)).rejects.toMatchObject({ code: 'key-erased' });
  });
});
