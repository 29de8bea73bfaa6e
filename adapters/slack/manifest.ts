/** Builds the app manifest that an operator pastes into Slack, from the same tables that the bot registers its listeners from. */
import { commands, messageActions } from '../../src/chat/commands.ts';
import { eventsPath, redirectPath } from './connection.ts';
import { peopleScope } from './locales.ts';

/** The fewest that every flow works with; a test takes each away and sees a flow fail. */
export const neededScopes = [
  'commands',
  'chat:write',
  'files:read',
  'files:write',
  'im:write',
  'app_mentions:read',
  'im:history',
] as const;
/** Whoever installs the app may leave these out. */
export const optionalScopes = [peopleScope] as const;

/** `message.im` is what people write to the bot directly. */
const events = ['app_home_opened', 'app_mention', 'app_uninstalled', 'message.im', 'tokens_revoked'] as const;

/** `isShared`: any workspace may install the app by itself, and its tokens expire and are renewed. */
export type ManifestOptions = { mode: 'socket' } | { mode: 'http'; publicUrl: string; isShared?: boolean };

export function slackManifest(options: ManifestOptions) {
  const url = options.mode === 'http' ? new URL(eventsPath, options.publicUrl).href : null;
  const redirect = options.mode === 'http' && options.isShared ? new URL(redirectPath, options.publicUrl).href : null;
  return {
    display_information: {
      name: 'Adwright',
      description: 'Turns a product photo and a sentence into finished advertisements',
      background_color: '#1d1c1d',
    },
    features: {
      bot_user: { display_name: 'Adwright', always_online: true },
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
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
    oauth_config: {
      ...(redirect ? { redirect_urls: [redirect] } : {}),
      // An optional scope stands in both lists.
      scopes: { bot: [...neededScopes, ...optionalScopes], bot_optional: [...optionalScopes] },
    },
    settings: {
      event_subscriptions: { ...(url ? { request_url: url } : {}), bot_events: [...events] },
      interactivity: { is_enabled: true, ...(url ? { request_url: url } : {}) },
      org_deploy_enabled: redirect !== null,
      socket_mode_enabled: options.mode === 'socket',
      token_rotation_enabled: redirect !== null,
    },
  };
}

const exampleUrl = 'https://adwright.example.com';

/** The committed manifests; whoever uses HTTP puts their own address in the place of this one. */
export const manifestFiles = {
  'adwright-socket.json': slackManifest({ mode: 'socket' }),
  'adwright-http.json': slackManifest({ mode: 'http', publicUrl: exampleUrl }),
  'adwright-oauth.json': slackManifest({ mode: 'http', publicUrl: exampleUrl, isShared: true }),
} as const;
