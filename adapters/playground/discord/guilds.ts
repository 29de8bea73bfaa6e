/** Guilds as they come, fall away and go out, and the events that tell of it. */
import { intents } from './gateway/intents.ts';
import { defaultUploadLimit } from './message-content.ts';
import { bitsOf, everyday, type Permission } from './permissions.ts';
import type { Surroundings } from './surroundings.ts';
import { toldGuild, toldGuildCreate, toldRole } from './told.ts';
import type { Guild } from './world.ts';

function tell(name: 'GUILD_CREATE' | 'GUILD_DELETE', guild: Guild, { world, gateway }: Surroundings) {
  const gone = { id: guild.id, ...(guild.hasBot ? { unavailable: true } : {}) };
  gateway.dispatch({ name, intent: intents.guilds, body: name === 'GUILD_CREATE' ? toldGuildCreate(world, guild) : gone });
  world.changed();
}

const longAgoMs = 30 * 86_400_000;

/** A guild with the bot in it since long ago, which may there what everybody may. */
export function addGuild(name: string, around: Surroundings, owner?: string): Guild {
  const { world } = around;
  const id = world.nextId();
  const guild: Guild = {
    id,
    name,
    owner: owner ?? world.nextId(),
    locale: 'en-US',
    roles: new Map([[id, { id, name: '@everyone', permissions: everyday }]]),
    members: new Map(),
    hasBot: true,
    botSince: world.clock.now() - longAgoMs,
    isOut: false,
    tier: 0,
    uploadLimit: defaultUploadLimit,
    interactionUploadLimit: null,
  };
  guild.members.set(world.bot.id, { user: world.bot.id, roles: new Set([addRole(guild, 'Adwright', ['ViewChannel'], around)]) });
  if (world.users.has(guild.owner)) guild.members.set(guild.owner, { user: guild.owner, roles: new Set() });
  world.guilds.set(id, guild);
  tell('GUILD_CREATE', guild, around);
  return guild;
}

export function addRole(guild: Guild, name: string, permissions: readonly Permission[], around: Surroundings): string {
  const { world, gateway } = around;
  const role = { id: world.nextId(), name, permissions: bitsOf(permissions) };
  guild.roles.set(role.id, role);
  if (world.guilds.has(guild.id) && guild.hasBot && !guild.isOut) {
    const body = { guild_id: guild.id, role: toldRole(role, guild.roles.size) };
    gateway.dispatch({ name: 'GUILD_ROLE_CREATE', intent: intents.guilds, body });
  }
  return role.id;
}

/** The bot is removed, or leaves. */
export function removeBot(guild: Guild, around: Surroundings) {
  guild.hasBot = false;
  tell('GUILD_DELETE', guild, around);
}

/** The bot is invited again. */
export function inviteBot(guild: Guild, around: Surroundings) {
  guild.hasBot = true;
  guild.botSince = around.world.clock.now();
  tell('GUILD_CREATE', guild, around);
}

/** Discord itself cannot reach the guild for a while; the bot stays a member. */
export function setOutage(guild: Guild, isOut: boolean, around: Surroundings) {
  guild.isOut = isOut;
  tell(isOut ? 'GUILD_DELETE' : 'GUILD_CREATE', guild, around);
}

const MiB = 1024 * 1024;
/** By the boost tier: [second-hand] Discord's help pages. */
const uploadLimits: readonly number[] = [10 * MiB, 10 * MiB, 50 * MiB, 100 * MiB];

/** People boost the guild, or stop to. */
export function boost(guild: Guild, tier: 0 | 1 | 2 | 3, around: Surroundings) {
  guild.tier = tier;
  guild.uploadLimit = uploadLimits[tier] ?? defaultUploadLimit;
  if (!guild.hasBot || guild.isOut) return;
  around.gateway.dispatch({ name: 'GUILD_UPDATE', intent: intents.guilds, body: toldGuild(guild) });
  around.world.changed();
}
