/** All pages of the portal, behind the guards that stand before each of them. */
import { Hono } from 'hono';
import type { Portal } from '../../src/chat/portal/portal.ts';
import { AppError } from '../../src/errors.ts';
import { type Cookies, createCookies } from './cookies.ts';
import { door, headers, ownForms, size } from './guard.ts';
import { problemPage } from './layout.ts';
import { noteVisits } from './note-visits.ts';
import { addAccountPage } from './pages/account-page.ts';
import { addAdsPage } from './pages/ads-page.ts';
import { addEntryPages } from './pages/entry-pages.ts';
import { addPublicPages } from './pages/public-pages.ts';
import { addRightsPages } from './pages/rights-pages.ts';
import { isSecure, type WebApp, type WebContext, type WebEnv, type WebOptions } from './web-app.ts';

export type Pages = {
  app: WebApp;
  portal: Portal;
  cookies: Cookies;
  /** The account that is signed in; throws `SignInFirst` for nobody. */
  signedIn(c: WebContext): string;
  /** Signs in, with a token that no browser brought along, and shows the ads. */
  enter(c: WebContext, accountId: string): Promise<Response>;
  /** The browser forgets that it was signed in. */
  leave(c: WebContext): void;
  /** A whole address, for mails. */
  linkTo(path: string): string;
};

class SignInFirst extends Error {}

export function createPages(options: WebOptions, here: string): WebApp {
  const app: WebApp = new Hono<WebEnv>();
  const { portal, log } = options;
  const secure = isSecure(options);
  const cookies = createCookies(secure);
  app.use(headers(secure), noteVisits(options), door(options, cookies), size, ownForms(options));
  app.onError((error, c) => {
    if (error instanceof SignInFirst) return c.redirect('/sign-in', 303);
    const code = error instanceof AppError ? error.code : error.name;
    log.warn('a page could not be shown', { page: c.req.routePath, reason: code });
    return problemPage(c, code === 'key-erased' ? 'not-found' : 'away', code === 'key-erased' ? 404 : 503);
  });
  app.notFound((c) => problemPage(c, 'not-found', 404));

  const leave = (c: WebContext): void => cookies.forget(c, 'session');
  const pages: Pages = {
    app,
    portal,
    cookies,
    signedIn(c) {
      const { accountId } = c.get('visit');
      if (accountId === null) throw new SignInFirst();
      return accountId;
    },
    async enter(c, accountId) {
      const { sessionToken } = c.get('visit');
      if (sessionToken) await portal.sessions.end(sessionToken);
      cookies.write(c, 'session', await portal.sessions.begin(accountId));
      cookies.forget(c, 'visit');
      const chosen = (await portal.account.see(accountId))?.locale;
      if (chosen) cookies.write(c, 'locale', chosen);
      return c.redirect('/ads', 303);
    },
    leave,
    linkTo: (path) => new URL(path, options.publicUrl ?? here).href,
  };
  app.get('/', (c) => c.redirect(c.get('visit').accountId === null ? '/sign-in' : '/ads', 303));
  addEntryPages(pages);
  addAdsPage(pages);
  addRightsPages(pages);
  addAccountPage(pages);
  addPublicPages(pages);
  return app;
}
