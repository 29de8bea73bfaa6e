/** The loopback's channels and direct messages. */
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import type { Channel, World } from '../world.ts';
import { type Method, readArgs } from './method.ts';

export function addChannel(
  world: World,
  name: string,
  options: { id?: string; isPrivate?: boolean; withBot?: boolean; directWith?: string } = {},
) {
  const channel: Channel = {
    id: options.id ?? world.nextId(options.directWith ? 'D' : 'C'),
    name,
    members: new Set(options.withBot === false ? [] : [world.app.user]),
    isArchived: false,
    isPrivate: options.isPrivate ?? false,
    takesFiles: true,
    directWith: options.directWith ?? null,
    messages: [],
  };
  world.channels.set(channel.id, channel);
  return channel;
}

/** The direct conversation between the bot and a person; made when first needed. */
export function directChannel(world: World, person: string): Channel {
  if (!world.people.has(person)) throw new Refusal('channel_not_found');
  if (world.withoutDirect.has(person)) throw new Refusal('cannot_dm_bot');
  for (const channel of world.channels.values()) if (channel.directWith === person) return channel;
  const channel = addChannel(world, 'directmessage', { directWith: person, isPrivate: true });
  channel.members.add(person);
  return channel;
}

/** The channel a bot call names; a private one that the bot is not in does not exist for it. */
export function channelForBot(world: World, id: string): Channel {
  if (/^[UW]/.test(id)) return directChannel(world, id);
  const channel = world.channels.get(id);
  const isMember = channel?.members.has(world.app.user) ?? false;
  if (!channel || (channel.isPrivate && !isMember)) throw new Refusal('channel_not_found');
  if (channel.isArchived) throw new Refusal('is_archived');
  if (!isMember) throw new Refusal('not_in_channel');
  return channel;
}

export const conversationMethods: Readonly<Record<string, Method>> = {
  'conversations.info': {
    scope: 'channels:read',
    token: 'bot',
    run: (args, { world }) => {
      const { channel: id } = readArgs(z.object({ channel: z.string() }), args);
      const channel = world.channels.get(id);
      const isMember = channel?.members.has(world.app.user) ?? false;
      if (!channel || (channel.isPrivate && !isMember)) throw new Refusal('channel_not_found');
      return { channel: { id, name: channel.name, is_member: isMember, is_archived: channel.isArchived, is_ext_shared: false } };
    },
  },
  'conversations.open': {
    scope: 'im:write',
    token: 'bot',
    run: (args, { world }) => {
      const { users } = readArgs(z.object({ users: z.string() }), args);
      return { channel: { id: directChannel(world, users).id } };
    },
  },
};
