/** Calls Discord's REST interface, and repeats only what may be repeated. */
import type { RawFile, RouteLike } from 'discord.js';
import type { z } from 'zod';
import type { Clock } from '../../src/clock.ts';
import { AppError } from '../../src/errors.ts';
import { codes, discordCode, httpStatus, isServerTrouble } from './discord-errors.ts';
import type { Rest } from './rest.ts';

/**
 * `once`: one attempt, for what is out of date a moment later. `repeats`: repeated after silence and server trouble; only for
 * what changes nothing the second time. Both wait where Discord asks for it, as the client does by itself.
 */
export type Patience = 'once' | 'repeats';

export type Call = {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  route: RouteLike;
  body?: unknown;
  files?: RawFile[];
  query?: Record<string, string>;
  /** False for calls that an interaction's token allows. */
  withToken?: boolean;
  patience: Patience;
  /** Gives up after this many milliseconds; the client's own deadline where absent. */
  withinMs?: number;
};

export type Calls = ReturnType<typeof createCalls>;

const mostRepeats = 3;
/** A refused token is not tried again for so long: Discord bars who keeps trying. */
const refusedTokenPauseMs = 30_000;

export function createCalls({ rest, clock }: { rest: Rest; clock: Clock }) {
  let pausedUntil = 0;

  async function send({ method, route, body, files, query, withToken = true, withinMs }: Call): Promise<unknown> {
    const sent = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      if (withinMs !== undefined) timer = setTimeout(() => reject(new Error('Discord did not answer in time')), withinMs);
    });
    const request = rest.withToken().request({
      method: method as Parameters<typeof rest.rest.request>[0]['method'],
      fullRoute: route,
      auth: withToken,
      signal: sent.signal,
      ...(body === undefined ? {} : { body }),
      ...(files ? { files } : {}),
      ...(query ? { query: new URLSearchParams(query) } : {}),
    });
    try {
      return await Promise.race([request, late]);
    } finally {
      clearTimeout(timer);
      sent.abort();
      request.catch(() => undefined);
    }
  }

  return async <Answer extends z.ZodType>(call: Call, answer: Answer): Promise<z.infer<Answer>> => {
    for (let attempt = 1; ; attempt += 1) {
      if (call.withToken !== false && clock.now() < pausedUntil)
        throw new AppError('chat-unavailable', 'Discord refused the token a moment ago', { retry: 'later' });
      try {
        return answer.parse(await send(call));
      } catch (error) {
        if (call.withToken !== false && isTokenRefused(error)) pausedUntil = clock.now() + refusedTokenPauseMs;
        if (call.patience === 'once' || attempt >= mostRepeats || !isServerTrouble(error)) throw error;
        await clock.sleep(250 * 4 ** (attempt - 1));
      }
    }
  };
}

function isTokenRefused(error: unknown): boolean {
  return httpStatus(error) === 401 && discordCode(error) !== codes.expiredToken;
}
