/** Requests by mail from an address that was never verified, over a clock that tests set and with no chat connected. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountIdentity } from '../../../src/accounts/account.ts';
import { readMailCommand } from '../../../src/app/privacy-arguments.ts';
import { locales } from '../../../src/chat/locale.ts';
import { createMailDesk, type MailEvent, type MailOrder } from '../../../src/chat/privacy/by-mail/mail-desk.ts';
import type { MailWish } from '../../../src/chat/privacy/by-mail/mail-request.ts';
import { serveMail } from '../../../src/chat/privacy/by-mail/serve-mail.ts';
import { personKey } from '../../../src/chat/take-in.ts';
import { mailQuestionView } from '../../../src/chat/views/mail-views.ts';
import { wordingIn } from '../../../src/chat/wording/wording.ts';
import { randomId } from '../../../src/ids.ts';
import { silentLogger } from '../../../src/log.ts';
import { type AccountsGround, accountsGround } from '../../support/accounts-for-test.ts';

const dayMs = 24 * 3_600_000;

describe('a request by mail', () => {
  let on: AccountsGround;
  beforeAll(async () => {
    on = await accountsGround();
  });
  afterAll(async () => {
    await on?.close();
  });

  async function registered(isVerified = false) {
    const accountId = await on.accounts.ensure(await on.member());
    const email = `${randomId()}@example.com`;
    await on.accounts.register(accountId, { email, password: 'hash', recovery: [], isVerified });
    return { accountId, email };
  }
  const deps = () => ({ ...on.database, clock: on.clock, chatOf: () => undefined, log: silentLogger });
  /** As the sweeper's bell does. */
  async function goOn(id: string): Promise<void> {
    const request = await on.database.privacyRequests.read(id);
    if (request && request.state !== 'done') await serveMail(deps(), request);
  }
  async function ask(email: string, more: Partial<MailOrder> = {}): Promise<MailEvent[]> {
    const said: MailEvent[] = [];
    const queue = { ring: async (_: string, id: string) => goOn(id) };
    const parts = { ...deps(), queue, newId: randomId, archiver: {}, signer: {}, media: {}, keyring: on.keyring };
    const order: MailOrder = {
      kind: 'correct',
      email,
      to: 'new@example.com',
      handOver: false,
      isCalifornian: false,
      isOperator: false,
      ...more,
    };
    const serving = createMailDesk(parts as never).serve(
      order,
      async (event) => void said.push(event),
      AbortSignal.timeout(20_000),
    );
    // Whoever waits for an answer waits by this clock.
    for (let round = 0; round < 200 && said.length === 0; round += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      on.clock.advance(50);
    }
    await serving;
    return said;
  }
  const requestsOf = async (accountId: string) => on.database.privacyRequests.ofPerson(personKey(accountIdentity(accountId)));

  it('waits for a yes for seven days, then lapses, and nothing was done', async () => {
    const { accountId, email } = await registered();
    expect(await ask(email)).toEqual([{ event: 'if-known' }]);
    const [request] = await requestsOf(accountId);
    const id = request?.id ?? '';
    on.clock.advance(7 * dayMs - 60_000);
    await goOn(id);
    expect(await on.database.privacyRequests.read(id)).toMatchObject({ state: 'open' });
    on.clock.advance(60_000);
    await goOn(id);
    expect(await on.database.privacyRequests.read(id)).toMatchObject({ state: 'done', step: 'lapsed', facts: null });
    expect(await on.accounts.credentials(accountId)).toMatchObject({ email });
  });

  it('is one request however often it is sent, due after 30 days, or 45 in California', async () => {
    const [european, californian] = [await registered(), await registered()];
    await ask(european.email);
    await ask(european.email, { isOperator: true });
    await ask(californian.email, { isCalifornian: true });
    const days = async ({ accountId }: { accountId: string }) =>
      (await requestsOf(accountId)).map(({ dueAt, receivedAt }) => (dueAt - receivedAt) / dayMs);
    expect(await days(european)).toEqual([30]);
    expect(await days(californian)).toEqual([45]);
  });

  it.each([
    ['another address', { to: 'mallory@example.com' }, { to: 'alice@example.com' }, { email: 'alice@example.com' }],
    ['something else to become of ads', { kind: 'erase', handOver: true }, { kind: 'erase' }, { handOver: false }],
  ] as const)('that asks for %s than one before ends that one: a yes is to what was asked', async (_, spoofed, own, wish) => {
    const { accountId, email } = await registered();
    await ask(email, spoofed);
    const earlier = (await requestsOf(accountId))[0]?.id ?? '';
    await ask(email, own);
    const { privacyRequests } = on.database;
    expect(await privacyRequests.read(earlier)).toMatchObject({ state: 'done', step: 'lapsed', facts: null });
    const open = (await requestsOf(accountId)).filter(({ state }) => state === 'open');
    expect(open).toHaveLength(1);
    const later = open[0]?.id ?? '';
    expect(await privacyRequests.read(later)).toMatchObject({ facts: { wish } });
  });

  it('that was said yes to is not displaced by another mail', async () => {
    const { accountId, email } = await registered();
    const own = `${randomId()}@example.com`;
    await ask(email, { to: own });
    const id = (await requestsOf(accountId))[0]?.id ?? '';
    await on.database.privacyRequests.claim(id, null, 'confirmed');
    await ask(email, { to: 'mallory@example.com' });
    expect(await on.accounts.credentials(accountId)).toMatchObject({ email: own });
    expect(await requestsOf(accountId)).toHaveLength(1);
  });

  it.each(locales)('is asked about in %s with the new address, and with what becomes of ads in channels', (locale) => {
    const asked = (wish: MailWish): string =>
      JSON.stringify(mailQuestionView(wordingIn(locale), { id: 'mail-1', wish, until: 0 }).lines);
    expect(asked({ kind: 'correct', email: 'new@example.com' })).toContain('new@example.com');
    expect(asked({ kind: 'erase', handOver: true })).not.toBe(asked({ kind: 'erase', handOver: false }));
  });

  it('tells nobody but the operator whether there is such an account, or another one with the new address', async () => {
    const [anna, bela] = [await registered(true), await registered(true)];
    expect(await ask('nobody@example.com')).toEqual([{ event: 'if-known' }]);
    expect(await ask(anna.email, { to: bela.email })).toEqual([{ event: 'if-known' }]);
    expect(await on.accounts.credentials(anna.accountId)).toMatchObject({ email: anna.email });
    expect(await ask(anna.email, { to: bela.email, isOperator: true })).toMatchObject([{ event: 'state', state: 'taken' }]);
    expect(await ask('nobody@example.com', { isOperator: true })).toMatchObject([{ event: 'state', state: 'unknown' }]);
  });

  it('of an account without anybody in a chat ends at once, and the operator is pointed to the portal', async () => {
    const { accountId, email } = await registered();
    for (const memberId of await on.accounts.members(accountId)) await on.database.owners.remove(memberId);
    expect(await ask(email, { isOperator: true })).toMatchObject([{ event: 'state', state: 'unlinked' }]);
  });

  it('ends when the account is gone before anybody answered', async () => {
    const { accountId, email } = await registered();
    await ask(email);
    const [request] = await requestsOf(accountId);
    await on.database.owners.remove(accountId);
    await goOn(request?.id ?? '');
    expect(await on.database.privacyRequests.read(request?.id ?? '')).toMatchObject({ state: 'done', facts: null });
  });

  it('is typed with its address, and what is wrong is said', () => {
    for (const [kind, given, words] of [
      ['export', [], /--email is missing/],
      ['correct', ['--email', 'a@example.com', '--to', 'b'], /--to is no e-mail address/],
      ['export', ['--email', 'a@example.com'], /--out is missing/],
      ['correct', ['--email', 'a@example.com'], /--to is missing/],
      ['erase', ['--email', 'a@example.com', '--to', 'b@example.com'], /--to is not known/],
    ] as const)
      expect(readMailCommand(kind, given)).toEqual({ ok: false, problem: expect.stringMatching(words) });
    expect(readMailCommand('erase', ['--email', 'a@example.com', '--ccpa', '--hand-over'])).toMatchObject({
      ok: true,
      value: { order: { handOver: true, isCalifornian: true, isOperator: false } },
    });
  });
});
