/** Answers `POST /api/<method>`: who asks, may they, is it too often, and only then the method itself. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { authMethods } from './methods/auth.ts';
import { chatMethods } from './methods/chat.ts';
import { conversationMethods } from './methods/conversations.ts';
import { fileMethods } from './methods/files.ts';
import type { Method, Surroundings } from './methods/method.ts';
import { oauthMethods, personMethods } from './methods/oauth.ts';
import { viewMethods } from './methods/views.ts';
import type { createRates } from './rates.ts';
import { Refusal } from './refusal.ts';
import { readCall } from './request-body.ts';
import type { Json } from './world.ts';

export const methods: Readonly<Record<string, Method>> = {
  ...authMethods,
  ...chatMethods,
  ...conversationMethods,
  ...fileMethods,
  ...oauthMethods,
  ...personMethods,
  ...viewMethods,
};

/** One workspace at the other end of the API. */
export type WebApi = { around: Surroundings; rates: ReturnType<typeof createRates> };

/** The workspace is the one whose token is shown; the first one where none is known. */
export async function answerCall(
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
  [first, ...others]: readonly [WebApi, ...WebApi[]],
): Promise<void> {
  const args = await readCall(request);
  const token = request.headers.authorization?.replace(/^Bearer /, '') ?? String(args['token'] ?? '');
  delete args['token'];
  const api = others.find(({ around }) => around.world.access.knows(token)) ?? first;
  const { world, faults, rules } = api.around;
  let verdict: ReturnType<WebApi['rates']['check']> | null = null;
  let countedAt: number | null = null;
  const note = (answer: string) => {
    world.journal.push({ at: countedAt ?? world.clock.now(), method: name, args, answer, counted: verdict?.counted ?? null });
    world.changed();
  };
  const lateness = faults.lateness(name);
  if (lateness > 0) await world.clock.sleep(lateness);
  const fault = faults.take(name);
  if (fault?.kind === 'hang') return note('never answered');
  if (fault?.kind === 'status') {
    note(`HTTP ${fault.status}`);
    response.writeHead(fault.status).end('fault');
    return;
  }
  if (fault?.kind !== 'limit' && faults.rateLimits) {
    countedAt = world.clock.now();
    verdict = api.rates.check(name, args['channel']);
  }
  const wait = fault?.kind === 'limit' ? fault.seconds : (verdict?.waitSeconds ?? 0);
  if (wait > 0) {
    note('ratelimited');
    response.writeHead(429, { 'retry-after': String(wait), 'content-type': 'application/json' });
    response.end(JSON.stringify({ ok: false, error: 'ratelimited' }));
    return;
  }
  const answer = fault?.kind === 'error' ? { ok: false, error: fault.error } : runMethod(name, token, args, api.around);
  note(answer['ok'] ? 'ok' : String(answer['error']));
  if (fault?.kind === 'lost') {
    response.destroy();
    return;
  }
  const scopes = token === world.secrets.appToken ? 'connections:write' : [...rules.scopes].join(',');
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'x-oauth-scopes': scopes });
  response.end(JSON.stringify(answer));
}

function runMethod(name: string, token: string, args: Json, around: Surroundings): Json {
  try {
    const method = methods[name];
    if (!method) throw new Refusal('unknown_method', { req_method: name });
    checkToken(method, token, around);
    if (method.scope !== null && !around.rules.scopes.has(method.scope)) {
      throw new Refusal('missing_scope', { needed: method.scope, provided: [...around.rules.scopes].join(',') });
    }
    return { ok: true, ...method.run(args, around) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.code, ...error.details };
    throw error;
  }
}

function checkToken(method: Method, token: string, { world, faults }: Surroundings) {
  if (method.token === 'none') return;
  if (token === '') throw new Refusal('not_authed');
  if (faults.deadToken) throw new Refusal('invalid_auth');
  const isApp = token === world.secrets.appToken;
  const refusal = isApp ? null : world.access.refusal(token);
  if (refusal !== null) throw new Refusal(refusal);
  if (isApp !== (method.token === 'app')) throw new Refusal('not_allowed_token_type');
}
