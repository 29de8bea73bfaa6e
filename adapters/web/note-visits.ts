/** Notes who looked at which page, from where and for how long: usage that goes after 24 hours (policy clause 1). Nothing of what was typed. */
import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { accountIdentity } from '../../src/accounts/account.ts';
import { personKey } from '../../src/chat/take-in.ts';
import { stylePath } from './style.ts';
import type { WebContext, WebEnv, WebOptions } from './web-app.ts';

/** Asked for by programs, or together with every page. */
const unnoted: ReadonlySet<string> = new Set([stylePath, '/health']);
/** Browsers name themselves shorter; the rest is not looked at. */
const mostBrowser = 200;

export function noteVisits({ noteUsage, clock }: Pick<WebOptions, 'noteUsage' | 'clock'>): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const at = clock.now();
    await next();
    const visit = c.get('visit');
    const name = pageOf(c);
    if (!visit || unnoted.has(name)) return;
    noteUsage({
      at,
      what: name === '/sign-in' && c.req.method === 'POST' ? 'sign-in' : 'page',
      name: `${c.req.method === 'POST' ? 'POST' : 'GET'} ${name}`,
      ms: clock.now() - at,
      address: visit.address,
      browser: c.req.header('user-agent')?.slice(0, mostBrowser) ?? null,
      person: visit.accountId === null ? null : personKey(accountIdentity(visit.accountId)),
    });
  };
}

/** As it is written in the code, such as `/link/:token`: an address as it was called may hold a secret. */
const pageOf = (c: WebContext): string => matchedRoutes(c).findLast(({ method }) => method !== 'ALL')?.path ?? 'unknown';
