import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountIdentity } from '../../../src/accounts/account.ts';
import { changeEmail, changePassword } from '../../../src/accounts/change-account.ts';
import { expireSignIns } from '../../../src/accounts/expire-sign-ins.ts';
import { agreeToJoin, areBothRegistered, type JoinDeps, offerToJoin, readCode } from '../../../src/accounts/join-identities.ts';
import { newLink } from '../../../src/accounts/links.ts';
import { newRecoveryCodes, recover } from '../../../src/accounts/recovery.ts';
import { behindLink, register, signInByLink } from '../../../src/accounts/register.ts';
import { signIn } from '../../../src/accounts/sign-in.ts';
import { leaveAccount } from '../../../src/chat/account/leave-account.ts';
import { mailRequestId } from '../../../src/chat/privacy/by-mail/mail-request.ts';
import { personKey } from '../../../src/chat/take-in.ts';
import { randomId } from '../../../src/ids.ts';
import { type AccountsGround, accountsGround } from '../../support/accounts-for-test.ts';
import { hashesOfGuesses, spreads } from '../../support/guesses.ts';

const password = 'a sentence that is long';
const minute = 60_000;
let on: AccountsGround;
beforeAll(async () => {
  on = await accountsGround();
});
afterAll(() => on.close());

async function registered() {
  const memberId = await on.member();
  const email = `${randomId()}@example.com`;
  const done = await register(on, { token: await newLink(on, 'portal', memberId), email, password });
  if (!done.ok) throw new Error(done.problem);
  return { memberId, email, accountId: done.accountId };
}
const from = (address: string) => ({ address });

describe('registering', () => {
  it('works behind a link from the chat, once', async () => {
    const token = await newLink(on, 'portal', await on.member());
    expect(await behindLink(on, token)).toBe('register');
    const email = `${randomId()}@example.com`;
    expect(await register(on, { token, email: 'no address', password })).toEqual({ ok: false, problem: 'not-an-email' });
    expect(await register(on, { token, email, password: 'short' })).toEqual({ ok: false, problem: 'too-short' });
    expect(await register(on, { token, email: ` ${email.toUpperCase()}`, password })).toMatchObject({ ok: true });
    expect(await behindLink(on, token)).toBeNull();
    expect(await register(on, { token, email, password })).toEqual({ ok: false, problem: 'link-gone' });
    expect(await signIn(on, { email, password, ...from('1.1.1.1') })).toMatchObject({ ok: true });
  });

  it('says that an address is taken only there, and keeps the link good', async () => {
    const { email } = await registered();
    const token = await newLink(on, 'portal', await on.member());
    expect(await register(on, { token, email, password })).toEqual({ ok: false, problem: 'taken' });
    expect(await behindLink(on, token)).toBe('register');
  });

  it('refuses a link after a quarter of an hour, and an earlier one of two', async () => {
    const memberId = await on.member();
    const [first, second] = [await newLink(on, 'portal', memberId), await newLink(on, 'portal', memberId)];
    expect(await behindLink(on, first)).toBeNull();
    on.clock.advance(14 * minute);
    expect(await behindLink(on, second)).toBe('register');
    on.clock.advance(minute);
    expect(await behindLink(on, second)).toBeNull();
  });

  it('lets whoever is registered in by the next link, once', async () => {
    const { memberId, accountId } = await registered();
    const token = await newLink(on, 'portal', memberId);
    expect(await behindLink(on, token)).toBe('sign-in');
    expect(await signInByLink(on, token)).toBe(accountId);
    expect(await signInByLink(on, token)).toBeNull();
  });
});

