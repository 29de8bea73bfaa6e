/** Guilds, their members, and leaving them. */
import { removeBot } from '../guilds.ts';
import { Refusal } from '../refusal.ts';
import { toldChannel, toldGuild, toldMember, toldOwnGuild } from '../told.ts';
import type { Json } from '../world.ts';
import { botGuild } from './access.ts';
import { done, found, type Routes } from './route.ts';

export const guildRoutes: Routes = {
  'GET /users/@me/guilds': {
    auth: 'bot',
    run: (_call, { world }) =>
      found([...world.guilds.values()].filter((guild) => guild.hasBot).map((guild) => toldOwnGuild(world, guild))),
  },
  'DELETE /users/@me/guilds/{guild_id}': {
    auth: 'bot',
    run({ params }, around) {
      removeBot(botGuild(params['guild_id'], around), around);
      return done;
    },
  },
  'GET /guilds/{guild_id}': {
    auth: 'bot',
    run: ({ params }, around) => found(toldGuild(botGuild(params['guild_id'], around))),
  },
  'GET /guilds/{guild_id}/channels': {
    auth: 'bot',
    run({ params }, around) {
      const guild = botGuild(params['guild_id'], around);
      const own = [...around.world.channels.values()].filter((one) => one.guild === guild.id && one.kind === 'text');
      return found(own.map((channel) => toldChannel(around.world, channel)));
    },
  },
  'GET /guilds/{guild_id}/roles': {
    auth: 'bot',
    run: ({ params }, around) => found(toldGuild(botGuild(params['guild_id'], around))['roles'] as Json[]),
  },
  'GET /guilds/{guild_id}/members/{user_id}': {
    auth: 'bot',
    run({ params }, around) {
      const guild = botGuild(params['guild_id'], around);
      const user = around.world.users.get(params['user_id'] ?? '');
      if (!user || !guild.members.has(user.id)) throw new Refusal(10007);
      return found(toldMember(around.world, guild, user));
    },
  },
};
