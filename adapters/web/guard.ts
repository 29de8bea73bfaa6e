/** Stands before every page: right host, right way in, headers that keep other sites out, and no change without a form of our own. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { fallbackLocale, type Locale, localeOf } from '../../src/chat/locale.ts';
import { wordingIn } from '../../src/chat/wording/wording.ts';
import { isLoopback } from '../../src/loopback.ts';
import { createReadClient, hostName, isOwnHost } from './client.ts';
import type { Cookies } from './cookies.ts';
import { problemPage } from './layout.ts';
import { isSecure, type WebContext, type WebEnv, type WebOptions } from './web-app.ts';

type Guard = MiddlewareHandler<WebEnv>;

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Browsers take these words with every answer. `same-origin`: without any referrer they would not tell where a form came from. */
export function headers(secure: boolean): Guard {
  return async (c, next) => {
    await next();
    c.header('content-security-policy', policy);
    c.header('x-content-type-options', 'nosniff');
    c.header('x-frame-options', 'DENY');
    c.header('referrer-policy', 'same-origin');
    c.header('cross-origin-opener-policy', 'same-origin');
    c.header('cross-origin-resource-policy', 'same-origin');
    c.header('x-robots-tag', 'noindex, nofollow');
    c.header('permissions-policy', 'camera=(), microphone=(), geolocation=()');
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
    if (secure) c.header('strict-transport-security', 'max-age=31536000');
  };
}

/** A form holds a few lines. */
const mostBytes = 32 * 1024;

export const size: Guard = bodyLimit({
  maxSize: mostBytes,
  onError: (c) => problemPage(c as WebContext, 'too-large', 413),
}) as Guard;

/** Knows the visitor, and lets in whoever comes by a name of ours and, off this machine, over TLS. */
export function door(options: WebOptions, cookies: Cookies): Guard {
  const readClient = createReadClient(options.trustedProxies);
  const secure = isSecure(options);
  return async (c, next) => {
    const { socket } = c.env.incoming;
    const client = readClient({
      remote: socket.remoteAddress ?? '',
      isTls: (socket as TLSSocket).encrypted === true,
      forwardedFor: c.req.header('x-forwarded-for'),
      forwardedProto: c.req.header('x-forwarded-proto'),
    });
    const host = c.req.header('host');
    const locale = localeFor(c, cookies);
    const token = cookies.read(c, 'session') ?? null;
    c.set('visit', { ...nobody(locale), address: client.address });
    if (!isOwnHost(host, options.publicUrl)) return problemPage(c, 'not-found', 421);
    const isHere = isLoopback(client.address) && isLoopback(hostName(host ?? ''));
    if (secure && !client.isTls && !isHere) return c.redirect(new URL(c.req.path, options.publicUrl).href, 308);
    const accountId = token === null ? null : await options.portal.sessions.who(token);
    const known = accountId === null ? cookies.visit(c) : (token ?? '');
    c.set('visit', {
      ...nobody(locale),
      address: client.address,
      accountId,
      sessionToken: accountId === null ? null : token,
      csrf: csrfOf(known),
    });
    return next();
  };
}

const nobody = (locale: Locale) => ({
  locale,
  words: wordingIn(locale),
  accountId: null,
  sessionToken: null,
  csrf: '',
  address: '',
});

/** Bound to what only this browser has: the session's token, or the number of its visit. */
export const csrfOf = (token: string): string => createHmac('sha256', token).update('form').digest('base64url');

function localeFor(c: WebContext, cookies: Cookies): Locale {
  const asked = (c.req.header('accept-language') ?? '').split(',').map((part) => localeOf(part.split(';')[0]?.trim()));
  return localeOf(cookies.read(c, 'locale')) ?? asked.find((locale) => locale !== null) ?? fallbackLocale;
}

/** Every change comes from a page of ours, shown to this browser. */
export function ownForms({ publicUrl }: Pick<WebOptions, 'publicUrl'>): Guard {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    if (c.req.method !== 'POST' || !isOwnOrigin(c, publicUrl) || !(await hasToken(c))) return problemPage(c, 'form-old', 403);
    return next();
  };
}

function isOwnOrigin(c: WebContext, publicUrl: string | undefined): boolean {
  const origin = c.req.header('origin');
  if (origin === undefined) return c.req.header('sec-fetch-site') === 'same-origin';
  if (publicUrl !== undefined && origin === new URL(publicUrl).origin) return true;
  const host = c.req.header('host') ?? '';
  return isLoopback(hostName(host)) && (origin === `http://${host}` || origin === `https://${host}`);
}

async function hasToken(c: WebContext): Promise<boolean> {
  if (!c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')) return false;
  const given = Buffer.from(await field(c, 'csrf'));
  const expected = Buffer.from(c.get('visit').csrf);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** What was typed; empty for a field that is missing. */
export async function field(c: WebContext, name: string): Promise<string> {
  const value = (await c.req.parseBody())[name];
  return typeof value === 'string' ? value : '';
}
