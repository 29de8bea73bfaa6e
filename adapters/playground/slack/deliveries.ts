/** Carries commands, presses, submissions and events to the app, over its socket or by signed HTTP, and brings back its answer. */
import type { Envelopes } from './envelopes.ts';
import type { Faults } from './faults.ts';
import { signedHeaders } from './signature.ts';
import type { Json, World } from './world.ts';

const answerWithinMs = 3_000;

export type DeliveryKind = 'slash_commands' | 'interactive' | 'events_api';
/** `timed-out`: the app did not answer within 3 s; over a socket it is asked again when it comes back. */
export type Reply = { kind: 'acknowledged'; body: Json } | { kind: 'timed-out' } | { kind: 'failed'; status: number };

export type Deliveries = ReturnType<typeof createDeliveries>;

export function createDeliveries(world: World, faults: Faults, envelopes: Envelopes) {
  let httpUrl: string | null = null;
  return {
    /** Sends a payload to the app; resolves with its answer, or after 3 s without one. */
    deliver(kind: DeliveryKind, payload: Json): Promise<Reply> {
      const copies = faults.duplicates > 0 ? 2 : 1;
      faults.duplicates = Math.max(0, faults.duplicates - 1);
      const send = () =>
        httpUrl === null ? envelopes.deliver(kind, payload, copies) : byHttp(httpUrl, kind, payload, copies, world);
      const reply = faults.lateByMs > 0 ? world.clock.sleep(faults.lateByMs).then(send) : send();
      return orTimedOut(
        reply.catch((): Reply => ({ kind: 'failed', status: 0 })),
        world,
      );
    },
    /** From now on deliveries go by signed HTTP to this address. */
    useHttp(url: string | null) {
      httpUrl = url;
    },
  };
}

/** Slack tries an event again that is not acknowledged: at once here, where it would wait for minutes later on. */
const mostTries = 4;

async function byHttp(url: string, kind: DeliveryKind, payload: Json, copies: number, world: World): Promise<Reply> {
  const tries = kind === 'events_api' ? mostTries : 1;
  let reply: Reply = { kind: 'timed-out' };
  for (let before = 0; before < tries && reply.kind !== 'acknowledged'; before += 1) {
    reply = await post(url, kind, payload, { copies, before, world }).catch((): Reply => ({ kind: 'failed', status: 0 }));
  }
  return reply;
}

function bodyOf(kind: DeliveryKind, payload: Json): { body: string; type: string } {
  if (kind === 'events_api') return { body: JSON.stringify(payload), type: 'application/json' };
  const fields = kind === 'slash_commands' ? (payload as Record<string, string>) : { payload: JSON.stringify(payload) };
  return { body: new URLSearchParams(fields).toString(), type: 'application/x-www-form-urlencoded' };
}

async function post(
  url: string,
  kind: DeliveryKind,
  payload: Json,
  { copies, before, world }: { copies: number; before: number; world: World },
): Promise<Reply> {
  const { body, type } = bodyOf(kind, payload);
  const posts = Array.from({ length: copies }, (_, copy) => {
    const number = before + copy;
    const retry = number > 0 ? { 'x-slack-retry-num': String(number), 'x-slack-retry-reason': 'http_timeout' } : {};
    // The app compares the signature's time with its own clock.
    const signed = signedHeaders(world.secrets.signingSecret, body, Math.floor(Date.now() / 1000));
    return fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': type, ...signed, ...retry },
    });
  });
  const [response] = await Promise.all(posts);
  if (!response) return { kind: 'timed-out' };
  const text = await response.text();
  if (!response.ok) return { kind: 'failed', status: response.status };
  return { kind: 'acknowledged', body: text.startsWith('{') ? (JSON.parse(text) as Json) : text ? { text } : {} };
}

async function orTimedOut(reply: Promise<Reply>, world: World): Promise<Reply> {
  const enough = new AbortController();
  const timedOut = (): Reply => ({ kind: 'timed-out' });
  const tooLate = world.clock.sleep(answerWithinMs, enough.signal).then(timedOut, timedOut);
  const first = await Promise.race([reply, tooLate]);
  enough.abort();
  return first;
}
