/** What belongs to one person, asked for by everybody else: a neighbour, somebody of another workspace, nobody at all. Made from the tables of the program itself. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../adapters/playground/slack/person.ts';
import type { LoopbackWorkspace } from '../../adapters/playground/slack/workspace.ts';
import { createPages } from '../../adapters/web/pages.ts';
import { accountSubcommands, commands, privacySubcommands, subcommands } from '../../src/chat/commands.ts';
import { actionIds } from '../../src/chat/messages.ts';
import type { Portal } from '../../src/chat/portal/portal.ts';
import { pressables } from '../../src/chat/presses/deeds.ts';
import { systemClock } from '../../src/clock.ts';
import { randomId } from '../../src/ids.ts';
import { silentLogger } from '../../src/log.ts';
import { type TestBrowser, testBrowser } from '../support/browser-for-test.ts';
import { openPortal, type PortalGround, type Visitor, visitor } from '../support/portal-for-test.ts';
import { plantSecrets, type Secrets, snapshotOf } from '../support/secrets.ts';
import { askedBy } from '../support/strangers.ts';

/** As the program itself registers them; nothing behind them is asked. */
const routes = createPages(
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

/** Whoever has one of these tokens may use it: they are secrets themselves, of 256 random bits, and a receipt names nobody. */
const carriesItsOwnSecret = [/^\/link\//u, /^\/verify\//u, /^\/receipt\//u];

/** Every first word that a person can type, with everything else left out. */
const typed: { command: string; text: string }[] = commands.flatMap(({ name }) => {
  const known = { ad: subcommands, privacy: privacySubcommands, account: accountSubcommands }[name];
  return known.map((sub) => ({ command: `/${name}`, text: sub.name }));
});

describe('what belongs to one person', () => {
  let on: PortalGround;
  let secrets: Secrets;
  let south: LoopbackWorkspace;
  let strangers: { who: string; person: Person; at: Pick<LoopbackWorkspace, 'waitFor' | 'channel' | 'world'> }[];
  let before: unknown;
  beforeAll(async () => {
    on = await openPortal();
    on.slack.faults.rateLimits = false;
    secrets = await plantSecrets(on);
    south = on.slack.workspace('South');
    strangers = [
      { who: 'a neighbour', person: on.slack.person(`person-${randomId()}`), at: on.slack },
      { who: 'somebody of another workspace', person: south.person(`person-${randomId()}`), at: south },
    ];
    before = await snapshotOf(on, secrets);
  });
  afterAll(async () => {
    await on?.close();
  });
  const unchanged = async () => expect(await snapshotOf(on, secrets)).toEqual(before);
  const toldNothing = (answer: string) => {
    for (const word of Object.values(secrets.words)) expect(answer).not.toContain(word);
  };

  it('has a row in the matrix for every button', () => {
    expect(Object.keys(pressables).sort()).toEqual([...actionIds].sort());
  });

  it('is not the same as nothing for themselves, as a control', async () => {
    const { person } = secrets.owner;
    const [own, none] = [secrets.ids.ad, randomId()];
    const theirs = await askedBy(person, on.slack, { action: 'more', value: own });
    expect(theirs.replaceAll(own, '')).not.toBe(await askedBy(person, on.slack, { action: 'more', value: none }));
    expect(await askedBy(person, on.slack, { command: '/ad', text: 'list' })).toContain(secrets.words.brief);
  });

  describe.each([0, 1])('asked for by stranger %i', (index) => {
    it.each(actionIds)('is the same as nothing behind the button %s', async (action) => {
      const { person, at, who } = strangers[index] ?? neverThere();
      const others = secrets.values.filter(({ sharedInWorkspace }) => !(sharedInWorkspace && index === 0));
      for (const { value, none } of others) {
        const [theirs, nothing] = [
          await askedBy(person, at, { action, value }),
          await askedBy(person, at, { action, value: none }),
        ];
        toldNothing(theirs);
        expect(theirs.replaceAll(value, ''), `${who} presses ${action}`).toBe(nothing.replaceAll(none, ''));
      }
      await unchanged();
    });

    it.each(typed)('is in no answer to $command $text', async ({ command, text }) => {
      const { person, at } = strangers[index] ?? neverThere();
      for (const words of [text, `${text} ${secrets.words.brief}`, `${text} ${secrets.ids.ad}`])
        toldNothing(withoutTyped(await askedBy(person, at, { command, text: words }), words));
      await unchanged();
    });

    it('leaves nothing behind of whoever asked: they are not known here', async () => {
      const { person } = strangers[index] ?? neverThere();
      const workspace = index === 0 ? on.slack.team : south.team;
      expect(await on.held.app.stores.database.owners.find({ platform: 'slack', workspace, person: person.id })).toBeNull();
    });
  });

  describe('in the portal', () => {
    let other: Visitor;
    beforeAll(async () => {
      other = await visitor(on);
    });
    /** Some pages sign out whoever comes to them. */
    const signedIn = async (): Promise<TestBrowser> => {
      if (!(await other.browser.get('/account')).html.includes(other.email)) other = await visitor(on);
      return other.browser;
    };

    it.each(routes.map(({ method, path }) => [method, path]))('is the same as nothing behind %s %s', async (method, path) => {
      if (carriesItsOwnSecret.some((one) => one.test(path))) return;
      for (const who of [signedIn, async () => testBrowser(on.origin)]) {
        const pages = [];
        for (const filled of [secrets.paths(path), secrets.paths(path, randomId)]) {
          const browser = await who();
          const page = method === 'GET' ? browser.get(filled) : browser.submit(await browser.get('/sign-in'), filled);
          pages.push(await page);
        }
        const [theirs, nothing] = pages.map(({ status, html }) => ({ status, html: withoutValues(html) }));
        toldNothing(theirs?.html ?? '');
        expect(theirs, path).toEqual(nothing);
      }
      await unchanged();
    });
  });
});

/** Every form carries a random number, and some of them the address of whoever looks. */
const withoutValues = (html: string): string =>
  html.replaceAll(/value="[^"]*"/gu, '').replaceAll(/[0-9a-z]{20,}@example\.com/gu, '');

/** What somebody typed themselves comes back to them. */
const withoutTyped = (answer: string, words: string): string =>
  answer.replaceAll(words, '').replaceAll(words.split(' ').at(-1) ?? '', '');

function neverThere(): never {
  throw new Error('There is no such stranger');
}
