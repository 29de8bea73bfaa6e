/** Calls Slack's Web API: with a deadline, waiting when Slack asks for it, and repeating only what may be repeated. */
import type { webApi } from '@slack/bolt';
import type { z } from 'zod';
import type { Clock } from '../../src/clock.ts';
import type { Logger } from '../../src/log.ts';
import { createQuietLogger } from './quiet-logger.ts';
import { isServerTrouble, waitSeconds } from './slack-errors.ts';

/**
 * `once`: one attempt, for what is out of date a moment later. `waits`: obeys Retry-After; nothing was done then, so nothing is doubled.
 * `repeats`: also repeats after silence; only for calls that change nothing the second time.
 */
export type Patience = 'once' | 'waits' | 'repeats';

export type Calls = ReturnType<typeof createCalls>;

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

export function createCalls(options: { token: string; baseUrl: string; clock: Clock; log: Logger }) {
  const { token, baseUrl, clock, log } = options;
  const clients = new Map<number, Promise<webApi.WebClient>>();

  function client(timeout: number): Promise<webApi.WebClient> {
    const known = clients.get(timeout);
    if (known) return known;
    const made = import('@slack/bolt').then((bolt) => new bolt.webApi.WebClient(token, clientOptions(baseUrl, log, timeout)));
    clients.set(timeout, made);
    return made;
  }

  async function call<Answer extends z.ZodType>(
    method: string,
    args: Record<string, unknown>,
    answer: Answer,
    patience: Patience,
    timeout = deadlineMs,
  ): Promise<z.infer<Answer>> {
    const web = await client(timeout);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return answer.parse(await web.apiCall(method, args));
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
}

function waitBefore(error: unknown, attempt: number, patience: Patience): number | null {
  if (patience === 'once' || attempt >= mostAttempts) return null;
  const seconds = waitSeconds(error);
  if (seconds !== null) return seconds * 1000 <= longestWaitMs ? seconds * 1000 : null;
  if (patience === 'waits' || attempt >= mostRepeats || !isServerTrouble(error)) return null;
  return 250 * 4 ** (attempt - 1);
}
