/** What the loopback reads from an app's manifest: the scopes it is given and the doors it declared. */
import { z } from 'zod';

const manifestSchema = z.object({
  display_information: z.object({ name: z.string().min(1).max(35) }).loose(),
  features: z.object({
    bot_user: z.object({ display_name: z.string().min(1).max(80) }).loose(),
    app_home: z.object({ messages_tab_enabled: z.boolean() }).loose().optional(),
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
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }).loose() }).loose(),
  settings: z
    .object({
      socket_mode_enabled: z.boolean(),
      interactivity: z.object({ is_enabled: z.boolean(), request_url: z.url().optional() }).loose(),
    })
    .loose(),
});

export type ManifestRules = {
  scopes: ReadonlySet<string>;
  commands: ReadonlySet<string>;
  messageActions: ReadonlySet<string>;
  socketMode: boolean;
  interactive: boolean;
  messagesTab: boolean;
};

export function readManifest(manifest: unknown): ManifestRules {
  const parsed = manifestSchema.parse(manifest);
  const scopes = new Set(parsed.oauth_config.scopes.bot);
  // Without the `commands` scope Slack installs neither commands nor shortcuts.
  const installed = scopes.has('commands');
  return {
    scopes,
    commands: new Set(installed ? parsed.features.slash_commands.map((command) => command.command) : []),
    messageActions: new Set(
      installed ? parsed.features.shortcuts.filter((one) => one.type === 'message').map((one) => one.callback_id) : [],
    ),
    socketMode: parsed.settings.socket_mode_enabled,
    interactive: parsed.settings.interactivity.is_enabled,
    messagesTab: parsed.features.app_home?.messages_tab_enabled ?? false,
  };
}
