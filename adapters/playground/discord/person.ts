/** A person at the loopback Discord: types commands, fills in forms, presses buttons, and sees what only they may see. */
import { directChannel, groupChannel } from './channels.ts';
import { commandData, findCommand, type TypedCommand } from './command-entry.ts';
import { createFormsInFront } from './forms-in-front.ts';
import { addRole } from './guilds.ts';
import { type HandedFile, handOver, NotSent } from './handed-files.ts';
import { deliver } from './interactions.ts';
import { addMessage, deleteMessage } from './messages.ts';
import { channelPermissions, hasPermission, type Permission } from './permissions.ts';
import type { Surroundings } from './surroundings.ts';
import { allComponents, toldMessage } from './told-message.ts';
import type { Channel, Guild, Json, Reply, StoredMessage, User } from './world.ts';

export type Person = ReturnType<typeof createPerson>;

export type Where = Channel | 'dm';
type Said = { channel: Where; text?: string; files?: readonly HandedFile[]; mention?: boolean; replyTo?: StoredMessage };

export function createPerson(name: string, around: Surroundings) {
  const { world } = around;
  const user: User = { id: world.nextId(), name, isBot: false, locale: 'en-US', takesDirectMessages: true };
  world.users.set(user.id, user);

  function join(guild: Guild) {
    if (!guild.members.has(user.id)) guild.members.set(user.id, { user: user.id, roles: new Set() });
  }
  function enter(where: Where): Channel {
    const channel = where === 'dm' ? directChannel(world, user.id) : world.channels.get(where.id);
    if (!channel) throw new NotSent('The channel is gone');
    const guild = channel.guild === null ? undefined : world.guilds.get(channel.guild);
    if (guild) join(guild);
    return channel;
  }
  function at(message: StoredMessage): Channel {
    const isSeen = !message.deleted && (message.onlyFor === null || message.onlyFor === user.id);
    const channel = world.channels.get(message.channel);
    if (!channel || !isSeen) throw new NotSent('The message is gone, or not for these eyes');
    return enter(channel);
  }

  return {
    id: user.id,
    name,
    user,
    ...createFormsInFront(user, around),
    /** Types a command: `command('ad', { sub: 'generate', options, where })`. */
    command(name: string, { where, ...typed }: TypedCommand & { where: Where }): Promise<Reply> {
      const channel = enter(where);
      const data = commandData(findCommand(name, 1, user, channel, around), typed, user, channel, around);
      return deliver({ kind: 'command', user, channel, data }, around);
    },
    /** Asks for suggestions while typing the option `focused`. */
    suggestionsFor(name: string, { where, ...typed }: TypedCommand & { where: Where; focused: string }): Promise<Reply> {
      const channel = enter(where);
      const data = commandData(findCommand(name, 1, user, channel, around), typed, user, channel, around);
      return deliver({ kind: 'autocomplete', user, channel, data }, around);
    },
    /** Picks an entry of a message's own menu. */
    messageAction(label: string, message: StoredMessage): Promise<Reply> {
      const channel = at(message);
      const { id } = findCommand(label, 3, user, channel, around);
      const data = {
        id,
        name: label,
        type: 3,
        target_id: message.id,
        resolved: { messages: { [message.id]: toldMessage(message, around) } },
      };
      return deliver({ kind: 'command', user, channel, data }, around);
    },
    /** Presses a button by its custom id or its label. */
    press(message: StoredMessage, wanted: string): Promise<Reply> {
      const channel = at(message);
      const button = buttonOf(message, wanted);
      const data = { custom_id: button['custom_id'], component_type: 2, id: button['id'] };
      return deliver({ kind: 'component', user, channel, data, message: toldMessage(message, around) }, around);
    },
    /** Chooses from a menu. */
    choose(message: StoredMessage, customId: string, values: readonly string[]): Promise<Reply> {
      const channel = at(message);
      const menu = menuOf(message, customId, values);
      const data = { custom_id: customId, component_type: menu['type'], id: menu['id'], values, resolved: {} };
      return deliver({ kind: 'component', user, channel, data, message: toldMessage(message, around) }, around);
    },
    /** Says something, with files if there are any; `mention` names the bot first. */
    say({ channel: where, text = '', files = [], mention = false, replyTo }: Said): StoredMessage {
      const channel = enter(where);
      const to = { owner: user.id, channel: channel.id, isEphemeral: false };
      const content = mention ? `<@${world.bot.id}> ${text}`.trim() : text;
      const stored = files.map((file) => handOver(file, to, world));
      const plain = { components: [], embeds: [], flags: 0, pinged: [], nonce: null, enforceNonce: false };
      return addMessage({ ...plain, channel, author: user.id, content, files: stored, repliesTo: replyTo?.id ?? null }, around);
    },
    /** Removes a message: their own, or with the permission to manage messages. */
    removeMessage(message: StoredMessage) {
      const channel = at(message);
      const mayManage = channel.kind !== 'direct' && hasPermission(channelPermissions(world, channel, user.id), 'ManageMessages');
      // A private answer can be dismissed by the person it is for.
      if (message.author !== user.id && message.onlyFor !== user.id && !mayManage) throw new NotSent('Not their message');
      deleteMessage(message, around);
    },
    /** What only this person sees, oldest first. */
    ephemerals: (): StoredMessage[] =>
      [...world.channels.values()].flatMap((one) => one.messages).filter((one) => one.onlyFor === user.id && !one.deleted),
    /** The conversation between the bot and this person. */
    direct: (): Channel => directChannel(world, user.id),
    /** A direct conversation with others, in which the bot is no member. */
    groupWith: (...others: { id: string }[]): Channel => groupChannel(world, [user.id, ...others.map((one) => one.id)]),
    /** Takes direct messages from bots no more. */
    closeDms() {
      user.takesDirectMessages = false;
    },
    openDms() {
      user.takesDirectMessages = true;
    },
    /** The language of their program, such as `de` or `pt-BR`. */
    setLocale(locale: string) {
      user.locale = locale;
    },
    /** Becomes a member of a guild, with a new role that has a name and may do something. */
    giveRole(guild: Guild, role: string, permissions: readonly Permission[] = []): string {
      join(guild);
      const known = [...guild.roles.values()].find((one) => one.name === role)?.id;
      const id = known ?? addRole(guild, role, permissions, around);
      guild.members.get(user.id)?.roles.add(id);
      return id;
    },
    makeAdmin(guild: Guild): string {
      return this.giveRole(guild, 'Admin', ['Administrator']);
    },
    leave(guild: Guild) {
      guild.members.delete(user.id);
    },
  };
}

