/** Who is signed in: a random token that only the browser has, found by its hash; ends by itself when it is idle or old. */
import { createHash } from 'node:crypto';

/** Times in ms since 1970. */
export type Session = { accountId: string; usedAt: number; createdAt: number };

export interface SessionStore {
  add(hash: Uint8Array, accountId: string): Promise<void>;
  /** Null where there is none, or its account is being erased. */
  read(hash: Uint8Array): Promise<Session | null>;
  /** Notes that it is used now. */
  touch(hash: Uint8Array): Promise<void>;
  remove(hash: Uint8Array): Promise<void>;
  removeAll(accountId: string): Promise<void>;
  /** Removes those last used before `idleSince` or begun before `bornBefore`. */
  expire(idleSince: number, bornBefore: number): Promise<void>;
}

const hourMs = 3_600_000;
export const sessionIdleMs = 12 * hourMs;
export const sessionLongestMs = 14 * 24 * hourMs;
/** Noting each single request would write for every picture of a gallery. */
const touchEveryMs = 5 * 60_000;

export type Sessions = {
  /** A new token, never one that a browser brought along. */
  begin(accountId: string): Promise<string>;
  /** The account that is signed in with this token; null: nobody. */
  who(token: string): Promise<string | null>;
  end(token: string): Promise<void>;
  endAll(accountId: string): Promise<void>;
};

export const hashOfToken = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(token).digest());

export function createSessions(deps: { sessions: SessionStore; clock: { now(): number }; newToken: () => string }): Sessions {
  const { sessions, clock, newToken } = deps;
  return {
    async begin(accountId) {
      const token = newToken();
      await sessions.add(hashOfToken(token), accountId);
      return token;
    },
    async who(token) {
      const hash = hashOfToken(token);
      const session = await sessions.read(hash);
      const now = clock.now();
      if (!session || now - session.usedAt >= sessionIdleMs || now - session.createdAt >= sessionLongestMs) return null;
      if (now - session.usedAt >= touchEveryMs) await sessions.touch(hash);
      return session.accountId;
    },
    end: (token) => sessions.remove(hashOfToken(token)),
    endAll: (accountId) => sessions.removeAll(accountId),
  };
}
