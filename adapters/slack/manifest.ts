/** Builds the app manifest that an operator pastes into Slack, from the same tables that the bot registers its listeners from. */
import { commands, messageActions } from '../../src/chat/commands.ts';
import { eventsPath } from './connection.ts';

/** The fewest that every flow works with; a test takes each away and sees a flow fail. */
export const neededScopes = ['commands', 'chat:write', 'files:read', 'files:write', 'im:write'] as const;

export type ManifestOptions = { mode: 'socket' } | { mode: 'http'; publicUrl: string };

export function slackManifest(options: ManifestOptions) {
  const url = options.mode === 'http' ? new URL(eventsPath, options.publicUrl).href : null;
  return {
    display_information: {
      name: 'Adwright',
      description: 'Turns a product photo and a sentence into finished advertisements',
      background_color: '#1d1c1d',
    },
    features: {
      bot_user: { display_name: 'Adwright', always_online: true },
      app_home: { home_tab_enabled: false, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
      slash_commands: commands.map(({ name, description, usage }) => ({
        command: `/${name}`,
        description,
        usage_hint: usage,
        should_escape: false,
        ...(url ? { url } : {}),
      })),
      shortcuts: messageActions.map(({ id, label, description }) => ({
        type: 'message',
        name: label,
        callback_id: id,
        description,
      })),
    },
    oauth_config: { scopes: { bot: [...neededScopes] } },
    settings: {
      interactivity: { is_enabled: true, ...(url ? { request_url: url } : {}) },
      org_deploy_enabled: false,
      socket_mode_enabled: options.mode === 'socket',
      token_rotation_enabled: false,
    },
  };
}

/** The committed manifests; whoever uses HTTP puts their own address in the place of this one. */
export const manifestFiles = {
  'adwright-socket.json': slackManifest({ mode: 'socket' }),
  'adwright-http.json': slackManifest({ mode: 'http', publicUrl: 'https://adwright.example.com' }),
} as const;
