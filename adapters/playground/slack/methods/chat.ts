/** The loopback's messages: posted, edited, removed, and shown to one person only. */
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import { findMessage, type Json, type StoredMessage, type World } from '../world.ts';
import { checkedBlocks } from './blocks.ts';
import { channelForBot } from './conversations.ts';
import { type Method, readArgs } from './method.ts';

const content = z.object({
  channel: z.string(),
  text: z.string().max(40_000).optional(),
  blocks: z.array(z.unknown()).optional(),
});

function readContent(world: World, args: Json) {
  const { text, blocks } = readArgs(content, args);
  if (!text && !blocks?.length) throw new Refusal('no_text');
  return { text: text ?? '', blocks: checkedBlocks(world, blocks ?? []) };
}

/** A message as Slack tells it in answers and payloads; one that was replied to names itself as its thread. */
export function toldMessage(world: World, message: StoredMessage): Json {
  const hasReplies = world.channels.get(message.channel)?.messages.some((one) => one.thread === message.ts && !one.deleted);
  const thread = message.thread ?? (hasReplies ? message.ts : null);
  return {
    type: 'message',
    channel: message.channel,
    ts: message.ts,
    text: message.text,
    user: message.user,
    team: world.team.id,
    blocks: message.blocks,
    ...(message.fromBot ? { bot_id: world.app.bot, app_id: world.app.id } : {}),
    ...(thread ? { thread_ts: thread } : {}),
  };
}

export function addMessage(world: World, message: Omit<StoredMessage, 'ts' | 'edits' | 'deleted'>): StoredMessage {
  const stored: StoredMessage = { ...message, ts: world.nextTs(), edits: [], deleted: false };
  world.channels.get(message.channel)?.messages.push(stored);
  return stored;
}

/** The thread a call names, refused when its first message does not exist. */
export function checkedThread(world: World, channel: string, thread: string | undefined): string | null {
  if (thread === undefined) return null;
  const parent = findMessage(world, channel, thread);
  if (!parent) throw new Refusal('thread_not_found');
  return parent.thread ?? parent.ts;
}

function ownMessage(world: World, args: Json, notOwn: string): StoredMessage {
  const { channel: id, ts } = readArgs(z.object({ channel: z.string(), ts: z.string() }), args);
  const channel = world.channels.get(id);
  if (!channel) throw new Refusal('channel_not_found');
  if (channel.isArchived) throw new Refusal('is_archived');
  const message = findMessage(world, channel.id, ts);
  if (!message) throw new Refusal('message_not_found');
  if (!message.fromBot) throw new Refusal(notOwn);
  return message;
}

export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': {
    scope: 'chat:write',
    token: 'bot',
    run: (args, { world, rules }) => {
      const { channel: id, thread_ts } = readArgs(z.object({ channel: z.string(), thread_ts: z.string().optional() }), args);
      if (/^[UW]/.test(id) && !rules.messagesTab) throw new Refusal('messages_tab_disabled');
      const channel = channelForBot(world, id);
      const { text, blocks } = readContent(world, args);
      const thread = checkedThread(world, channel.id, thread_ts);
      const message = addMessage(world, {
        channel: channel.id,
        thread,
        user: world.app.user,
        fromBot: true,
        text,
        blocks,
        files: [],
      });
      return { channel: channel.id, ts: message.ts, message: toldMessage(world, message) };
    },
  },
  'chat.update': {
    scope: 'chat:write',
    token: 'bot',
    run: (args, { world }) => {
      const message = ownMessage(world, args, 'cant_update_message');
      const next = readContent(world, args);
      message.edits.push({ text: message.text, blocks: message.blocks });
      Object.assign(message, next);
      return { channel: message.channel, ts: message.ts, text: message.text, message: toldMessage(world, message) };
    },
  },
  'chat.delete': {
    scope: 'chat:write',
    token: 'bot',
    run: (args, { world }) => {
      const message = ownMessage(world, args, 'cant_delete_message');
      message.deleted = true;
      return { channel: message.channel, ts: message.ts };
    },
  },
  'chat.postEphemeral': {
    scope: 'chat:write',
    token: 'bot',
    run: (args, { world }) => {
      const schema = z.object({ channel: z.string(), user: z.string(), thread_ts: z.string().optional() });
      const { channel: id, user, thread_ts } = readArgs(schema, args);
      const channel = channelForBot(world, id);
      if (!channel.members.has(user)) throw new Refusal('user_not_in_channel');
      const { text, blocks } = readContent(world, args);
      const ts = world.nextTs();
      const thread = checkedThread(world, channel.id, thread_ts);
      world.ephemerals.push({ ts, channel: channel.id, user, thread, text, blocks, via: 'chat.postEphemeral' });
      return { message_ts: ts };
    },
  },
};
