/** What the database keeps of accounts: credentials, sessions, links that work once, and counts of tries. */
import { describe, expect, it } from 'vitest';
import { accountIdentity, type Credentials } from '../../src/accounts/account.ts';
import { hashOfToken } from '../../src/accounts/sessions.ts';
import { randomId } from '../../src/ids.ts';
import { databaseForTests, databaseKinds, person } from '../support/database-for-test.ts';

const canary = 'canary-pangolin';
const credentials = (name: string): Credentials => ({
  email: `${name}-${canary}@example.com`,
  password: `$2b$12$${canary}`,
  recovery: [`$2b$10$${canary}`, null],
  isVerified: false,
});

describe.each(databaseKinds)('the stores of accounts on %s', (kind) => {
  const on = databaseForTests(kind);
  const member = async () => (await on.database.owners.ensureMember({ ...person, person: randomId() })).ownerId;
  const registered = async () => {
    const memberId = await member();
    const accountId = await on.database.accounts.ensure(memberId);
    const given = credentials(randomId());
    await on.database.accounts.register(accountId, given);
    return { memberId, accountId, given };
  };

  it('makes one account for a person, also when asked ten times at once', async () => {
    const memberId = await member();
    expect(await on.database.accounts.of(memberId)).toBeNull();
    const made = await Promise.all(Array.from({ length: 10 }, () => on.database.accounts.ensure(memberId)));
    expect(new Set(made).size).toBe(1);
    expect(await on.database.accounts.of(memberId)).toBe(made[0]);
    expect(await on.connection.prisma.owner.count({ where: { kind: 'account' } })).toBe(1);
    expect(await on.database.owners.find(accountIdentity(made[0] ?? ''))).toBe(made[0]);
  });

  it('keeps an e-mail address for one account, and changes it', async () => {
    const { accountId, given } = await registered();
    expect(await on.database.accounts.credentials(accountId)).toEqual(given);
    expect(await on.database.accounts.findByEmail(given.email)).toBe(accountId);
    expect(await on.database.accounts.register(accountId, credentials('again'))).toBe('there');
    const other = await on.database.accounts.ensure(await member());
    expect(await on.database.accounts.register(other, given)).toBe('taken');
    const second = await registered();
    expect(await on.database.accounts.change(second.accountId, { email: given.email })).toBe('taken');
    expect(await on.database.accounts.change(accountId, { email: 'new@example.com' })).toBe('done');
    expect(await on.database.accounts.findByEmail(given.email)).toBeNull();
    expect(await on.database.accounts.credentials(accountId)).toEqual({ ...given, email: 'new@example.com' });
  });

  it('joins two accounts, so that all members belong to one', async () => {
    const [first, second] = [await registered(), await member()];
    const other = await on.database.accounts.ensure(second);
    await on.database.accounts.merge(other, first.accountId);
    expect((await on.database.accounts.members(first.accountId)).sort()).toEqual([first.memberId, second].sort());
    expect(await on.database.accounts.of(second)).toBe(first.accountId);
    await expect(on.keyring.open(`owner:${other}`)).rejects.toMatchObject({ code: 'key-erased' });
  });

  it('erases an account with all that it signs in with, and leaves its members', async () => {
    const { memberId, accountId, given } = await registered();
    const token = hashOfToken(randomId());
    await on.database.sessions.add(token, accountId);
    expect(await on.database.owners.countRows(accountId)).toBe(3);
    await on.database.owners.remove(accountId);
    expect(await on.database.owners.countRows(accountId)).toBe(0);
    expect(await on.database.sessions.read(token)).toBeNull();
    expect(await on.database.accounts.findByEmail(given.email)).toBeNull();
    expect(await on.database.accounts.of(memberId)).toBeNull();
  });

  it('lets nobody in to an account that is being erased', async () => {
    const { accountId, given } = await registered();
    const token = hashOfToken(randomId());
    await on.database.sessions.add(token, accountId);
    await on.database.owners.fence([accountId]);
    expect(await on.database.sessions.read(token)).toBeNull();
    expect(await on.database.accounts.findByEmail(given.email)).toBeNull();
  });

  it('gives a link to one of ten that use it at once', async () => {
    const [id, ownerId] = [randomId(), await member()];
    await on.database.links.add({ id, purpose: 'portal', ownerId }, hashOfToken(id));
    expect(await on.database.links.find(hashOfToken(id))).toMatchObject({ id, ownerId, peerId: null });
    const used = await Promise.all(Array.from({ length: 10 }, () => on.database.links.use(id)));
    expect(used.filter(Boolean)).toEqual([true]);
    expect(await on.database.links.find(hashOfToken(id))).toBeNull();
  });

  it('lets one person meet a code', async () => {
    const [id, peers] = [randomId(), await Promise.all([member(), member()])];
    await on.database.links.add({ id, purpose: 'join', ownerId: await member() }, hashOfToken(id));
    const met = await Promise.all(peers.map((peer) => on.database.links.meet(id, peer)));
    expect(met.filter(Boolean)).toEqual([true]);
  });

  it('counts tries that come at once, and forgets them with their hour and its key', async () => {
    const counts = await Promise.all(Array.from({ length: 20 }, () => on.database.tries.count('somebody', 7)));
    expect(Math.max(...counts)).toBe(20);
    await on.database.tries.takeBack('somebody', 7);
    expect(await on.database.tries.count('somebody', 7)).toBe(20);
    await on.database.tries.expire(8);
    expect(await on.connection.prisma.signInTry.count()).toBe(0);
    await expect(on.keyring.open('tries:7')).rejects.toMatchObject({ code: 'key-erased' });
  });

  it('stores no word of it in the clear', async () => {
    const { prisma } = on.connection;
    const rows = [
      ...(await prisma.account.findMany()),
      ...(await prisma.owner.findMany()),
      ...(await prisma.signInLink.findMany()),
    ];
    const raw = rows.flatMap((row) =>
      Object.values(row).map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value))),
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(raw.join('\n')).not.toMatch(/pangolin|example\.com/u);
  });
});