describe('signing in', () => {
  it('computes at most 20 hashes for 100 tries of one account, from one address or from many; the proof is of 1,000 and of many accounts', async () => {
    for (const spread of spreads((await registered()).email).slice(0, 2)) {
      on.clock.advance(15 * minute);
      const hashes = await hashesOfGuesses(on, spread, 100);
      expect(hashes).toBeGreaterThan(0);
      expect(hashes).toBeLessThanOrEqual(20);
    }
  });

  it('answers the same, after the same work, whether the account exists', async () => {
    on.clock.advance(15 * minute);
    const { email } = await registered();
    const tries = ['known', 'unknown'].map((kind) => async () => {
      const before = on.hashed();
      const answer = await signIn(on, {
        email: kind === 'known' ? email : 'nobody@example.com',
        password: 'wrong',
        ...from('3.3.3.3'),
      });
      return { answer, hashes: on.hashed() - before };
    });
    const wrong = { answer: { ok: false, problem: 'wrong' }, hashes: 1 };
    for (const one of tries) expect(await one()).toEqual(wrong);
  });

  it('locks out whoever guesses, for a quarter of an hour, and nobody who is signed in', async () => {
    const { email, accountId } = await registered();
    const token = await on.sessions.begin(accountId);
    on.clock.advance(15 * minute);
    for (let at = 0; at < 10; at += 1) await signIn(on, { email, password: `wrong ${at}`, ...from(`4.4.4.${at}`) });
    const right = { email, password, ...from('4.4.5.1') };
    expect(await signIn(on, right)).toEqual({ ok: false, problem: 'too-many' });
    expect(await on.sessions.who(token)).toBe(accountId);
    on.clock.advance(15 * minute);
    expect(await signIn(on, right)).toEqual({ ok: true, accountId });
  });

  it('does not count what succeeds', async () => {
    const { email } = await registered();
    for (let at = 0; at < 30; at += 1)
      expect(await signIn(on, { email, password, ...from('5.5.5.5') })).toMatchObject({ ok: true });
  }, 120_000);
});

describe('a session', () => {
  it('ends by itself twelve idle hours after it was used, and fourteen days after it began', async () => {
    const { accountId } = await registered();
    const [idle, used] = [await on.sessions.begin(accountId), await on.sessions.begin(accountId)];
    expect(idle).not.toBe(used);
    for (let hour = 0; hour < 14 * 24 - 11; hour += 11) {
      expect(await on.sessions.who(used)).toBe(accountId);
      on.clock.advance(11 * 60 * minute);
    }
    expect(await on.sessions.who(idle)).toBeNull();
    on.clock.advance(11 * 60 * minute);
    expect(await on.sessions.who(used)).toBeNull();
    await expireSignIns(on.database, on.clock.now());
    expect(await on.database.connection.prisma.session.count({ where: { ownerId: accountId } })).toBe(0);
  });

  it('cannot be used again after signing out, nor be made from what is stored', async () => {
    const { accountId } = await registered();
    const token = await on.sessions.begin(accountId);
    const row = await on.database.connection.prisma.session.findFirstOrThrow({ where: { ownerId: accountId } });
    for (const encoding of ['hex', 'base64', 'base64url', 'latin1'] as const)
      expect(await on.sessions.who(Buffer.from(row.token).toString(encoding))).toBeNull();
    await on.sessions.end(token);
    expect(await on.sessions.who(token)).toBeNull();
  });
});

describe('changing an account', () => {
  it('asks for the password, and signs out everywhere when that changes', async () => {
    const { email, accountId } = await registered();
    const token = await on.sessions.begin(accountId);
    const asking = { accountId, password, ...from('6.6.6.6') };
    const next = `${randomId()}@example.com`;
    expect(await changeEmail(on, { ...asking, password: 'wrong password' }, next)).toBe('wrong');
    expect(await changeEmail(on, asking, next)).toBeNull();
    expect(await on.accounts.findByEmail(email)).toBeNull();
    expect(await changePassword(on, asking, 'another long sentence')).toBeNull();
    expect(await on.sessions.who(token)).toBeNull();
    expect(await signIn(on, { email: next, password: 'another long sentence', ...from('6.6.6.6') })).toMatchObject({ ok: true });
  });

  it('gives a new password for a recovery code, each code once', async () => {
    const { email, accountId } = await registered();
    const codes = await newRecoveryCodes(on, accountId);
    if (codes === 'busy') throw new Error('busy');
    expect(new Set(codes).size).toBe(10);
    const stored = (await on.accounts.credentials(accountId))?.recovery ?? [];
    expect(stored.every((hash) => hash?.startsWith('$2b$'))).toBe(true);
    const next = 'yet another sentence';
    const code = ` ${codes[3]?.toUpperCase()}`;
    const asked = { email, code, password: next, ...from('7.7.7.7') };
    expect(await recover(on, { ...asked, code: '3-wrong' })).toEqual({ ok: false, problem: 'wrong' });
    expect(await recover(on, { ...asked, email: 'nobody@example.com' })).toEqual({ ok: false, problem: 'wrong' });
    expect(await recover(on, asked)).toEqual({ ok: true, accountId });
    expect(await recover(on, asked)).toEqual({ ok: false, problem: 'wrong' });
    expect(await signIn(on, { email, password: next, ...from('7.7.7.7') })).toMatchObject({ ok: true });
  });
});

