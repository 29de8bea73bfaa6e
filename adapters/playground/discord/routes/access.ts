/** Whether the bot may do what it asks for in a channel or a guild. */
import { defaultUploadLimit } from '../message-content.ts';
import { channelPermissions, hasPermission, type Permission } from '../permissions.ts';
import { Refusal } from '../refusal.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Channel, Guild } from '../world.ts';

/** A channel the bot can see. */
export function visibleChannel(id: string | undefined, { world }: Surroundings): Channel {
  const channel = world.channels.get(id ?? '');
  if (!channel) throw new Refusal(10003);
  const isSeen = channel.kind !== 'group' && hasPermission(channelPermissions(world, channel, world.bot.id), 'ViewChannel');
  if (!isSeen) throw new Refusal(50001);
  return channel;
}

export function demand(channel: Channel, permission: Permission, { world }: Surroundings) {
  if (!hasPermission(channelPermissions(world, channel, world.bot.id), permission)) throw new Refusal(50013);
}

/** Speaking in a channel: another permission in threads, and a person's open door in a direct conversation. */
export function demandVoice(channel: Channel, around: Surroundings) {
  if (channel.kind === 'direct') {
    const isShut = [...channel.people].some((id) => around.world.users.get(id)?.takesDirectMessages === false);
    if (isShut) throw new Refusal(50007);
    return;
  }
  const isThread = channel.kind !== 'text';
  demand(channel, isThread ? 'SendMessagesInThreads' : 'SendMessages', around);
  if (channel.isLocked) throw new Refusal(50083);
}

export function botGuild(id: string | undefined, { world }: Surroundings): Guild {
  const guild = world.guilds.get(id ?? '');
  if (!guild?.hasBot) throw new Refusal(10004);
  return guild;
}

export function uploadLimitOf(channel: Channel, { world }: Surroundings): number {
  return (channel.guild === null ? undefined : world.guilds.get(channel.guild)?.uploadLimit) ?? defaultUploadLimit;
}
