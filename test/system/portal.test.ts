/** The portal from end to end: by the link from the chat, through every page, to the receipt of the deletion. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { accountIdentity } from '../../src/accounts/account.ts';
import { personKey } from '../../src/chat/take-in.ts';
import { wordingIn } from '../../src/chat/wording/wording.ts';
import { randomId } from '../../src/ids.ts';
import { receiptProblem } from '../../src/privacy/receipt.ts';
import { publicKeysSchema } from '../../src/privacy/signing.ts';
import { type Page, testBrowser } from '../support/browser-for-test.ts';
import { linkFor, openPortal, type PortalGround, password, visitor } from '../support/portal-for-test.ts';
import { testFolder } from '../support/test-folder.ts';
import { ask, result, told } from '../support/workplace.ts';

describe('the portal', () => {
  let on: PortalGround;
  beforeAll(async () => {
    on = await openPortal();
  });
  afterAll(async () => {
    await on?.close();
  });

  const until = (look: () => Promise<Page>, words: string): Promise<Page> =>
    vi.waitFor(
      async () => {
        const page = await look();
        expect(page.html).toContain(words);
        return page;
      },
      { timeout: 60_000, interval: 200 },
    );

  it('opens by a link that works once, and that looking at does not use up', async () => {
    const person = on.slack.person(`person-${randomId()}`);
    const link = new URL(await linkFor(on, person)).pathname;
    for (let look = 0; look < 3; look += 1)
      expect((await testBrowser(on.origin).get(link)).html).toContain('Create your account');
    const browser = testBrowser(on.origin);
    const email = `${randomId()}@example.com`;
    const register = async (given: Record<string, string>) =>
      browser.submit(await browser.get(link), `${link}/register`, { email, password, ...given });
    expect((await register({ password: 'short' })).html).toContain('The password is too short');
    expect((await register({ email: 'no address' })).html).toContain('This is no e-mail address');
    const done = await register({});
    expect(done.url).toBe(`${on.origin}/ads`);
    expect(done.html).toContain('No ads yet');
    expect((await testBrowser(on.origin).get(link)).html).toContain('This link was used already');
    // The next link lets them in without the password.
    const next = new URL(await linkFor(on, person)).pathname;
    const other = testBrowser(on.origin);
    expect((await other.submit(await other.get(next), `${next}/enter`)).url).toBe(`${on.origin}/ads`);
  });

  it('tells whoever has not agreed to anything to do that first, and keeps nothing of them', async () => {
    const person = on.slack.person(`person-${randomId()}`);
    const { prisma } = on.held.app.stores.database.connection;
    const before = await prisma.owner.count({ where: { kind: 'member' } });
    await person.command('/account', '', { channel: on.slack.channel(`room-${randomId()}`) });
    await told(on.slack, person, 'please agree to that');
    expect(await prisma.owner.count({ where: { kind: 'member' } })).toBe(before);
  });

  it('shows the ads of a person to nobody else', async () => {
    const [anna, bela] = [await visitor(on), await visitor(on)];
    const channel = on.slack.channel(`room-${randomId()}`);
    await ask(anna.person, channel, 'Nut <b>butter</b>. €6', { places: ['snapchat'] });
    await result(on.slack, channel.id);
    const page = await anna.browser.get('/ads');
    expect(page.html).toContain('Nut &lt;b&gt;butter');
    const file = /href="(\/ads\/[^"]+)"/u.exec(page.html)?.[1] ?? '';
    const picture = await anna.browser.get(file);
    expect(picture.headers['content-type']).toBe('image/jpeg');
    expect(picture.body.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    expect(picture.body.length).toBe(Number(picture.headers['content-length']));
    expect((await bela.browser.get('/ads')).html).toContain('No ads yet');
    expect((await bela.browser.get(file)).status).toBe(404);
    expect((await testBrowser(on.origin).get(file)).url).toBe(`${on.origin}/sign-in`);
  });

  it('signs out, in again, and out everywhere', async () => {
    const { browser, email } = await visitor(on);
    const stolen = new Map(browser.cookies);
    await browser.submit(await browser.get('/ads'), '/sign-out');
    expect((await browser.get('/ads')).url).toBe(`${on.origin}/sign-in`);
    for (const [name, value] of stolen) browser.cookies.set(name, value);
    expect((await browser.get('/ads')).url).toBe(`${on.origin}/sign-in`);
    const wrong = await browser.submit(await browser.get('/sign-in'), '/sign-in', { email, password: 'wrong password' });
    expect(wrong.html).toContain('do not match');
    const signIn = async (one = browser) => one.submit(await one.get('/sign-in'), '/sign-in', { email, password });
    expect((await signIn()).url).toBe(`${on.origin}/ads`);
    const other = testBrowser(on.origin);
    await signIn(other);
    await browser.submit(await browser.get('/account'), '/sign-out-everywhere');
    expect((await other.get('/ads')).url).toBe(`${on.origin}/sign-in`);
  });

  it('corrects address, password and language, and gives recovery codes', async () => {
    const { browser, email } = await visitor(on);
    const next = `${randomId()}@example.com`;
    const change = async (action: string, fields: Record<string, string>) =>
      browser.submit(await browser.get('/account'), action, { current: password, ...fields });
    expect((await change('/account/email', { email: next })).html).toContain(`${next} (not verified)`);
    const codes = (await change('/account/codes', {})).html.match(/\d-[0-9a-z-]{19}/gu) ?? [];
    expect(codes.length).toBe(10);
    expect((await change('/account/language', { language: 'de' })).html).toContain('Dein jetziges Passwort');
    expect((await change('/account/password', { password: 'another long sentence' })).html).toContain('Passwort ist geändert');
    const recovering = testBrowser(on.origin);
    const recover = async (given: Record<string, string>) =>
      recovering.submit(await recovering.get('/recover'), '/recover', {
        email: next,
        code: codes[4] ?? '',
        password: 'a third long sentence',
        ...given,
      });
    expect((await recover({ email })).html).toContain('recovery code do not match');
    expect((await recover({})).url).toBe(`${on.origin}/ads`);
    // In the language that they chose.
    expect((await recover({})).html).toContain('der Code ist schon verwendet');
  });

  it('hands out a copy of everything once, to its owner alone', async () => {
    const [anna, bela] = [await visitor(on), await visitor(on)];
    const channel = on.slack.channel(`room-${randomId()}`);
    await ask(anna.person, channel, 'Copycanary butter. €6', { places: ['snapchat'] });
    await result(on.slack, channel.id);
    expect((await anna.browser.get('/data')).html).toContain('1 ad with 1 file');
    await anna.browser.submit(await anna.browser.get('/data'), '/data');
    const ready = await until(() => anna.browser.get('/data'), 'Fetch the copy');
    const action = /action="(\/data\/[^"]+)"/u.exec(ready.html)?.[1] ?? '';
    expect((await bela.browser.submit(await bela.browser.get('/data'), action)).status).toBe(404);
    const copy = await anna.browser.submit(ready, action);
    expect(copy.headers['content-type']).toBe('application/zip');
    expect(copy.body.length).toBe(Number(copy.headers['content-length']));
    const file = join(testFolder(), 'copy.zip');
    writeFileSync(file, copy.body);
    const read = (name: string): string =>
      execFileSync('python3', [
        '-c',
        `import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);assert z.testzip() is None;sys.stdout.write(z.read(sys.argv[2]).decode())`,
        file,
        name,
      ]).toString();
    expect(JSON.parse(read('account.json'))).toMatchObject({ email: anna.email, hasPassword: true, isVerified: false });
    expect(read('ads.jsonl')).toContain('Copycanary');
    expect(JSON.parse(read('identities.json'))).toMatchObject([{ platform: 'slack', person: anna.person.id }]);
    expect((await anna.browser.submit(ready, action)).status).toBe(404);
    expect((await anna.browser.get('/data')).html).toContain('Make the copy');
  });

  it('deletes everything after the password, and leaves a receipt that names nobody and holds', async () => {
    const { browser, email, person } = await visitor(on);
    const channel = on.slack.channel(`room-${randomId()}`);
    await ask(person, channel, 'Goes away. €6', { places: ['snapchat'] });
    await result(on.slack, channel.id);
    const wrong = await browser.submit(await browser.get('/delete'), '/delete', { password: 'wrong password', shared: 'delete' });
    expect(wrong.html).toContain('do not match');
    const started = await browser.submit(await browser.get('/delete'), '/delete', { password, shared: 'delete' });
    expect(started.url).toContain('/receipt/');
    const stranger = testBrowser(on.origin);
    const done = await until(() => stranger.get(started.url), 'receipt.json');
    expect(done.html).toContain('1 ad, 1 file');
    const receipt = await stranger.get(`${new URL(started.url).pathname}/receipt.json`);
    const keys = publicKeysSchema.parse(JSON.parse((await stranger.get('/.well-known/adwright-keys.json')).html));
    expect(receiptProblem(receipt.html, keys.keys)).toBeNull();
    expect(receipt.html).not.toContain(email);
    expect(receipt.html).not.toContain(person.id);
    expect((await browser.get('/ads')).url).toBe(`${on.origin}/sign-in`);
    const again = await stranger.submit(await stranger.get('/sign-in'), '/sign-in', { email, password });
    expect(again.html).toContain('do not match');
    const { prisma } = on.held.app.stores.database.connection;
    expect(await prisma.owner.count({ where: { state: 'erasing' } })).toBe(0);
  });

  it('notes who looked at which page for 24 hours, nothing of what was typed, and gives it out with the copy', async () => {
    const { browser, email } = await visitor(on);
    const { usage, accounts } = on.held.app.stores.database;
    await browser.get('/consent', { 'user-agent': 'Testbrowser/1' });
    await browser.get('/recover?secret=typed', { 'user-agent': 'Testbrowser/1' });
    const name = personKey(accountIdentity((await accounts.findByEmail(email)) ?? ''));
    const seen = await vi.waitFor(
      async () => {
        const events = await usage.ofPerson(name);
        expect(events.map((event) => event.name)).toContain('GET /recover');
        return events;
      },
      { timeout: 10_000, interval: 200 },
    );
    expect(seen.find((event) => event.name === 'GET /consent')).toMatchObject({
      what: 'page',
      address: '127.0.0.1',
      browser: 'Testbrowser/1',
      ms: expect.any(Number),
    });
    expect(JSON.stringify(seen)).not.toContain('typed');
    expect((await browser.get('/data')).html).toContain('The oldest usage record is from');
  });

  it('shows policy, keys and health to everybody, in the language of the browser', async () => {
    const browser = testBrowser(on.origin);
    const policy = await browser.get('/policy', { 'accept-language': 'fr-CA,fr;q=0.9,en;q=0.5' });
    expect(policy.html).toContain('<html lang="fr">');
    expect(policy.html).toContain('Google Gemini');
    // All that a chat shows, on a page.
    const words = wordingIn('fr').policy;
    for (const line of [...Object.values(words.classes), ...words.protect, ...words.share, ...words.rights])
      expect(policy.html).toContain(line);
    expect(JSON.parse((await browser.get('/health')).html)).toEqual({ status: 'ok' });
    expect((await browser.get('/nothing-here')).status).toBe(404);
  });
});
