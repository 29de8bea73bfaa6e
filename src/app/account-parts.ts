/** What accounts need of the whole program: randomness, hashing, limits, and where the portal is reached. */
import { randomBytes } from 'node:crypto';
import { createBcryptHasher } from '../accounts/bcrypt-hasher.ts';
import { newLink } from '../accounts/links.ts';
import { createSessions } from '../accounts/sessions.ts';
import { createTryLimits } from '../accounts/try-limits.ts';
import { leaveAccount } from '../chat/account/leave-account.ts';
import type { Clock } from '../clock.ts';
import { randomId } from '../ids.ts';
import { isLoopback } from '../loopback.ts';
import type { Config } from './config.ts';
import type { Stores } from './stores.ts';

/** `count` letters and digits of five random bits each, in groups of four. */
const randomCode = (count: number): string =>
  randomId()
    .slice(-count)
    .replace(/.{4}(?=.)/gu, '$&-');

/** Where browsers find the portal; null where none is open. */
export function portalAddress({ publicUrl, portal, port, host, tls }: Config): string | null {
  if (publicUrl !== undefined) return publicUrl;
  if (!portal) return null;
  const name = host.includes(':') ? `[${host}]` : host;
  return `${tls ? 'https' : 'http'}://${isLoopback(host) ? name : '127.0.0.1'}:${port}`;
}

export function accountParts(config: Config, { database, keyring }: Stores, clock: Clock) {
  const { accounts, links, tries } = database;
  const newToken = (): string => randomBytes(32).toString('base64url');
  const linking = { links, clock, newId: randomId, newToken };
  const address = portalAddress(config);
  return {
    /** For the chats. */
    chat: {
      accounts,
      links,
      tries,
      sessions: database.sessions,
      joining: {
        ...linking,
        accounts,
        leave: (from: string, to: string) => leaveAccount(database, from, to),
        newShortCode: () => randomCode(8).toUpperCase(),
        hashOfCode: (code: string) => keyring.lookup('code', code),
      },
      portalLink:
        address === null
          ? null
          : async (memberId: string) => new URL(`/link/${await newLink(linking, 'portal', memberId)}`, address).href,
    },
    /** For the portal. */
    portal: {
      ...linking,
      accounts,
      sessions: createSessions({ sessions: database.sessions, clock, newToken }),
      limits: createTryLimits({ tries, clock }),
      hasher: createBcryptHasher((text) => keyring.lookup('password', text)),
      newCode: () => randomCode(16),
    },
  };
}
