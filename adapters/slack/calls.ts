/** Calls Slack's Web API: with a deadline, waiting when Slack asks for it, and repeating only what may be repeated. */
import type { webApi } from '@slack/bolt';
import type { z } from 'zod';
import type { Clock } from '../../src/clock.ts';
import type { Logger } from '../../src/log.ts';
import { createQuietLogger } from './quiet-logger.ts';
import { isDeadToken, isServerTrouble, waitSeconds } from './slack-errors.ts';

/**
 * `once`: one attempt, for what is out of date a moment later. `waits`: obeys Retry-After; nothing was done then, so nothing is doubled.
 * `repeats`: also repeats after silence; only for calls that change nothing the second time.
 */
export type Patience = 'once' | 'waits' | 'repeats';

/** With which token a workspace is spoken to. */
export type Tokens = {
  /** Rejects with `chat-unavailable` where the bot is not installed. */
  of(workspace: string): Promise<string>;
  /** Slack did not accept this token: the next `of` looks for a newer one. */
  refused(workspace: string, token: string): void;
};

export type Calls = ReturnType<CallsIn>;
export type CallsIn = ReturnType<typeof createCallsIn>;

const deadlineMs = 15_000;
/** A trigger lives 3 s: a later answer is of no use. */
const triggerDeadlineMs = 2_700;
const mostAttempts = 5;
const mostRepeats = 3;
const longestWaitMs = 60_000;

export function clientOptions(baseUrl: string, log: Logger, timeout: number): webApi.WebClientOptions {
  return {
    slackApiUrl: baseUrl,
    timeout,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger: createQuietLogger(log),
  };
}

type Options = { baseUrl: string; clock: Clock; log: Logger };

/** Calls with one token that is known already; none for the few methods that take none. */
export const createCalls = ({ token, ...options }: Options & { token: string | null }): Calls =>
  createCallsIn({ tokens: token === null ? null : oneToken(token), ...options })('');

export const oneToken = (token: string): Tokens => ({ of: async () => token, refused: () => undefined });

/** The calls of any workspace, over the same few clients. */
export function createCallsIn({ tokens, baseUrl, clock, log }: Options & { tokens: Tokens | null }) {
  const clients = new Map<number, Promise<webApi.WebClient>>();

  function client(timeout: number): Promise<webApi.WebClient> {
    const known = clients.get(timeout);
    if (known) return known;
    const made = import('@slack/bolt').then((bolt) => new bolt.webApi.WebClient(undefined, clientOptions(baseUrl, log, timeout)));
    clients.set(timeout, made);
    return made;
  }

  /** A refused token was not used: with a newer one the call is made as if for the first time. */
  async function send(workspace: string, method: string, args: Record<string, unknown>, timeout: number): Promise<unknown> {
    const web = await client(timeout);
    const given = ready(args);
    if (tokens === null) return web.apiCall(method, given);
    const token = await tokens.of(workspace);
    try {
      return await web.apiCall(method, { ...given, token });
    } catch (error) {
      if (!isDeadToken(error)) throw error;
      tokens.refused(workspace, token);
      const newer = await tokens.of(workspace).catch(() => token);
      if (newer === token) throw error;
      return web.apiCall(method, { ...given, token: newer });
    }
  }

  return (workspace: string) => {
    async function call<Answer extends z.ZodType>(
      method: string,
      args: Record<string, unknown>,
      answer: Answer,
      patience: Patience,
      timeout = deadlineMs,
    ): Promise<z.infer<Answer>> {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return answer.parse(await send(workspace, method, args, timeout));
        } catch (error) {
          const wait = waitBefore(error, attempt, patience);
          if (wait === null) throw error;
          log.debug('Slack asks to wait', { method, wait });
          await clock.sleep(wait);
        }
      }
    }
    return {
      call,
      /** For what hangs on a trigger: one attempt within its life. */
      callAtOnce: <Answer extends z.ZodType>(method: string, args: Record<string, unknown>, answer: Answer) =>
        call(method, args, answer, 'once', triggerDeadlineMs),
    };
  };
}

/** Objects as they are sent anyway: the client copies them through for its log first, which costs more than the call. */
const ready = (args: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null && !Buffer.isBuffer(value) ? JSON.stringify(value) : value,
    ]),
  );

function waitBefore(error: unknown, attempt: number, patience: Patience): number | null {
  if (patience === 'once' || attempt >= mostAttempts) return null;
  const seconds = waitSeconds(error);
  if (seconds !== null) return seconds * 1000 <= longestWaitMs ? seconds * 1000 : null;
  if (patience === 'waits' || attempt >= mostRepeats || !isServerTrouble(error)) return null;
  return 250 * 4 ** (attempt - 1);
}
