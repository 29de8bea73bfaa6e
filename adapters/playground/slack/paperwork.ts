/** The payloads that Slack makes of what a person does. */
import { toldMessage } from './methods/chat.ts';
import { toldFile } from './methods/files.ts';
import type { Surroundings } from './methods/method.ts';
import { toldHome } from './methods/views.ts';
import type { Channel, Json, StoredHome, StoredMessage } from './world.ts';

export type Button = {
  type: string;
  action_id: string;
  block_id?: string;
  value?: string;
  text: { text: string };
  confirm?: Json;
};
export type Pressable = Pick<StoredMessage, 'ts' | 'channel' | 'blocks' | 'thread'>;

export type Paperwork = ReturnType<typeof createPaperwork>;

export function createPaperwork(
  id: string,
  name: string,
  { world, faults, baseUrl }: Pick<Surroundings, 'world' | 'faults' | 'baseUrl'>,
) {
  function trigger(): string {
    const trigger = `${world.nextId('')}.${world.team.id}`;
    world.triggers.set(trigger, { user: id, issuedAt: world.clock.now() - (faults.staleTriggers ? 10_000 : 0), used: false });
    return trigger;
  }
  function replyUrl(channel: string, thread: string | null): string {
    const key = world.nextId('R');
    world.replyLinks.set(key, { user: id, channel, thread, uses: 0, issuedAt: world.clock.now() });
    return `${baseUrl()}/response/${key}`;
  }
  const common = (type: string) => ({
    type,
    token: 'verification',
    team: world.isOrganisationWide ? null : { id: world.team.id, domain: world.team.domain },
    user: { id, username: name, name, team_id: world.team.id },
    api_app_id: world.app.id,
    enterprise: world.organisation,
    is_enterprise_install: world.isOrganisationWide,
    trigger_id: trigger(),
  });
  const told = (message: StoredMessage) => ({
    ...toldMessage(world, message),
    files: message.files
      .map((file) => world.files.get(file))
      .filter((file) => file !== undefined)
      .map((file) => toldFile(world, file, baseUrl())),
  });
  return {
    common,
    command: (command: string, text: string, channel: Channel) => ({
      token: 'verification',
      team_id: world.team.id,
      team_domain: world.team.domain,
      channel_id: channel.id,
      channel_name: channel.name,
      user_id: id,
      user_name: name,
      command,
      text,
      api_app_id: world.app.id,
      ...(world.organisation ? { enterprise_id: world.organisation.id } : {}),
      is_enterprise_install: String(world.isOrganisationWide),
      response_url: replyUrl(channel.id, null),
      trigger_id: trigger(),
    }),
    messageAction: (callback: string, message: StoredMessage, channel: Channel) => ({
      ...common('message_action'),
      callback_id: callback,
      response_url: replyUrl(channel.id, message.thread),
      message_ts: message.ts,
      channel: { id: channel.id, name: channel.name },
      message: told(message),
    }),
    pressHome: (home: StoredHome, { block_id, action_id, text, value }: Button) => ({
      ...common('block_actions'),
      container: { type: 'view', view_id: home.id },
      view: toldHome(world, home),
      actions: [{ type: 'button', action_id, block_id, text, value, action_ts: world.nextTs() }],
    }),
    press: (message: Pressable, { block_id, action_id, text, value }: Button, channel: Channel) => {
      const posted = channel.messages.find((one) => one.ts === message.ts);
      const thread = message.thread ? { thread_ts: message.thread } : {};
      return {
        ...common('block_actions'),
        response_url: replyUrl(channel.id, message.thread),
        channel: { id: channel.id, name: channel.name },
        container: { type: 'message', message_ts: message.ts, channel_id: channel.id, is_ephemeral: !posted, ...thread },
        ...(posted ? { message: told(posted) } : {}),
        actions: [{ type: 'button', action_id, block_id, text, value, action_ts: world.nextTs() }],
      };
    },
  };
}

/** A button by its action or its label. */
export function findButton(blocks: readonly Json[], action: string): Button {
  const buttons = blocks.flatMap((block) => (block['type'] === 'actions' ? (block['elements'] as Button[]) : []));
  const found = buttons.find((button) => button.action_id.split('#')[0] === action || button.text.text === action);
  if (!found) throw new Error(`No button "${action}" among: ${buttons.map((button) => button.text.text).join(', ')}`);
  const block = blocks.find((one) => (one['elements'] as Button[] | undefined)?.includes(found));
  return { ...found, block_id: String(block?.['block_id'] ?? 'b1') };
}
