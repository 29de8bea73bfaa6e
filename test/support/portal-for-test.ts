/** The whole program with its portal open on this machine, a loopback Slack, and people who come by the link from their chat. */
import type { LoopbackSlack } from '../../adapters/playground/slack/create-loopback-slack.ts';
import type { Person } from '../../adapters/playground/slack/person.ts';
import { randomId } from '../../src/ids.ts';
import { type Page, type TestBrowser, testBrowser } from './browser-for-test.ts';
import { freePort } from './free-port.ts';
import { openWorkplace, type Workplace, wordsOf } from './workplace.ts';

export const password = 'a sentence that is long';

export type PortalGround = Workplace & { origin: string };
export type Visitor = { person: Person; browser: TestBrowser; email: string; page: Page };

export async function openPortal(extra: Record<string, string> = {}): Promise<PortalGround> {
  const port = String(await freePort());
  const place = await openWorkplace({ PORT: port, ...extra });
  return { ...place, origin: `http://127.0.0.1:${port}` };
}

/** Types /account and reads the private link. */
export async function linkFor(slack: LoopbackSlack, person: Person): Promise<string> {
  const before = person.ephemerals().length;
  await person.command('/account', '', { channel: slack.channel(`room-${randomId()}`) });
  const answer = await slack.waitFor(() => person.ephemerals()[before], { what: 'a link' });
  return /"url":"([^"]+)"/u.exec(wordsOf(answer))?.[1] ?? '';
}

/** Somebody new, who registered and is signed in. */
export async function visitor(ground: PortalGround, person = ground.slack.person(`person-${randomId()}`)): Promise<Visitor> {
  const browser = testBrowser(ground.origin);
  const email = `${randomId()}@example.com`;
  const link = new URL(await linkFor(ground.slack, person)).pathname;
  const page = await browser.submit(await browser.get(link), `${link}/register`, { email, password });
  return { person, browser, email, page };
}
