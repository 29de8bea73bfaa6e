/** A person at the loopback Slack: types commands, fills in forms, presses buttons, and sees what only they may see. */
import type { Deliveries, Reply } from './deliveries.ts';
import type { Events } from './events.ts';
import type { HandedFile } from './form-entry.ts';
import { createFormsInFront } from './forms-in-front.ts';
import { addMessage } from './methods/chat.ts';
import { directChannel } from './methods/conversations.ts';
import { addFile } from './methods/files.ts';
import type { Surroundings } from './methods/method.ts';
import { createPaperwork, findButton, type Pressable } from './paperwork.ts';
import { createTalk } from './talk.ts';
import type { Channel, Ephemeral, StoredMessage, World } from './world.ts';

export type Person = ReturnType<typeof createPerson>;

type Said = { channel: Channel; text?: string; files?: readonly HandedFile[]; thread?: string };

export function createPerson(name: string, around: Surroundings, deliveries: Deliveries, events: Events) {
  const { world, rules } = around;
  const id = world.nextId('U');
  world.people.set(id, { id, name, locale: 'en-US', isAdmin: false, hasLeft: false });
  const paper = createPaperwork(id, name, around);

  function change(changed: { locale?: string; isAdmin?: boolean; hasLeft?: boolean }) {
    const known = world.people.get(id);
    if (known) world.people.set(id, { ...known, ...changed });
  }
  function join(channel: Channel | undefined): Channel {
    if (!channel) throw new Error('The channel is gone');
    channel.members.add(id);
    return channel;
  }

  const speak = (said: Said): StoredMessage => say(world, id, { ...said, channel: join(said.channel) });

  return {
    id,
    name,
    ...createFormsInFront(id, around, deliveries, paper),
    ...createTalk(id, { around, deliveries, events, paper, say: speak }),
    /** Chooses the language of Slack. */
    speaks(locale: string) {
      change({ locale });
    },
    /** Becomes an admin of the workspace, or is one no more. */
    /** Their account in the workspace is deactivated. */
    leaveWorkspace: () => change({ hasLeft: true }),
    makeAdmin: (isAdmin = true) => change({ isAdmin }),
    /** Becomes a member of a channel, as everybody does who does anything in it. */
    join,
    /** Types a command in a channel. */
    command(command: string, text: string, where: { channel: Channel }): Promise<Reply> {
      if (!rules.commands.has(command)) throw new Error(`${command} is not a command of this workspace`);
      return deliveries.deliver('slash_commands', paper.command(command, text, join(where.channel)));
    },
    /** Picks an entry of a message's own menu. */
    messageAction(callback: string, message: StoredMessage): Promise<Reply> {
      if (!rules.interactive || !rules.messageActions.has(callback)) throw new Error(`Messages have no entry "${callback}"`);
      const channel = join(world.channels.get(message.channel));
      return deliveries.deliver('interactive', paper.messageAction(callback, message, channel));
    },
    /** Presses a button by its action or its label, and agrees where it asks. */
    press(message: Pressable, action: string): Promise<Reply> {
      if (!rules.interactive) throw new Error('Buttons do nothing: interactivity is switched off in the manifest');
      const channel = join(world.channels.get(message.channel));
      return deliveries.deliver('interactive', paper.press(message, findButton(message.blocks, action), channel));
    },
    /** Says something in a channel, with files if there are any. */
    postMessage: speak,
    /** Removes somebody's message, as an admin may. */
    removeMessage(message: StoredMessage) {
      message.deleted = true;
      world.changed();
    },
    /** Takes direct messages from the bot no more. */
    closeDms: () => void world.withoutDirect.add(id),
    openDms: () => void world.withoutDirect.delete(id),
    /** What only this person sees, oldest first. */
    ephemerals: (): Ephemeral[] => world.ephemerals.filter((one) => one.user === id),
    /** The conversation between the bot and this person. */
    direct: (): Channel => directChannel(world, id),
  };
}

function say(world: World, user: string, { channel, text = '', thread: inThread, files = [] }: Said): StoredMessage {
  const thread = inThread ?? null;
  const stored = files.map(({ name, bytes }) => {
    const owned = { owner: user, fromBot: false, state: 'completed' as const, bytes: Buffer.from(bytes), length: bytes.length };
    return addFile(world, { ...owned, name, title: name, altText: '' });
  });
  const ids = stored.map((file) => file.id);
  const message = addMessage(world, { channel: channel.id, thread, user, fromBot: false, text, blocks: [], files: ids });
  for (const file of stored) file.sharedIn.push({ channel: channel.id, ts: message.ts, thread });
  world.changed();
  return message;
}
