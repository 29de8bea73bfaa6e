/** Answers `/api/v10/…`: which route, who asks, is it too often, and only then the route itself. Every request is written down. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal } from './refusal.ts';
import { type Body, readBody } from './request-body.ts';
import { type Match, matchRoute } from './routes/all-routes.ts';
import type { Answer } from './routes/route.ts';
import type { Surroundings } from './surroundings.ts';
import type { JournalEntry } from './world.ts';

const prefix = '/api/v10';

export async function answerRest(request: IncomingMessage, response: ServerResponse, around: Surroundings): Promise<void> {
  const { world, faults } = around;
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const path = url.pathname.slice(prefix.length);
  const match = url.pathname.startsWith(prefix) ? matchRoute(request.method ?? 'GET', path) : null;
  const name = match?.name ?? '';
  const fault = faults.take(name);
  const entry = writeDown(request, url, match, around);
  if (fault?.kind === 'hang') return void request.pause();
  const read = await readBody(request).catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
  if (!(read instanceof Refusal)) {
    entry.body = read.json;
    entry.files = read.files.map(({ field, name: file, bytes }) => ({ field, name: file, size: bytes.length }));
  }
  const late = faults.lateness(name);
  if (late > 0) await world.clock.sleep(late);
  entry.at = world.clock.now();
  respond({ response, match, fault, entry, read }, around);
}

function writeDown(request: IncomingMessage, url: URL, match: Match | null, around: Surroundings): JournalEntry {
  const { world } = around;
  const entry: JournalEntry = {
    at: world.clock.now(),
    method: request.method ?? 'GET',
    route: match?.path ?? '',
    path: decodeURIComponent(url.pathname),
    query: Object.fromEntries(url.searchParams),
    body: undefined,
    files: [],
    auth: authOf(request, around),
    status: 0,
    code: null,
    counted: [],
  };
  world.journal.push(entry);
  world.changed();
  return entry;
}

type Asked = {
  response: ServerResponse;
  match: Match | null;
  fault: ReturnType<Surroundings['faults']['take']>;
  entry: JournalEntry;
  read: Body | Refusal;
};

function respond({ response, match, fault, entry, read }: Asked, around: Surroundings) {
  if (fault?.kind === 'limit') {
    return tooOften(response, entry, fault, fault.isGlobal ? { 'x-ratelimit-global': 'true' } : {}, around);
  }
  const isByBot = entry.auth !== 'none' && !entry.route.startsWith('/interactions/');
  const verdict = match ? around.rates.check({ route: match.name, params: match.params, isByBot, at: entry.at }) : null;
  if (verdict?.ok === false) return tooOften(response, entry, verdict, verdict.headers, around);
  entry.counted = verdict?.counted ?? [];
  const headers = verdict?.headers ?? {};
  if (fault?.kind === 'status') return send(response, entry, fault.status, { message: 'fault', code: 0 }, headers, around);
  try {
    if (fault?.kind === 'refusal') throw new Refusal(fault.code);
    const answer = runRoute(match, entry, read, around);
    entry.status = answer.status;
    if (fault?.kind === 'lost') return void response.destroy();
    send(response, entry, answer.status, answer.status === 204 ? null : answer.body, headers, around);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    entry.code = error.code;
    const wait = error.retryAfter === null ? {} : { 'retry-after': String(error.retryAfter) };
    send(response, entry, error.status, error.told(), { ...headers, ...wait }, around);
  }
}

function authOf(request: IncomingMessage, { world, faults }: Surroundings): JournalEntry['auth'] {
  const sent = request.headers.authorization;
  if (sent === undefined) return 'none';
  return sent === `Bot ${world.botToken}` && !faults.deadToken ? 'bot' : 'wrong';
}

function runRoute(match: Match | null, entry: JournalEntry, body: Body | Refusal, around: Surroundings): Answer {
  // Discord looks at the token before it looks for anything else.
  if (entry.auth === 'wrong' || (match?.route.auth === 'bot' && entry.auth !== 'bot')) throw new Unauthorized();
  if (!match) throw new Refusal(0);
  if (body instanceof Refusal) throw body;
  return match.route.run({ params: match.params, query: entry.query, body }, around);
}

/** 401 with code 0, which is otherwise an unknown route. */
class Unauthorized extends Refusal {
  constructor() {
    super(0);
    this.message = '401: Unauthorized';
  }
  override readonly status = 401;
}

function tooOften(
  response: ServerResponse,
  entry: JournalEntry,
  { seconds, isGlobal }: { seconds: number; isGlobal: boolean },
  headers: Record<string, string>,
  around: Surroundings,
) {
  const body = { message: 'You are being rate limited.', retry_after: seconds, global: isGlobal };
  send(response, entry, 429, body, { ...headers, 'retry-after': String(seconds) }, around);
}

function send(
  response: ServerResponse,
  entry: JournalEntry,
  status: number,
  body: unknown,
  headers: Record<string, string>,
  { world }: Surroundings,
) {
  entry.status = status;
  world.changed();
  // Without a body there must be no content type, or clients try to read one.
  if (body === null) response.writeHead(status, headers).end();
  else response.writeHead(status, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify(body));
}
