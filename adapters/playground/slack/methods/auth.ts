/** The loopback's answers about tokens and connections. */
import { Refusal } from '../refusal.ts';
import type { Method } from './method.ts';

export const authMethods: Readonly<Record<string, Method>> = {
  'auth.test': {
    scope: null,
    token: 'bot',
    run: (_args, { world, baseUrl }) => ({
      url: `${baseUrl()}/`,
      team: world.team.name,
      user: 'adwright',
      team_id: world.isOrganisationWide ? (world.organisation?.id ?? '') : world.team.id,
      ...(world.organisation ? { enterprise_id: world.organisation.id } : {}),
      user_id: world.app.user,
      bot_id: world.app.bot,
      is_enterprise_install: world.isOrganisationWide,
    }),
  },
  'apps.connections.open': {
    scope: null,
    token: 'app',
    run: (_args, { world, rules, baseUrl }) => {
      if (!rules.socketMode) throw new Refusal('socket_mode_not_enabled');
      const ticket = world.nextId('');
      return { url: `${baseUrl().replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${world.app.id}` };
    },
  },
};
