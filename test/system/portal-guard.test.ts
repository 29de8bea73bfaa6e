/** What stands before every page of the portal: tried on every route there is, also on those of tomorrow. */
import { request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPages } from '../../adapters/web/pages.ts';
import type { Portal } from '../../src/chat/portal/portal.ts';
import { systemClock } from '../../src/clock.ts';
import { randomId } from '../../src/ids.ts';
import { silentLogger } from '../../src/log.ts';
import { testBrowser } from '../support/browser-for-test.ts';
import { linkFor, openPortal, type PortalGround, password, type Visitor, visitor } from '../support/portal-for-test.ts';

type Route = { method: string; path: string };

/** As the program itself registers them; nothing behind them is asked. */
const routes: Route[] = createPages(
  {
    portal: {} as Portal,
    trustedProxies: [],
    leaves: () => false,
    noteUsage: () => undefined,
    clock: systemClock,
    log: silentLogger,
  },
  'http://127.0.0.1',
).routes.filter(({ method }) => method !== 'ALL');
const posts = routes.filter(({ method }) => method === 'POST');
const gets = routes.filter(({ method }) => method === 'GET');

/** Pages that anybody may see; all others are a person's own. */
const open = [
  /^\/$/,
  /^\/sign-in$/,
  /^\/recover$/,
  /^\/link\//,
  /^\/verify\//,
  /^\/policy$/,
  /^\/health$/,
  /^\/\.well-known\//,
  /^\/style-/,
  /^\/receipt\//,
];
const isOpen = (path: string): boolean => open.some((one) => one.test(path)) || path === '/sign-out';

