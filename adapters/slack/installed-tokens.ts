/** The tokens of the workspaces that installed the bot: read when they are needed, and renewed while they still hold. */
import { z } from 'zod';
import type { Installation, InstallationStore } from '../../src/accounts/installations.ts';
import { createBoundedMemory } from '../../src/bounded-memory.ts';
import type { Clock } from '../../src/clock.ts';
import { AppError } from '../../src/errors.ts';
import type { Logger } from '../../src/log.ts';
import { createCalls, type Tokens } from './calls.ts';
import { persist } from './persist.ts';
import { slackCode } from './slack-errors.ts';

/** Another process may renew or remove a token at any moment; the old one is refused then, and looked up again at once. */
const rememberMs = 60_000;
const mostRemembered = 5_000;
/** A token lives 12 h. Renewing early leaves time to try again while Slack does not answer. */
const renewBeforeMs = 2 * 3_600_000;

const settleWithinMs = 5_000;

const renewed = z.object({ access_token: z.string(), refresh_token: z.string(), expires_in: z.number() });

type Options = {
  installations: InstallationStore;
  clientId: string;
  clientSecret: string;
  baseUrl: string;
  clock: Clock;
  log: Logger;
};

export function createInstalledTokens({ installations, clientId, clientSecret, baseUrl, clock, log }: Options) {
  const calls = createCalls({ token: null, baseUrl, clock, log });
  const known = createBoundedMemory<Installation>({ clock, most: mostRemembered, livesMs: rememberMs });
  const dead = createBoundedMemory<string>({ clock, most: mostRemembered, livesMs: rememberMs });
  const renewing = new Map<string, Promise<Installation>>();
  const stopping = new AbortController();

  async function find(workspace: string): Promise<Installation> {
    const found = await installations.find({ platform: 'slack', workspace });
    if (!found) throw new AppError('chat-unavailable', 'The bot is not installed in this workspace', { retry: 'later' });
    return found;
  }

  /** Once at a time. Resolves with what holds then: another process may have been first. */
  function renew(workspace: string, before: Installation): Promise<Installation> {
    const running = renewing.get(workspace);
    if (running) return running;
    const mine = askForNext(workspace, before).finally(() => renewing.delete(workspace));
    renewing.set(workspace, mine);
    return mine;
  }

  async function askForNext(workspace: string, before: Installation): Promise<Installation> {
    try {
      const args = { client_id: clientId, client_secret: clientSecret, refresh_token: before.renewal?.token };
      const next = await calls.call('oauth.v2.access', { ...args, grant_type: 'refresh_token' }, renewed, 'once');
      const renewal = { token: next.refresh_token, expiresAt: clock.now() + next.expires_in * 1000 };
      const tokens = { token: next.access_token, renewal };
      // Good at once in this process, whatever storing takes.
      known.put(workspace, { ...before, ...tokens });
      await persist(() => installations.renew({ platform: 'slack', workspace }, before.token, tokens), {
        clock,
        log,
        signal: stopping.signal,
      });
    } catch (error) {
      // A token to renew with works once: whoever came first has stored the next one.
      log.warn('A token could not be renewed', { code: slackCode(error) ?? (error instanceof Error ? error.name : 'unknown') });
    }
    const now = await find(workspace);
    known.put(workspace, now);
    return now;
  }

  const isPast = (installation: Installation, marginMs: number): boolean =>
    installation.renewal !== null && installation.renewal.expiresAt - marginMs <= clock.now();

  async function of(workspace: string): Promise<string> {
    const remembered = known.get(workspace);
    if (remembered && !isPast(remembered, 0)) return remembered.token;
    const found = await find(workspace);
    known.put(workspace, found);
    if (found.renewal === null) return found.token;
    // What cannot be used must be renewed first; what still holds is renewed behind the call, which may hang on a short-lived trigger.
    if (isPast(found, 0) || dead.get(workspace) === found.token) return (await renew(workspace, found)).token;
    if (isPast(found, renewBeforeMs)) renew(workspace, found).catch(() => undefined);
    return found.token;
  }

  return {
    of,
    refused(workspace, token) {
      known.forget(workspace);
      dead.put(workspace, token);
    },
    /** Whether the workspace granted this right; false where the bot is not installed. */
    async hasScope(workspace: string, scope: string): Promise<boolean> {
      const found = known.get(workspace) ?? (await find(workspace).catch(() => null));
      return found?.scopes.includes(scope) ?? false;
    },
    /** What is kept of a workspace has changed. */
    forget(workspace: string): void {
      known.forget(workspace);
      dead.forget(workspace);
    },
    /** Waits for renewals under way: a new token must be stored, as the old one has been used up for it. */
    async settle(): Promise<void> {
      const enough = new AbortController();
      const patience = clock.sleep(settleWithinMs, enough.signal).catch(() => undefined);
      await Promise.race([Promise.allSettled(renewing.values()), patience]);
      enough.abort();
      stopping.abort(new Error('stopped'));
    },
  } satisfies Tokens & Record<string, unknown>;
}
