/** The bot itself, people, and the way to the gateway. */
import { Refusal } from '../refusal.ts';
import { toldUser } from '../told.ts';
import { found, type Routes } from './route.ts';

export const ownRoutes: Routes = {
  'GET /gateway/bot': {
    auth: 'bot',
    run: (_call, { baseUrl }) =>
      found({
        url: baseUrl().replace('http', 'ws'),
        shards: 1,
        session_start_limit: { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 },
      }),
  },
  'GET /users/@me': {
    auth: 'bot',
    run: (_call, { world }) => found({ ...toldUser(world.bot), verified: true, mfa_enabled: false, locale: 'en-US' }),
  },
  'GET /users/{user_id}': {
    auth: 'bot',
    run({ params }, { world }) {
      const user = world.users.get(params['user_id'] ?? '');
      if (!user) throw new Refusal(10013);
      return found(toldUser(user));
    },
  },
  'GET /applications/@me': {
    auth: 'bot',
    run: (_call, { world }) =>
      found({
        id: world.app.id,
        name: world.bot.name,
        icon: null,
        description: '',
        summary: '',
        bot_public: true,
        bot_require_code_grant: false,
        verify_key: '0'.repeat(64),
        flags: 0,
        bot: toldUser(world.bot),
        owner: null,
        team: null,
      }),
  },
};
