/** The tokens of one workspace: which of them work, until when, and what they are exchanged for. */
import type { Clock } from '../../../src/clock.ts';

type Token = { expiresAt: number | null; isRevoked: boolean };

export function createAccess(clock: Clock) {
  const tokens = new Map<string, Token>();
  const renewals = new Map<string, { isUsed: boolean }>();
  return {
    /** `expiresAt`: ms since 1970, or null for a token that stays. */
    issue: (token: string, expiresAt: number | null) => void tokens.set(token, { expiresAt, isRevoked: false }),
    issueRenewal: (token: string) => void renewals.set(token, { isUsed: false }),
    knows: (token: string): boolean => tokens.has(token) || renewals.has(token),
    /** Slack's own code where a token does not work; null where it does. */
    refusal(token: string): string | null {
      const known = tokens.get(token);
      if (!known) return 'invalid_auth';
      if (known.isRevoked) return 'token_revoked';
      return known.expiresAt !== null && clock.now() >= known.expiresAt ? 'token_expired' : null;
    },
    /** Uses up a token to renew with; false for one that was used, or that nobody issued. */
    renew(token: string): boolean {
      const known = renewals.get(token);
      if (!known || known.isUsed) return false;
      known.isUsed = true;
      return true;
    },
    /** Every token that does not stay has come to its end. */
    expireAll() {
      for (const token of tokens.values()) if (token.expiresAt !== null) token.expiresAt = Math.min(token.expiresAt, clock.now());
    },
    /** The bot is removed, or somebody revoked its tokens. */
    revokeAll() {
      for (const token of tokens.values()) token.isRevoked = true;
      renewals.clear();
    },
  };
}