describe('every page of the portal', () => {
  let on: PortalGround;
  let anna: Visitor;
  let bela: Visitor;
  let file: string;
  beforeAll(async () => {
    on = await openPortal();
    [anna, bela] = [await visitor(on), await visitor(on)];
    // Something of Anna's that has an address of its own.
    await anna.browser.submit(await anna.browser.get('/data'), '/data');
    file = `/ads/${randomId()}/${randomId()}`;
  });
  afterAll(async () => {
    await on?.close();
  });
  const filled = (path: string): string => path.replaceAll(/:\w+/gu, () => randomId());
  const plainForm = 'application/x-www-form-urlencoded';

  it('is on the list', () => {
    expect(posts.length).toBeGreaterThan(12);
    expect(gets.length).toBeGreaterThan(12);
  });

  it.each(posts.map(({ path }) => [path]))(
    'takes nothing by POST %s from another site, nor without its own form',
    async (path) => {
      const page = await anna.browser.get('/account');
      const csrf = /name="csrf" value="([^"]+)"/u.exec(page.html)?.[1] ?? '';
      const theirs = /name="csrf" value="([^"]+)"/u.exec((await bela.browser.get('/account')).html)?.[1] ?? '';
      const good = new URLSearchParams({ csrf, password, current: password }).toString();
      const tries: [string, Record<string, string>][] = [
        [good, { 'content-type': plainForm, origin: 'https://evil.example' }],
        [good, { 'content-type': plainForm, origin: 'null' }],
        [good, { 'content-type': plainForm, 'sec-fetch-site': 'cross-site' }],
        [good, { 'content-type': plainForm }],
        [JSON.stringify({ csrf, password }), { 'content-type': 'text/plain', origin: on.origin }],
        [JSON.stringify({ csrf, password }), { 'content-type': 'application/json', origin: on.origin }],
        ['password=x', { 'content-type': plainForm, origin: on.origin }],
        [`csrf=${theirs}`, { 'content-type': plainForm, origin: on.origin }],
      ];
      for (const [body, headers] of tries) expect((await anna.browser.post(filled(path), body, headers)).status).toBe(403);
      expect((await anna.browser.get('/account')).html).toContain(anna.email);
    },
  );

  it.each(routes.map(({ method, path }) => [method, path]))('shows and does nothing of others by %s %s', async (method, path) => {
    const at = path.startsWith('/ads/') ? file : filled(path);
    for (const browser of [testBrowser(on.origin), bela.browser]) {
      const page = method === 'GET' ? await browser.get(at) : await browser.submit(await browser.get('/policy'), at);
      expect(page.html).not.toContain(anna.email);
      expect(page.html).not.toContain(anna.person.id);
    }
    const stranger = testBrowser(on.origin);
    const page = method === 'GET' ? await stranger.get(at) : await stranger.submit(await stranger.get('/sign-in'), at);
    if (!isOpen(path)) expect(new URL(page.url).pathname).toBe('/sign-in');
    expect((await anna.browser.get('/account')).html).toContain(anna.email);
  });

  it.each(gets.map(({ path }) => [path]))(
    'answers %s only to names of its own, with words that keep other sites out',
    async (path) => {
      for (const host of ['evil.example', 'evil.example:80', `127.0.0.1.evil.example:${on.config.port}`]) {
        const page = await anna.browser.get(filled(path), { host });
        expect([page.status, page.html.includes(anna.email)]).toEqual([421, false]);
      }
      const { headers } = await anna.browser.get(filled(path), { 'accept-encoding': 'identity' });
      expect(headers['content-security-policy']).toMatch(/default-src 'none'.*form-action 'self'.*frame-ancestors 'none'/);
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-robots-tag']).toContain('noindex');
      expect(headers['strict-transport-security']).toBeUndefined();
    },
  );

  it('knows no session that a browser brought along, and gives a new one at every sign-in', async () => {
    const planted = randomId().repeat(2).slice(0, 43);
    const browser = testBrowser(on.origin);
    browser.cookies.set('adwright-session', planted);
    const signIn = async () => browser.submit(await browser.get('/sign-in'), '/sign-in', { email: bela.email, password });
    await signIn();
    const first = browser.cookies.get('adwright-session');
    expect(first).not.toBe(planted);
    await signIn();
    expect(browser.cookies.get('adwright-session')).not.toBe(first);
    browser.cookies.set('adwright-session', first ?? '');
    expect((await browser.get('/ads')).url).toBe(`${on.origin}/sign-in`);
  });

  it('refuses what is larger than a form', async () => {
    const body = `csrf=${'x'.repeat(40_000)}`;
    const page = await anna.browser.post('/sign-in', body, { 'content-type': plainForm, origin: on.origin });
    expect(page.status).toBe(413);
  });

  it('gives no second link for one that is shown to crawlers', async () => {
    const link = new URL(await linkFor(on, on.slack.person(`person-${randomId()}`))).pathname;
    const crawler = await testBrowser(on.origin).get(link, { 'user-agent': 'Slackbot-LinkExpanding 1.0' });
    expect(crawler.status).toBe(200);
    expect((await testBrowser(on.origin).get(link)).html).toContain('Create your account');
  });

  it('stays quick for everybody else while fifty people sign in at once', async () => {
    const signingIn = Array.from({ length: 50 }, async () => {
      const browser = testBrowser(on.origin);
      return browser.submit(await browser.get('/sign-in'), '/sign-in', { email: anna.email, password });
    });
    let isOver = false;
    const all = Promise.all(signingIn).finally(() => {
      isOver = true;
    });
    const taken: number[] = [];
    while (!isOver) {
      const since = performance.now();
      await pageOf(`${on.origin}/policy`);
      taken.push(performance.now() - since);
    }
    const answers = await all;
    const [inside, told] = [answers.filter(({ url }) => url.endsWith('/ads')), answers.filter(({ status }) => status === 400)];
    expect(inside.length + told.length).toBe(50);
    expect(inside.length).toBeGreaterThanOrEqual(20);
    expect(told.every(({ html }) => html.includes('Please try again in a moment'))).toBe(true);
    const p99 = taken.sort((a, b) => a - b)[Math.floor(taken.length * 0.99)] ?? 0;
    console.info(`  policy page while 50 sign in: ${taken.length} asked, p99 ${Math.round(p99)} ms`);
    expect(taken.length).toBeGreaterThan(20);
    expect(p99).toBeLessThan(200);
  });
});

const pageOf = (url: string): Promise<void> =>
  new Promise((resolve, reject) => {
    request(url, (answer) => {
      answer.resume();
      answer.on('end', resolve);
    })
      .on('error', reject)
      .end();
  });
