/** Edits messages no faster than Discord allows: progress is dropped when it comes too often, a step and the last word wait their turn. */
import { Routes } from 'discord.js';
import { z } from 'zod';
import type { EditKind } from '../../src/chat/chat-adapter.ts';
import type { MessageRef } from '../../src/chat/messages.ts';
import type { Clock } from '../../src/clock.ts';
import type { Calls } from './calls.ts';
import { asAppError, codes, discordCode, isServerTrouble, lateEditWait } from './discord-errors.ts';
import type { MessageBody } from './message-body.ts';
import { removeMessage } from './post-message.ts';

type Edited = 'done' | 'skipped' | 'gone';

const perMessageMs = 3_000;
/** Discord allows about 5 in 5 s in a channel; the rest is kept for last words. */
const perChannel = { edits: 3, ms: 5_000 };
/** Progress that waited so long is out of date. */
const progressWithinMs = 2_500;
const mostRemembered = 5_000;
/** Messages older than an hour may be edited a few times only; beyond this wait a new message is better. */
const longestLateWaitSeconds = 30;

const goneCodes: readonly (number | null)[] = [
  codes.unknownMessage,
  codes.unknownChannel,
  codes.missingAccess,
  codes.archivedThread,
  codes.lockedThread,
];

/** `unsettled`: how many steps and last words are being made. */
type Pace = { lastAt: number; isFinal: boolean; unsettled: number; running: Promise<unknown> };

export function createEdits({ calls, clock }: { calls: Calls; clock: Clock }) {
  const paces = new Map<string, Pace>();
  const recent = new Map<string, number[]>();

  function paceOf(ref: MessageRef): Pace {
    const pace = paces.get(ref.message) ?? {
      lastAt: Number.NEGATIVE_INFINITY,
      isFinal: false,
      unsettled: 0,
      running: Promise.resolve(),
    };
    paces.delete(ref.message);
    paces.set(ref.message, pace);
    const oldest = paces.size > mostRemembered ? paces.keys().next().value : undefined;
    if (oldest !== undefined) paces.delete(oldest);
    return pace;
  }

  function editsIn(channel: string): number[] {
    const times = (recent.get(channel) ?? []).filter((time) => clock.now() - time < perChannel.ms);
    recent.delete(channel);
    recent.set(channel, times);
    const oldest = recent.size > mostRemembered ? recent.keys().next().value : undefined;
    if (oldest !== undefined) recent.delete(oldest);
    return times;
  }

  function send({ channel, message }: MessageRef, body: MessageBody, withinMs?: number) {
    const route = Routes.channelMessage(channel, message);
    const patience = withinMs === undefined ? 'repeats' : 'once';
    return calls({ method: 'PATCH', route, body, patience, ...(withinMs === undefined ? {} : { withinMs }) }, z.unknown());
  }

  async function progress(ref: MessageRef, body: MessageBody): Promise<Edited> {
    const pace = paceOf(ref);
    const times = editsIn(ref.channel);
    const isTooSoon = clock.now() - pace.lastAt < perMessageMs || times.length >= perChannel.edits;
    if (pace.isFinal || pace.unsettled > 0 || isTooSoon) return 'skipped';
    pace.lastAt = clock.now();
    times.push(clock.now());
    const mine = send(ref, body, progressWithinMs);
    pace.running = mine.catch(() => undefined);
    try {
      await mine;
      return 'done';
    } catch (error) {
      return isServerTrouble(error) || lateEditWait(error) !== null ? 'skipped' : goneOr(error);
    }
  }

  /** Waits for the edits before it, and for Discord. */
  async function surely(ref: MessageRef, body: MessageBody, kind: 'step' | 'final'): Promise<Edited> {
    const pace = paceOf(ref);
    if (kind === 'final') pace.isFinal = true;
    pace.unsettled += 1;
    const mine = pace.running.then(() => whenLateEditsAreAllowed(clock, () => send(ref, body)));
    pace.running = mine.catch(() => undefined);
    editsIn(ref.channel).push(clock.now());
    try {
      await mine;
      return 'done';
    } catch (error) {
      if (lateEditWait(error) === null) return goneOr(error);
      // A new message takes its place, so that nobody looks at what is not true any more.
      await removeMessage(ref, calls);
      return 'gone';
    } finally {
      pace.unsettled -= 1;
    }
  }

  return (ref: MessageRef, body: MessageBody, kind: EditKind): Promise<Edited> =>
    kind === 'progress' ? progress(ref, body) : surely(ref, body, kind);
}

async function whenLateEditsAreAllowed(clock: Clock, send: () => Promise<unknown>): Promise<void> {
  try {
    await send();
  } catch (error) {
    const seconds = lateEditWait(error);
    if (seconds === null || seconds > longestLateWaitSeconds) throw error;
    await clock.sleep(seconds * 1000 + 250);
    await send();
  }
}

function goneOr(error: unknown): 'gone' {
  if (goneCodes.includes(discordCode(error))) return 'gone';
  throw asAppError(error, 'an edit');
}
