/** The loopback's exchange of a code, or of a token to renew with, for a bot's token. */

import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import { type Method, readArgs } from './method.ts';

export const oauthMethods: Readonly<Record<string, Method>> = {
  'oauth.v2.access': { scope: null, token: 'none', run: (args, { oauth }) => oauth.exchange(args) },
};

export const personMethods: Readonly<Record<string, Method>> = {
  'users.info': {
    scope: 'users:read',
    token: 'bot',
    run: (args, { world }) => {
      const schema = z.object({ user: z.string(), include_locale: z.enum(['true', 'false', '1', '0']).optional() });
      const { user: id, include_locale: asked } = readArgs(schema, args);
      const person = world.people.get(id);
      if (!person) throw new Refusal('user_not_found');
      const locale = asked === 'true' || asked === '1' ? { locale: person.locale } : {};
      const rank = { is_admin: person.isAdmin, is_owner: false, is_primary_owner: false, deleted: person.hasLeft };
      return { user: { id, team_id: world.team.id, name: person.name, ...rank, ...locale } };
    },
  },
};
