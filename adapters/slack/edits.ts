/** Edits messages no faster than Slack allows: progress is dropped when it comes too often, the last word waits its turn. */
import { z } from 'zod';
import type { EditKind } from '../../src/chat/chat-adapter.ts';
import type { MessageRef } from '../../src/chat/messages.ts';
import type { Clock } from '../../src/clock.ts';
import type { CallsIn } from './calls.ts';
import type { MessageBody } from './message-blocks.ts';
import { isUnready, whenPictureIsReady } from './picture-patience.ts';
import { asAppError, isServerTrouble, slackCode, waitSeconds } from './slack-errors.ts';

type Edited = 'done' | 'skipped' | 'gone';

const perMessageMs = 3_000;
/** Slack allows 50 a minute in a workspace; the rest is kept for last words. */
const perWorkspace = { edits: 40, ms: 60_000 };
const mostRemembered = 5_000;

const goneCodes = new Set([
  'message_not_found',
  'cant_update_message',
  'channel_not_found',
  'is_archived',
  'not_in_channel',
  'thread_not_found',
]);
const anyAnswer = z.unknown();

type Pace = { lastAt: number; isFinal: boolean; running: Promise<unknown> | null };

export function createEdits({ callsIn, clock }: { callsIn: CallsIn; clock: Clock }) {
  const paces = new Map<string, Pace>();
  const recent = new Map<string, number[]>();
  const pausedUntil = new Map<string, number>();

  function paceOf(ref: MessageRef): Pace {
    const key = `${ref.workspace} ${ref.channel} ${ref.message}`;
    const pace = paces.get(key) ?? { lastAt: Number.NEGATIVE_INFINITY, isFinal: false, running: null };
    paces.delete(key);
    paces.set(key, pace);
    const oldest = paces.size > mostRemembered ? paces.keys().next().value : undefined;
    if (oldest !== undefined) paces.delete(oldest);
    return pace;
  }

  function edits(workspace: string): number[] {
    const times = (recent.get(workspace) ?? []).filter((time) => clock.now() - time < perWorkspace.ms);
    recent.set(workspace, times);
    return times;
  }

  function send(ref: MessageRef, body: MessageBody, patience: 'once' | 'repeats') {
    const args = { channel: ref.channel, ts: ref.message, ...body, ...literally };
    return callsIn(ref.workspace).call('chat.update', args, anyAnswer, patience);
  }

  async function progress(ref: MessageRef, body: MessageBody): Promise<Edited> {
    const pace = paceOf(ref);
    const times = edits(ref.workspace);
    const isTooSoon = clock.now() - pace.lastAt < perMessageMs || clock.now() < (pausedUntil.get(ref.workspace) ?? 0);
    if (pace.isFinal || pace.running || isTooSoon || times.length >= perWorkspace.edits) return 'skipped';
    pace.lastAt = clock.now();
    times.push(clock.now());
    pace.running = send(ref, body, 'once');
    try {
      await pace.running;
      return 'done';
    } catch (error) {
      const wait = waitSeconds(error);
      if (wait !== null) pausedUntil.set(ref.workspace, clock.now() + wait * 1000);
      if (wait !== null || isServerTrouble(error) || isUnready(error, body)) return 'skipped';
      return goneOr(error);
    } finally {
      pace.running = null;
    }
  }

  async function inTurn(ref: MessageRef, body: MessageBody, isFinal: boolean): Promise<Edited> {
    const pace = paceOf(ref);
    pace.isFinal = isFinal;
    const before = pace.running ?? Promise.resolve();
    const mine = before.catch(() => undefined).then(() => whenPictureIsReady(body, clock, () => send(ref, body, 'repeats')));
    pace.running = mine;
    edits(ref.workspace).push(clock.now());
    try {
      await mine;
      return 'done';
    } catch (error) {
      return goneOr(error);
    } finally {
      if (pace.running === mine) pace.running = null;
    }
  }

  return (ref: MessageRef, body: MessageBody, kind: EditKind) =>
    kind === 'progress' ? progress(ref, body) : inTurn(ref, body, kind === 'final');
}

/** Slack must not look for names or links in what we say. */
export const literally = { parse: 'none', link_names: false } as const;
export const withoutPreviews = { unfurl_links: false, unfurl_media: false } as const;

function goneOr(error: unknown): 'gone' {
  if (goneCodes.has(slackCode(error) ?? '')) return 'gone';
  throw asAppError(error, 'chat.update');
}
