/** Users, members, guilds and channels as Discord tells them in answers and events. */
import { channelPermissions, guildPermissions } from './permissions.ts';
import type { Channel, Guild, Json, User, World } from './world.ts';

export const isoTime = (ms: number): string => new Date(ms).toISOString();

export const toldUser = (user: User): Json => ({
  id: user.id,
  username: user.name,
  discriminator: user.isBot ? '0001' : '0',
  global_name: user.isBot ? null : user.name,
  avatar: null,
  bot: user.isBot,
  public_flags: 0,
});

/** A member; in a channel also what they may do there. */
export function toldMember(world: World, guild: Guild, user: User, channel?: Channel): Json {
  return {
    user: toldUser(user),
    nick: null,
    avatar: null,
    roles: [...(guild.members.get(user.id)?.roles ?? [])],
    joined_at: isoTime(world.clock.now()),
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
    ...(channel ? { permissions: channelPermissions(world, channel, user.id).toString() } : {}),
  };
}

export const channelTypes = { text: 0, direct: 1, group: 3, thread: 11, 'private-thread': 12 } as const;

export function toldChannel(world: World, channel: Channel): Json {
  const type = channelTypes[channel.kind];
  const common = { id: channel.id, type, flags: 0, last_message_id: channel.messages.at(-1)?.id ?? null };
  switch (channel.kind) {
    case 'direct':
    case 'group': {
      const people = [...channel.people].flatMap((id) => world.users.get(id) ?? []);
      return { ...common, recipients: people.map(toldUser) };
    }
    case 'text':
      return {
        ...common,
        guild_id: channel.guild,
        name: channel.name,
        position: 0,
        topic: null,
        nsfw: false,
        parent_id: null,
        rate_limit_per_user: 0,
        permission_overwrites:
          channel.deniedToBot === 0n ? [] : [{ id: world.bot.id, type: 1, allow: '0', deny: channel.deniedToBot.toString() }],
      };
    case 'thread':
    case 'private-thread':
      return {
        ...common,
        guild_id: channel.guild,
        name: channel.name,
        parent_id: channel.parent,
        owner_id: world.bot.id,
        message_count: channel.messages.length,
        member_count: 1,
        total_message_sent: channel.messages.length,
        rate_limit_per_user: 0,
        thread_metadata: {
          archived: channel.isArchived,
          locked: channel.isLocked,
          auto_archive_duration: 1440,
          archive_timestamp: isoTime(world.clock.now()),
        },
      };
  }
}

export const toldRole = (role: { id: string; name: string; permissions: bigint }, position: number): Json => ({
  id: role.id,
  name: role.name,
  permissions: role.permissions.toString(),
  position,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  managed: false,
  mentionable: false,
  flags: 0,
});

/** A guild without its channels, as `GET /guilds/{guild_id}` answers. */
export const toldGuild = (guild: Guild): Json => ({
  id: guild.id,
  name: guild.name,
  icon: null,
  splash: null,
  owner_id: guild.owner,
  afk_timeout: 300,
  verification_level: 0,
  default_message_notifications: 1,
  explicit_content_filter: 0,
  roles: [...guild.roles.values()].map(toldRole),
  emojis: [],
  stickers: [],
  features: [],
  mfa_level: 0,
  system_channel_flags: 0,
  premium_tier: guild.tier,
  nsfw_level: 0,
  preferred_locale: guild.locale,
  premium_progress_bar_enabled: false,
  region: 'deprecated',
});

/** What the gateway sends when a guild becomes available. Without the members intent it names the bot alone. */
export function toldGuildCreate(world: World, guild: Guild): Json {
  if (guild.isOut) return { id: guild.id, unavailable: true };
  const channels = [...world.channels.values()].filter((channel) => channel.guild === guild.id);
  return {
    ...toldGuild(guild),
    joined_at: isoTime(guild.botSince),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: [toldMember(world, guild, world.bot)],
    channels: channels.filter((channel) => channel.kind === 'text').map((channel) => toldChannel(world, channel)),
    threads: channels.filter((channel) => channel.kind === 'thread').map((channel) => toldChannel(world, channel)),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** A guild in the list of the bot's guilds. */
export const toldOwnGuild = (world: World, guild: Guild): Json => ({
  id: guild.id,
  name: guild.name,
  icon: null,
  banner: null,
  owner: false,
  permissions: guildPermissions(guild, world.bot.id).toString(),
  features: [],
});
