/** What every page has at hand: the portal behind it, and who is looking. */
import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import type { Locale } from '../../src/chat/locale.ts';
import type { Portal } from '../../src/chat/portal/portal.ts';
import type { Wording } from '../../src/chat/wording/wording.ts';
import type { Clock } from '../../src/clock.ts';
import type { Logger } from '../../src/log.ts';
import type { NoteUsage } from '../../src/usage/usage.ts';

export type WebOptions = {
  portal: Portal;
  /** Where people reach it; absent: only on this machine. */
  publicUrl?: string;
  /** Own certificate and key, in PEM. */
  tls?: { cert: string; key: string };
  /** Addresses and networks (`10.0.0.0/8`) whose word on addresses and TLS is believed. */
  trustedProxies: readonly string[];
  /** Paths that somebody else answers on the same server. */
  leaves(path: string): boolean;
  noteUsage: NoteUsage;
  clock: Clock;
  log: Logger;
};

/** `accountId`: null for nobody. `csrf`: what forms of this browser carry. `address`: on the internet. */
export type Visit = {
  locale: Locale;
  words: Wording;
  accountId: string | null;
  sessionToken: string | null;
  csrf: string;
  address: string;
};

export type WebEnv = { Bindings: HttpBindings; Variables: { visit: Visit } };
export type WebApp = Hono<WebEnv>;
export type WebContext = Context<WebEnv>;

/** Only over TLS do browsers keep a cookie to this very host. */
export const isSecure = ({ publicUrl, tls }: Pick<WebOptions, 'publicUrl' | 'tls'>): boolean =>
  tls !== undefined || publicUrl?.startsWith('https:') === true;
