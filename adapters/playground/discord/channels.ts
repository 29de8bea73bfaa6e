/** Channels, threads and conversations as they come and go, and the events that tell of it. */
import { intents } from './gateway/intents.ts';
import type { Surroundings } from './surroundings.ts';
import { toldChannel } from './told.ts';
import type { Channel, Guild, World } from './world.ts';

type NewChannel = Pick<Channel, 'kind' | 'name' | 'guild'> & Partial<Channel>;

function insertChannel(world: World, made: NewChannel): Channel {
  const blank = { parent: null, people: new Set<string>(), deniedToBot: 0n, isArchived: false, isLocked: false, messages: [] };
  const channel: Channel = { id: world.nextId(), ...blank, ...made };
  world.channels.set(channel.id, channel);
  return channel;
}

export function addChannel(made: NewChannel, around: Surroundings): Channel {
  const channel = insertChannel(around.world, made);
  tell(channel.kind === 'text' ? 'CHANNEL_CREATE' : 'THREAD_CREATE', channel, around);
  around.world.changed();
  return channel;
}

/** A channel or thread vanishes with everything in it. */
export function deleteChannel(channel: Channel, around: Surroundings) {
  const { world } = around;
  world.channels.delete(channel.id);
  tell(channel.kind === 'text' ? 'CHANNEL_DELETE' : 'THREAD_DELETE', channel, around);
  for (const thread of [...world.channels.values()]) if (thread.parent === channel.id) world.channels.delete(thread.id);
  world.changed();
}

/** The bot may do less, or more, in a channel than before. */
export function denyBot(channel: Channel, denied: bigint, around: Surroundings) {
  channel.deniedToBot = denied;
  if (channel.kind === 'text') tell('CHANNEL_UPDATE', channel, around);
  around.world.changed();
}

function tell(name: string, channel: Channel, { world, gateway }: Surroundings) {
  const guild: Guild | undefined = channel.guild === null ? undefined : world.guilds.get(channel.guild);
  if (!guild?.hasBot || guild.isOut) return;
  const isNew = name === 'THREAD_CREATE' ? { newly_created: true } : {};
  gateway.dispatch({ name, intent: intents.guilds, body: { ...toldChannel(world, channel), ...isNew } });
}

/** The conversation of the bot with one person; there is only ever one. */
export function directChannel(world: World, person: string): Channel {
  const known = [...world.channels.values()].find((one) => one.kind === 'direct' && one.people.has(person));
  return known ?? insertChannel(world, { kind: 'direct', name: '', guild: null, people: new Set([person]) });
}

/** A conversation of several people, without the bot. */
export function groupChannel(world: World, people: readonly string[]): Channel {
  return insertChannel(world, { kind: 'group', name: '', guild: null, people: new Set(people) });
}
