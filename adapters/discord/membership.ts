/** What people are on their servers: from what they just did there, else asked of Discord, and remembered for some minutes. */
import { type APIInteraction, ChannelType, PermissionFlagsBits, Routes } from 'discord.js';
import { z } from 'zod';
import type { Standing } from '../../src/accounts/workspace-rules.ts';
import { createBoundedMemory } from '../../src/bounded-memory.ts';
import type { Membership } from '../../src/chat/membership.ts';
import type { Clock } from '../../src/clock.ts';
import type { Logger } from '../../src/log.ts';
import type { Calls } from './calls.ts';
import { codes, discordCode } from './discord-errors.ts';
import { guildOf } from './workspace.ts';

export type DiscordMembership = Membership & {
  /** Remembers what Discord told with a deed: nothing is fresher. */
  heard(interaction: APIInteraction): void;
};

const rememberMs = 5 * 60_000;
const most = 10_000;
/** Who writes to the bot directly is looked for on so many of its servers: each costs a request. */
const mostShared = 100;

const guildAnswer = z.object({ owner_id: z.string(), roles: z.array(z.object({ id: z.string(), permissions: z.string() })) });
const memberAnswer = z.object({ roles: z.array(z.string()) });
const guildsAnswer = z.array(z.object({ id: z.string() }));
const channelAnswer = z.object({ id: z.string(), type: z.number(), parent_id: z.string().nullish() });

const manages = PermissionFlagsBits.Administrator | PermissionFlagsBits.ManageGuild;
const isManaging = (permissions: string): boolean => (BigInt(permissions) & manages) !== 0n;
const nobody: Standing = { isAdmin: false, roles: [] };

export function createMembership({ calls, clock, log }: { calls: Calls; clock: Clock; log: Logger }): DiscordMembership {
  const memory = <Thing>() => createBoundedMemory<Thing>({ clock, most, livesMs: rememberMs });
  /** Null: no member. */
  const standing = memory<Standing | null>();
  const guilds = memory<z.infer<typeof guildAnswer>>();
  const shared = memory<string[]>();
  const channels = memory<{ id: string | null }>();

  const ask = <Answer extends z.ZodType>(route: `/${string}`, answer: Answer) =>
    calls({ method: 'GET', route, patience: 'repeats' }, answer);
  const remembered = async <Thing>(things: ReturnType<typeof memory<Thing>>, key: string, learn: () => Promise<Thing>) => {
    const known = things.get(key);
    if (known !== undefined) return known;
    const learned = await learn();
    things.put(key, learned);
    return learned;
  };
  const notTold = (error: unknown): void =>
    log.warn('Discord did not tell what somebody is on a server', { code: discordCode(error) ?? 'no answer' });

  async function learnStanding(guild: string, person: string): Promise<Standing | null> {
    try {
      const { owner_id, roles: all } = await remembered(guilds, guild, () => ask(Routes.guild(guild), guildAnswer));
      const { roles } = await ask(Routes.guildMember(guild, person), memberAnswer);
      // Everybody has the role that is named like the server.
      const held = [guild, ...roles];
      const isAdmin = owner_id === person || all.some(({ id, permissions }) => held.includes(id) && isManaging(permissions));
      return { isAdmin, roles: held };
    } catch (error) {
      if (discordCode(error) === codes.unknownMember || discordCode(error) === codes.unknownGuild) return null;
      throw error;
    }
  }

  async function standingOn(guild: string, person: string) {
    const found = await remembered(standing, `${guild} ${person}`, () => learnStanding(guild, person)).catch((error: unknown) => {
      notTold(error);
      return nobody;
    });
    return found ? [{ workspace: guild, standing: found }] : [];
  }

  const sharedGuilds = (): Promise<string[]> =>
    remembered(shared, 'all', async () => (await ask(Routes.userGuilds(), guildsAnswer)).map(({ id }) => id)).catch(
      (error: unknown) => {
        notTold(error);
        return [];
      },
    );

  return {
    opensTo: 'admins',
    hasRoles: true,
    heard({ guild_id: guild, member, channel }) {
      if (guild && member) {
        const isAdmin = isManaging(member.permissions);
        standing.put(`${guild} ${member.user.id}`, { isAdmin, roles: [guild, ...member.roles] });
      }
      const told = channelAnswer.safeParse(channel);
      if (told.success) channels.put(told.data.id, { id: channelOf(told.data) });
    },
    known({ workspace, person }, place) {
      const channel = channels.get(place.channel);
      const own = guildOf(workspace);
      const asked = own === null ? shared.get('all')?.slice(0, mostShared) : [own];
      const found = asked?.map((guild) => ({ workspace: guild, standing: standing.get(`${guild} ${person}`) }));
      if (!channel || !found || found.some((one) => one.standing === undefined)) return null;
      return {
        channel: channel.id,
        standings: found.flatMap((one) => (one.standing ? [{ ...one, standing: one.standing }] : [])),
      };
    },
    async standings({ workspace, person }) {
      const own = guildOf(workspace);
      if (own !== null) return standingOn(own, person);
      const found = [];
      for (const guild of (await sharedGuilds()).slice(0, mostShared)) found.push(...(await standingOn(guild, person)));
      return found;
    },
    async channelOf({ channel }) {
      try {
        return (
          await remembered(channels, channel, async () => ({ id: channelOf(await ask(Routes.channel(channel), channelAnswer)) }))
        ).id;
      } catch (error) {
        notTold(error);
        return channel;
      }
    },
  };
}

const direct: readonly number[] = [ChannelType.DM, ChannelType.GroupDM];
const threads: readonly number[] = [ChannelType.PublicThread, ChannelType.PrivateThread, ChannelType.AnnouncementThread];

/** A thread counts as its channel; in direct messages there is none. */
function channelOf({ id, type, parent_id: parent }: z.infer<typeof channelAnswer>): string | null {
  if (direct.includes(type)) return null;
  return threads.includes(type) && parent ? parent : id;
}
