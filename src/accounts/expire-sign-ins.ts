/** What signing in leaves behind goes by itself: sessions that ended, links that were not used, counts of tries with their hour. */
import { type LinkStore, linkLastsMs } from './links.ts';
import { type SessionStore, sessionIdleMs, sessionLongestMs } from './sessions.ts';
import type { TryStore } from './try-limits.ts';

export type ExpireDeps = {
  sessions: Pick<SessionStore, 'expire'>;
  links: Pick<LinkStore, 'expire'>;
  tries: Pick<TryStore, 'expire'>;
};

const hourMs = 3_600_000;

export async function expireSignIns({ sessions, links, tries }: ExpireDeps, now: number): Promise<void> {
  await sessions.expire(now - sessionIdleMs, now - sessionLongestMs);
  await links.expire(now - linkLastsMs);
  await tries.expire(Math.floor(now / hourMs));
}