describe('joining two identities', () => {
  const join = (): JoinDeps => ({
    ...on,
    newShortCode: () => randomId().slice(-8),
    leave: (from, to) => leaveAccount(on.database, from, to),
    hashOfCode: (code) => on.keyring.lookup('code', code),
  });

  it('needs the code of one, typed by the other, and a yes of both', async () => {
    const deps = join();
    const { memberId, accountId } = await registered();
    const peer = await on.member();
    const { code, linkId } = await offerToJoin(deps, memberId);
    expect(await agreeToJoin(deps, memberId, linkId)).toBe('wait');
    expect(await readCode(deps, memberId, code)).toBeNull();
    expect(await readCode(deps, peer, ` ${code.slice(0, 4)}-${code.slice(4).toUpperCase()} `)).toEqual({
      linkId,
      ownerId: memberId,
    });
    expect(await on.accounts.of(peer)).toBeNull();
    expect(await agreeToJoin(deps, peer, linkId)).toBe('met');
    expect(await on.accounts.of(peer)).toBeNull();
    expect(await agreeToJoin(deps, memberId, linkId)).toBe('joined');
    expect(await on.accounts.of(peer)).toBe(accountId);
    expect(await agreeToJoin(deps, memberId, linkId)).toBe('gone');
  });

  it('lets no third person in between, and no code live longer than a quarter of an hour', async () => {
    const deps = join();
    const [first, second, third] = [await on.member(), await on.member(), await on.member()];
    const { code, linkId } = await offerToJoin(deps, first);
    await agreeToJoin(deps, second, linkId);
    expect(await readCode(deps, third, code)).toBeNull();
    expect(await agreeToJoin(deps, third, linkId)).toBe('gone');
    on.clock.advance(15 * minute);
    expect(await agreeToJoin(deps, first, linkId)).toBe('gone');
  });

  it('leaves one address and password of two: those of whoever showed the code and said yes last', async () => {
    const deps = join();
    const [first, second] = [await registered(), await registered()];
    const { linkId } = await offerToJoin(deps, first.memberId);
    expect(await areBothRegistered(deps, first.memberId, second.memberId)).toBe(true);
    await agreeToJoin(deps, second.memberId, linkId);
    expect(await agreeToJoin(deps, first.memberId, linkId)).toBe('joined-one');
    expect(await on.accounts.of(second.memberId)).toBe(first.accountId);
    expect(await on.accounts.findByEmail(second.email)).toBeNull();
    expect(await signIn(on, { email: first.email, password, ...from('9.1.1.1') })).toMatchObject({ ok: true });
    expect(await areBothRegistered(deps, first.memberId, second.memberId)).toBe(false);
  });

  it('says that a request by mail has ended with its address; other requests stay theirs, and no trace has the old name', async () => {
    const deps = join();
    const { privacyRequests, usage } = on.database;
    const [first, second] = [await registered(), await registered()];
    const [stays, goes] = [first, second].map(({ accountId }) => personKey(accountIdentity(accountId)));
    const [byMail, own] = [mailRequestId(randomId()), randomId()];
    for (const id of [byMail, own]) await privacyRequests.add({ id, kind: 'erase', facts: {}, person: goes ?? '' });
    const seen = { what: 'page' as const, name: '/data', ms: 1, address: null, browser: null };
    await usage.record([{ ...seen, at: on.clock.now(), person: goes ?? '' }]);
    const { linkId } = await offerToJoin(deps, first.memberId);
    await agreeToJoin(deps, second.memberId, linkId);
    expect(await agreeToJoin(deps, first.memberId, linkId)).toBe('joined-ended');
    expect(await privacyRequests.read(byMail)).toMatchObject({ state: 'done', step: 'lapsed', facts: null });
    expect(await privacyRequests.read(own)).toMatchObject({ state: 'open', step: null });
    expect((await privacyRequests.ofPerson(stays ?? '')).map(({ id }) => id).sort()).toEqual([byMail, own].sort());
    expect(await privacyRequests.ofPerson(goes ?? '')).toEqual([]);
    expect(await usage.ofPerson(goes ?? '')).toEqual([]);
  });
});
