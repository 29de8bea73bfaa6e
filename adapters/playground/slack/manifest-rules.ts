/** What the loopback reads from an app's manifest: the scopes it is given and the doors it declared. */
import { z } from 'zod';

const manifestSchema = z.object({
  display_information: z.object({ name: z.string().min(1).max(35) }).loose(),
  features: z.object({
    bot_user: z.object({ display_name: z.string().min(1).max(80) }).loose(),
    app_home: z
      .object({
        home_tab_enabled: z.boolean().default(false),
        messages_tab_enabled: z.boolean(),
        messages_tab_read_only_enabled: z.boolean().default(true),
      })
      .loose()
      .optional(),
    slash_commands: z
      .array(
        z
          .object({
            command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/),
            description: z.string().min(1).max(2000),
            url: z.url().optional(),
          })
          .loose(),
      )
      .max(50)
      .default([]),
    shortcuts: z
      .array(
        z.object({
          type: z.enum(['message', 'global']),
          name: z.string().min(1).max(24),
          callback_id: z.string().min(1).max(255),
          description: z.string().min(1).max(150),
        }),
      )
      .max(10)
      .default([]),
  }),
  oauth_config: z
    .object({
      redirect_urls: z.array(z.url()).max(1000).default([]),
      scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()).default([]) }).loose(),
    })
    .refine(({ scopes }) => scopes.bot_optional.every((one) => scopes.bot.includes(one)), 'an optional scope is not listed')
    .loose(),
  settings: z
    .object({
      socket_mode_enabled: z.boolean(),
      event_subscriptions: z
        .object({ request_url: z.url().optional(), bot_events: z.array(z.string()).default([]) })
        .loose()
        .optional(),
      token_rotation_enabled: z.boolean().default(false),
      org_deploy_enabled: z.boolean().default(false),
      interactivity: z.object({ is_enabled: z.boolean(), request_url: z.url().optional() }).loose(),
    })
    .loose(),
});

export type ManifestRules = {
  /** Those that were granted. */
  scopes: ReadonlySet<string>;
  allScopes: ReadonlySet<string>;
  optionalScopes: ReadonlySet<string>;
  botEvents: ReadonlySet<string>;
  redirectUrls: readonly string[];
  tokenRotation: boolean;
  orgDeploy: boolean;
  homeTab: boolean;
  /** People can write to the bot directly. */
  takesMessages: boolean;
  commands: ReadonlySet<string>;
  messageActions: ReadonlySet<string>;
  socketMode: boolean;
  interactive: boolean;
  messagesTab: boolean;
};

/** `granted`: optional scopes that the workspace granted; none when absent. */
export function readManifest(manifest: unknown, granted: readonly string[] = []): ManifestRules {
  const parsed = manifestSchema.parse(manifest);
  const { bot, bot_optional: optional } = parsed.oauth_config.scopes;
  const scopes = new Set(bot.filter((scope) => !optional.includes(scope) || granted.includes(scope)));
  const home = parsed.features.app_home;
  // Without the `commands` scope Slack installs neither commands nor shortcuts.
  const installed = scopes.has('commands');
  return {
    scopes,
    allScopes: new Set(bot),
    optionalScopes: new Set(optional),
    botEvents: new Set(parsed.settings.event_subscriptions?.bot_events ?? []),
    redirectUrls: parsed.oauth_config.redirect_urls,
    tokenRotation: parsed.settings.token_rotation_enabled,
    orgDeploy: parsed.settings.org_deploy_enabled,
    homeTab: home?.home_tab_enabled ?? false,
    takesMessages: home?.messages_tab_enabled === true && !home.messages_tab_read_only_enabled,
    commands: new Set(installed ? parsed.features.slash_commands.map((command) => command.command) : []),
    messageActions: new Set(
      installed ? parsed.features.shortcuts.filter((one) => one.type === 'message').map((one) => one.callback_id) : [],
    ),
    socketMode: parsed.settings.socket_mode_enabled,
    interactive: parsed.settings.interactivity.is_enabled,
    messagesTab: home?.messages_tab_enabled ?? false,
  };
}
