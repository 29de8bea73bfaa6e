/** The cookies: who is signed in, which browser a form was shown to, and the language chosen. Nothing else is kept in a browser. */
import { randomBytes } from 'node:crypto';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { sessionLongestMs } from '../../src/accounts/sessions.ts';
import type { WebContext } from './web-app.ts';

const names = { session: 'adwright-session', visit: 'adwright-visit', locale: 'adwright-language' } as const;
type Name = keyof typeof names;

export type Cookies = {
  read(c: WebContext, name: Name): string | undefined;
  write(c: WebContext, name: Name, value: string): void;
  forget(c: WebContext, name: Name): void;
  /** The random number of this browser, given to it when it has none. */
  visit(c: WebContext): string;
};

/** `secure`: tied to this very host, and never sent without TLS. */
export function createCookies(secure: boolean): Cookies {
  const nameOf = (name: Name): string => `${secure ? '__Host-' : ''}${names[name]}`;
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const;
  const read: Cookies['read'] = (c, name) => getCookie(c, nameOf(name));
  const write: Cookies['write'] = (c, name, value) =>
    setCookie(c, nameOf(name), value, { ...options, ...(name === 'visit' ? {} : { maxAge: sessionLongestMs / 1_000 }) });
  return {
    read,
    write,
    forget: (c, name) => void deleteCookie(c, nameOf(name), options),
    visit(c) {
      const known = read(c, 'visit');
      if (known !== undefined && /^[\w-]{43}$/u.test(known)) return known;
      const fresh = randomBytes(32).toString('base64url');
      write(c, 'visit', fresh);
      return fresh;
    },
  };
}
