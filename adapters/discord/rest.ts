/** Discord's REST client as every part here uses it: its own connections, deadlines, and no waiting that helps nobody. */
import { createRequire } from 'node:module';
import { DefaultRestOptions, REST, type RESTOptions, type ResponseLike } from 'discord.js';
import { z } from 'zod';
import type { Logger } from '../../src/log.ts';
import { codes } from './discord-errors.ts';

export type Rest = ReturnType<typeof createRest>;

const deadlineMs = 15_000;
const uploadDeadlineMs = 120_000;
const longestWaitMs = 60_000;
/** Discord bars an address that made 10,000 refused requests in 10 minutes. */
const warnEvery = 500;

type Agent = NonNullable<RESTOptions['agent']>;

/**
 * The client brings undici 6; the Slack library, when it is loaded first, makes its undici 7 the process-wide one, and uploads
 * then fail with "action is not a function". Connections of the client's own undici are safe in any order.
 */
function ownAgent(): Agent {
  const client = createRequire(createRequire(import.meta.url).resolve('discord.js'));
  const undici = createRequire(client.resolve('@discordjs/rest'))('undici') as { Agent: new () => Agent };
  return new undici.Agent();
}

export function createRest({ token, apiUrl, log }: { token: string; apiUrl: string; log: Logger }) {
  const agent = ownAgent();
  const clientOptions = {
    api: apiUrl,
    agent,
    version: '10',
    retries: 0,
    timeout: uploadDeadlineMs,
    invalidRequestWarningInterval: warnEvery,
    makeRequest: withDeadline,
    // A wait this long holds up everything behind it: better told, and tried again later.
    rejectOnRateLimit: ({ timeToReset }: { timeToReset: number }) => timeToReset > longestWaitMs,
  } satisfies Partial<RESTOptions>;
  const rest = new REST(clientOptions).setToken(token);
  rest.on('invalidRequestWarning', ({ count }) => log.warn('Discord refuses many requests; it bars who makes 10,000', { count }));
  rest.on('rateLimited', ({ route, timeToReset, global }) =>
    log.debug('Discord asks to wait', { route: withoutTokens(route), wait: Math.round(timeToReset), global }),
  );
  return {
    rest,
    clientOptions,
    /** The client forgets a token that was refused once; the operator may have put it right. */
    withToken: (): REST => rest.setToken(token),
    async close(): Promise<void> {
      rest.clearHandlerSweeper();
      rest.clearHashSweeper();
      await agent.destroy();
    },
  };
}

const withoutTokens = (route: string): string => route.replaceAll(/(webhooks|interactions)\/[^\s]*/g, '$1/…');

type MakeRequest = NonNullable<RESTOptions['makeRequest']>;

/** Uploads have two minutes, everything else a quarter of one. */
const withDeadline: MakeRequest = async (url, init) => {
  const ended = new AbortController();
  const end = () => ended.abort();
  const timer = setTimeout(end, init.body instanceof FormData ? uploadDeadlineMs : deadlineMs);
  if (init.signal?.aborted) end();
  init.signal?.addEventListener('abort', end);
  try {
    return await withoutEndlessWait(await DefaultRestOptions.makeRequest(url, { ...init, signal: ended.signal }));
  } finally {
    clearTimeout(timer);
    init.signal?.removeEventListener('abort', end);
  }
};

const refusal = z.object({ code: z.literal(codes.oldMessageEdits) });

/** Too many edits of old messages is a 429 of its own: the client would wait for it, holding up every other edit. */
async function withoutEndlessWait(response: ResponseLike): Promise<ResponseLike> {
  if (response.status !== 429) return response;
  const body = await response.text();
  const isLateEdit = refusal.safeParse(jsonOf(body)).success;
  return new Response(body, { status: isLateEdit ? 400 : 429, headers: isLateEdit ? jsonOnly : [...response.headers] });
}

const jsonOnly: [string, string][] = [['content-type', 'application/json']];

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
