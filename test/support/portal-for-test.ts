/** The whole program with its portal open on this machine, a loopback Slack, and people who come by the link from their chat. */
import type { Person } from '../../adapters/playground/slack/person.ts';
import { randomId } from '../../src/ids.ts';
import type { Logger } from '../../src/log.ts';
import { policyVersion } from '../../src/privacy/policy.ts';
import { type Page, type TestBrowser, testBrowser } from './browser-for-test.ts';
import { freePort } from './free-port.ts';
import { openWorkplace, type Workplace, wordsOf } from './workplace.ts';

export const password = 'a sentence that is long';

export type PortalGround = Workplace & { origin: string };
export type Visitor = { person: Person; browser: TestBrowser; email: string; page: Page };

export async function openPortal(extra: Record<string, string> = {}, options: { log?: Logger } = {}): Promise<PortalGround> {
  const port = String(await freePort());
  const place = await openWorkplace({ PORT: port, ...extra }, options);
  return { ...place, origin: `http://127.0.0.1:${port}` };
}

/** Has agreed to what is kept, as whoever made an ad has. */
export const agreed = ({ held }: Pick<Workplace, 'held'>, identity: { platform: string; workspace: string; person: string }) =>
  held.app.stores.database.settings.save(identity, { accepted: policyVersion, keepPhotos: false });

/** Types /account and reads the private link. */
export async function linkFor(ground: Pick<Workplace, 'held' | 'slack'>, person: Person): Promise<string> {
  const { slack } = ground;
  await agreed(ground, { platform: 'slack', workspace: slack.team, person: person.id });
  const before = person.ephemerals().length;
  await person.command('/account', '', { channel: slack.channel(`room-${randomId()}`) });
  const answer = await slack.waitFor(() => person.ephemerals()[before], { what: 'a link' });
  return /"url":"([^"]+)"/u.exec(wordsOf(answer))?.[1] ?? '';
}

/** Somebody new, who registered and is signed in. */
export async function visitor(ground: PortalGround, person = ground.slack.person(`person-${randomId()}`)): Promise<Visitor> {
  const browser = testBrowser(ground.origin);
  const email = `${randomId()}@example.com`;
  const link = new URL(await linkFor(ground, person)).pathname;
  const page = await browser.submit(await browser.get(link), `${link}/register`, { email, password });
  return { person, browser, email, page };
}
