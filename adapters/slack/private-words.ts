/** Says something that only one person sees: in the channel, by the address of their last deed there, or in their direct messages. */
import { z } from 'zod';
import type { PersonRef, Place } from '../../src/chat/messages.ts';
import type { Clock } from '../../src/clock.ts';
import type { CallsIn } from './calls.ts';
import { isFileHost } from './connection.ts';
import { literally, withoutPreviews } from './edits.ts';
import type { MessageBody } from './message-blocks.ts';
import { asAppError, slackCode } from './slack-errors.ts';

/** Slack allows 5 uses in 30 minutes; one minute is left for the way. */
const linkUses = 5;
const linkLivesMs = 29 * 60_000;
const linkDeadlineMs = 5_000;
const mostLinks = 1_000;
const unreachable = new Set(['not_in_channel', 'channel_not_found', 'user_not_in_channel', 'is_archived', 'thread_not_found']);
const anyAnswer = z.unknown();

const isDirect = ({ channel }: Place): boolean => channel.startsWith('D');

type Link = { url: string; uses: number; expiresAt: number };

export type PrivateWords = ReturnType<typeof createPrivateWords>;

export function createPrivateWords({ callsIn, baseUrl, clock }: { callsIn: CallsIn; baseUrl: string; clock: Clock }) {
  const links = new Map<string, Link>();
  const keyOf = (person: PersonRef, place: Place) => `${person.workspace} ${person.person} ${place.channel}`;

  async function byLink(person: PersonRef, place: Place, body: MessageBody): Promise<boolean> {
    const link = links.get(keyOf(person, place));
    if (!link || link.uses >= linkUses || clock.now() > link.expiresAt) return false;
    link.uses += 1;
    const said = JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...body });
    const headers = { 'content-type': 'application/json' };
    try {
      const signal = AbortSignal.timeout(linkDeadlineMs);
      const response = await fetch(link.url, { method: 'POST', body: said, headers, redirect: 'error', signal });
      await response.body?.cancel();
      return response.ok;
    } catch {
      return false;
    }
  }

  async function inChannel(person: PersonRef, place: Place, body: MessageBody): Promise<boolean> {
    // Nobody else sees what is said there, and a message stays, also for somebody who looks at the bot's page meanwhile.
    if (isDirect(place)) return false;
    const thread = place.thread === null ? {} : { thread_ts: place.thread };
    const args = { channel: place.channel, user: person.person, ...thread, ...body, ...literally };
    try {
      await callsIn(person.workspace).call('chat.postEphemeral', args, anyAnswer, 'waits');
      return true;
    } catch (error) {
      if (unreachable.has(slackCode(error) ?? '')) return false;
      throw asAppError(error, 'chat.postEphemeral');
    }
  }

  async function directly(person: PersonRef, body: MessageBody): Promise<void> {
    try {
      await callsIn(person.workspace).call(
        'chat.postMessage',
        { channel: person.person, ...body, ...literally, ...withoutPreviews },
        anyAnswer,
        'waits',
      );
    } catch (error) {
      throw asAppError(error, 'chat.postMessage');
    }
  }

  return {
    /** Remembers where a person's last deed in a channel can be answered. */
    remember(person: PersonRef, place: Place, url: string | undefined) {
      if (url === undefined || !isFileHost(url, baseUrl)) return;
      links.delete(keyOf(person, place));
      links.set(keyOf(person, place), { url, uses: 0, expiresAt: clock.now() + linkLivesMs });
      const oldest = links.size > mostLinks ? links.keys().next().value : undefined;
      if (oldest !== undefined) links.delete(oldest);
    },
    /** Answers a deed that just happened: its address works even where the bot is no member. */
    async answer(person: PersonRef, place: Place, body: MessageBody): Promise<void> {
      if (await byLink(person, place, body)) return;
      if (!(await inChannel(person, place, body))) await directly(person, body);
    },
    /** Says something later: the channel first, as addresses are few and short-lived. Never visible to anybody else. */
    async tell(person: PersonRef, place: Place, body: MessageBody): Promise<void> {
      if (await inChannel(person, place, body)) return;
      if (!(await byLink(person, place, body))) await directly(person, body);
    },
    /** False where the person is no member. */
    pointTo: inChannel,
    forget: () => links.clear(),
  };
}
