/** The events that Slack tells an app, as the app's manifest and its granted scopes let it. */
import type { Deliveries, Reply } from './deliveries.ts';
import type { Surroundings } from './methods/method.ts';
import type { Json } from './world.ts';

export type Events = ReturnType<typeof createEvents>;

/** The scope without which an event is not told, and the name by which the manifest subscribes to it. */
const rules: Readonly<Record<string, { scope: string | null; subscription: string }>> = {
  app_mention: { scope: 'app_mentions:read', subscription: 'app_mention' },
  message: { scope: 'im:history', subscription: 'message.im' },
  app_home_opened: { scope: null, subscription: 'app_home_opened' },
  app_uninstalled: { scope: null, subscription: 'app_uninstalled' },
  tokens_revoked: { scope: null, subscription: 'tokens_revoked' },
};

export function createEvents(around: Surroundings, deliveries: Deliveries) {
  const { world } = around;
  function envelope(event: Json, at: number): Json {
    const { organisation, isOrganisationWide } = world;
    const team = isOrganisationWide ? null : world.team.id;
    return {
      token: 'verification',
      team_id: world.team.id,
      ...(organisation ? { enterprise_id: organisation.id } : {}),
      api_app_id: world.app.id,
      event,
      type: 'event_callback',
      event_id: world.nextId('Ev'),
      event_time: Math.floor(at / 1000),
      authorizations: [
        {
          enterprise_id: organisation?.id ?? null,
          team_id: team,
          user_id: world.app.user,
          is_bot: true,
          is_enterprise_install: isOrganisationWide,
        },
      ],
      is_ext_shared_channel: false,
    };
  }
  return {
    /** Null where the app is not told. `at`: when it happened, ms since 1970; now when absent. */
    async tell(event: Json & { type: string }, at = world.clock.now()): Promise<Reply | null> {
      const rule = rules[event.type];
      const isTold = rule && around.rules.botEvents.has(rule.subscription) && hasScope(rule.scope, around);
      return isTold ? deliveries.deliver('events_api', envelope(event, at)) : null;
    },
  };
}

const hasScope = (scope: string | null, { rules: { scopes } }: Surroundings): boolean => scope === null || scopes.has(scope);
