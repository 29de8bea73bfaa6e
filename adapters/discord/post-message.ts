/** Posts, removes, and finds the conversation with one person: always with the bot's own token, so that nothing ends after 15 minutes. */
import { Routes } from 'discord.js';
import { z } from 'zod';
import type { BoundedMemory } from '../../src/bounded-memory.ts';
import type { MessageRef, MessageView, PersonRef, Place } from '../../src/chat/messages.ts';
import type { Calls } from './calls.ts';
import type { ButtonMemory } from './custom-ids.ts';
import { asAppError, codes, discordCode } from './discord-errors.ts';
import { limits } from './limits.ts';
import { type MessageBody, messageBody } from './message-body.ts';

const posted = z.object({ id: z.string(), channel_id: z.string() });
const opened = z.object({ id: z.string() });

/** A message that answers another, which may be gone by then. */
export const replyTo = (message: string | null) =>
  message === null ? {} : { message_reference: { message_id: message, fail_if_not_exists: false } };

/** For some minutes Discord takes a second message with the same nonce for the first. */
export const onceOnly = (key: string) => ({ nonce: key.slice(-limits.nonce), enforce_nonce: true });

/** `key` null: a lost answer may double the message. */
export async function postBody(place: Place, body: MessageBody, key: string | null, calls: Calls): Promise<MessageRef> {
  const { attachments: _none, ...rest } = body;
  try {
    const message = await calls(
      {
        method: 'POST',
        route: Routes.channelMessages(place.channel),
        body: { ...rest, ...replyTo(place.thread), ...(key === null ? {} : onceOnly(key)) },
        patience: key === null ? 'once' : 'repeats',
      },
      posted,
    );
    const { platform, workspace, thread } = place;
    return { platform, workspace, channel: message.channel_id, message: message.id, thread };
  } catch (error) {
    throw asAppError(error, 'a message');
  }
}

export function postMessage(
  place: Place,
  view: MessageView,
  key: string,
  { calls, memory }: { calls: Calls; memory: ButtonMemory },
): Promise<MessageRef> {
  const isRetry = view.buttons.every((button) => button.action === 'retry');
  // Words with nothing but Retry are about this hour; every other button must work in weeks.
  const body = messageBody(view, { workspace: place.workspace, message: null, memory, isLasting: !isRetry });
  return postBody(place, body, key, calls);
}

export async function removeMessage({ channel, message }: Pick<MessageRef, 'channel' | 'message'>, calls: Calls): Promise<void> {
  try {
    await calls({ method: 'DELETE', route: Routes.channelMessage(channel, message), patience: 'repeats' }, z.unknown());
  } catch (error) {
    const gone: readonly (number | null)[] = [codes.unknownMessage, codes.unknownChannel];
    if (!gone.includes(discordCode(error))) throw asAppError(error, 'the removal of a message');
  }
}

/** Conversations are remembered for a while: most people are answered more than once. */
export async function openDirect(person: PersonRef, calls: Calls, known: BoundedMemory<string>): Promise<Place> {
  const place = (channel: string): Place => ({ platform: 'discord', workspace: person.workspace, channel, thread: null });
  const before = known.get(person.person);
  if (before !== undefined) return place(before);
  try {
    const body = { recipient_id: person.person };
    const { id } = await calls({ method: 'POST', route: Routes.userChannels(), body, patience: 'repeats' }, opened);
    known.put(person.person, id);
    return place(id);
  } catch (error) {
    throw asAppError(error, 'the opening of a direct conversation');
  }
}
