import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readManifest } from '../../../adapters/playground/slack/manifest-rules.ts';
import { heardEvents, type ListenerHost, type Listening, registerListeners } from '../../../adapters/slack/listeners.ts';
import { manifestFiles, slackManifest } from '../../../adapters/slack/manifest.ts';

/** Notes what is registered, instead of listening. */
function registered(): {
  commands: string[];
  shortcuts: string[];
  listensToPresses: boolean;
  listensToForms: boolean;
  events: string[];
} {
  const seen = {
    commands: [] as string[],
    shortcuts: [] as string[],
    listensToPresses: false,
    listensToForms: false,
    events: [] as string[],
  };
  const host = {
    command: (name: string) => seen.commands.push(name),
    shortcut: (match: { callback_id: string }) => seen.shortcuts.push(match.callback_id),
    view: () => {
      seen.listensToForms = true;
    },
    action: () => {
      seen.listensToPresses = true;
    },
    event: (names: RegExp) => seen.events.push(...Object.keys(heardEvents).filter((name) => names.test(name))),
    error: () => undefined,
  };
  registerListeners(host as unknown as ListenerHost, {} as Listening);
  return seen;
}

describe('the app manifest', () => {
  it.each(Object.entries(manifestFiles))('that is committed as %s is what the tables say', (name, manifest) => {
    const committed = readFileSync(new URL(`../../../adapters/slack/manifests/${name}`, import.meta.url), 'utf8');
    expect(JSON.parse(committed)).toEqual(manifest);
  });

  it.each(Object.values(manifestFiles))('declares every door that the bot listens at, and no other', (manifest) => {
    const listeners = registered();
    expect(manifest.features.slash_commands.map((command) => command.command)).toEqual(listeners.commands);
    expect(manifest.features.shortcuts.map((shortcut) => shortcut.callback_id)).toEqual(listeners.shortcuts);
    expect(manifest.settings.interactivity.is_enabled).toBe(listeners.listensToPresses && listeners.listensToForms);
    const subscribed = manifest.settings.event_subscriptions.bot_events.map((name) => name.replace(/^message\..*/, 'message'));
    expect([...subscribed].sort()).toEqual([...listeners.events].sort());
    expect(() => readManifest(manifest)).not.toThrow();
  });

  it('points every door to the public address where Slack delivers over HTTP, and to none over a socket', () => {
    const http = slackManifest({ mode: 'http', publicUrl: 'https://ads.example/base' });
    expect(http.features.slash_commands[0]).toMatchObject({ url: 'https://ads.example/slack/events' });
    expect(http.settings).toMatchObject({
      socket_mode_enabled: false,
      interactivity: { request_url: 'https://ads.example/slack/events' },
    });
    expect(JSON.stringify(slackManifest({ mode: 'socket' }))).not.toContain('http');
  });

  it('lets any workspace install it, with tokens that expire, only where it is shared', () => {
    const shared = slackManifest({ mode: 'http', publicUrl: 'https://ads.example', isShared: true });
    expect(shared.oauth_config).toMatchObject({ redirect_urls: ['https://ads.example/slack/oauth_redirect'] });
    expect(shared.settings).toMatchObject({ token_rotation_enabled: true, org_deploy_enabled: true });
    const own = slackManifest({ mode: 'http', publicUrl: 'https://ads.example' });
    expect(own.oauth_config).not.toHaveProperty('redirect_urls');
    expect(own.settings).toMatchObject({ token_rotation_enabled: false, org_deploy_enabled: false });
  });

  it('names optional scopes among those asked for, too', () => {
    const { bot, bot_optional: optional } = slackManifest({ mode: 'socket' }).oauth_config.scopes;
    expect(optional).toEqual(['users:read']);
    expect(bot).toEqual(expect.arrayContaining(optional));
  });

  it('stays within Slack’s own limits', () => {
    const { features, display_information: display } = slackManifest({ mode: 'socket' });
    expect(display.description.length).toBeLessThanOrEqual(140);
    for (const { name, description } of features.shortcuts) {
      expect(name.length).toBeLessThanOrEqual(24);
      expect(description.length).toBeLessThanOrEqual(150);
    }
  });
});