function buttonOf(message: StoredMessage, wanted: string): Json {
  const buttons = allComponents(message.components).filter((one) => one['type'] === 2);
  const found = buttons.find((one) => one['custom_id'] === wanted) ?? buttons.find((one) => one['label'] === wanted);
  if (!found) throw new NotSent(`No button "${wanted}" among: ${buttons.map((one) => one['label']).join(', ')}`);
  if (found['disabled']) throw new NotSent(`The button "${wanted}" is switched off`);
  if (found['style'] === 5) throw new NotSent(`The button "${wanted}" is a link`);
  return found;
}

function menuOf(message: StoredMessage, customId: string, values: readonly string[]): Json {
  const menu = allComponents(message.components).find((one) => one['custom_id'] === customId && one['type'] !== 2);
  if (!menu) throw new NotSent(`No menu "${customId}"`);
  const options = menu['options'] as { value: string }[] | undefined;
  const unknown = options && values.find((value) => !options.some((one) => one.value === value));
  if (unknown !== undefined) throw new NotSent(`The menu has no choice "${unknown}"`);
  const [least, most] = [Number(menu['min_values'] ?? 1), Number(menu['max_values'] ?? 1)];
  if (values.length < least || values.length > most) throw new NotSent(`The menu takes ${least} to ${most} choices`);
  return menu;
}
