/** The permissions the loopback knows, and who holds which. Bits: Discord's documentation, topics/permissions. */
import type { Channel, Guild, World } from './world.ts';

const bits = {
  Administrator: 1n << 3n,
  ManageGuild: 1n << 5n,
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  ManageMessages: 1n << 13n,
  EmbedLinks: 1n << 14n,
  AttachFiles: 1n << 15n,
  ReadMessageHistory: 1n << 16n,
  MentionEveryone: 1n << 17n,
  UseApplicationCommands: 1n << 31n,
  ManageThreads: 1n << 34n,
  CreatePublicThreads: 1n << 35n,
  CreatePrivateThreads: 1n << 36n,
  SendMessagesInThreads: 1n << 38n,
} as const;

export type Permission = keyof typeof bits;
export const allPermissions = Object.keys(bits) as Permission[];

export const bitsOf = (names: readonly Permission[]): bigint => names.reduce((sum, name) => sum | bits[name], 0n);

/** What everybody may do in a new guild. */
export const everyday = bitsOf([
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'UseApplicationCommands',
  'CreatePublicThreads',
  'CreatePrivateThreads',
  'SendMessagesInThreads',
]);

/** What a person or the bot may do in a guild, before the rules of one channel. */
export function guildPermissions(guild: Guild, user: string): bigint {
  const everyone = guild.roles.get(guild.id)?.permissions ?? 0n;
  const held = [...(guild.members.get(user)?.roles ?? [])];
  const sum = held.reduce((found, role) => found | (guild.roles.get(role)?.permissions ?? 0n), everyone);
  const isAll = guild.owner === user || (sum & bits.Administrator) !== 0n;
  return isAll ? bitsOf(allPermissions) : sum;
}

/** A thread is as open as the channel it hangs under, unless it is closed further itself. */
export function channelPermissions(world: World, channel: Channel, user: string): bigint {
  if (channel.guild === null) return everyday;
  const guild = world.guilds.get(channel.guild);
  if (!guild || (user === world.bot.id && !guild.hasBot)) return 0n;
  const parent = channel.parent === null ? undefined : world.channels.get(channel.parent);
  const denied = user === world.bot.id ? channel.deniedToBot | (parent?.deniedToBot ?? 0n) : 0n;
  return guildPermissions(guild, user) & ~denied;
}

export const hasPermission = (held: bigint, name: Permission): boolean => (held & bits[name]) !== 0n;
