/** A person talks with the bot: mentions it, writes to it directly, and looks at its page. */
import type { Deliveries, Reply } from './deliveries.ts';
import type { Events } from './events.ts';
import type { HandedFile } from './form-entry.ts';
import { toldMessage } from './methods/chat.ts';
import { directChannel } from './methods/conversations.ts';
import { toldFile } from './methods/files.ts';
import type { Surroundings } from './methods/method.ts';
import type { Paperwork } from './paperwork.ts';
import { type Button, findButton } from './paperwork.ts';
import type { Channel, Json, StoredHome, StoredMessage } from './world.ts';

type Words = { text?: string; files?: readonly HandedFile[]; thread?: string };
type Say = (said: Words & { channel: Channel }) => StoredMessage;
/** `reply` is null where the app is not told of it. */
export type Said = { message: StoredMessage; reply: Reply | null };

type TalkOptions = { around: Surroundings; deliveries: Deliveries; events: Events; paper: Paperwork; say: Say };

export function createTalk(person: string, { around, deliveries, events, paper, say }: TalkOptions) {
  const { world, rules } = around;

  function told(message: StoredMessage, type: string, more: Json = {}): Json & { type: string } {
    const files = message.files.flatMap((id) => world.files.get(id) ?? []).map((file) => toldFile(world, file, around.baseUrl()));
    const withFiles = files.length > 0 ? { files, ...(type === 'message' ? { subtype: 'file_share' } : {}) } : {};
    const basis = toldMessage(world, message);
    return { ...basis, ...withFiles, type, event_ts: message.ts, client_msg_id: `id-of-${message.ts}`, ...more };
  }

  return {
    /** Names the bot in a channel. It hears of it only where it is a member. */
    async mention({ channel, text = '', ...words }: Words & { channel: Channel }): Promise<Said> {
      const message = say({ channel, text: `<@${world.app.user}> ${text}`, ...words });
      const isHeard = channel.members.has(world.app.user);
      return { message, reply: isHeard ? await events.tell(told(message, 'app_mention')) : null };
    },
    /** Writes to the bot alone. `alsoNamed`: Slack tells it a second time, as a mention. */
    async directMessage(words: Words & { alsoNamed?: boolean }): Promise<Said> {
      if (!rules.takesMessages) throw new Error('Sending messages to this app has been turned off.');
      const { alsoNamed, ...said } = words;
      const message = say({ channel: directChannel(world, person), ...said });
      const reply = await events.tell(told(message, 'message', { channel_type: 'im' }));
      if (alsoNamed) await events.tell(told(message, 'app_mention', { channel_type: 'im' }));
      return { message, reply };
    },
    /** Looks at the bot's page. */
    openHome(tab: 'home' | 'messages' = 'home'): Promise<Reply | null> {
      if (!rules.homeTab) throw new Error('This app has no page');
      const channel = directChannel(world, person).id;
      return events.tell({ type: 'app_home_opened', user: person, channel, tab, event_ts: world.nextTs() });
    },
    /** What the bot's page shows to this person. */
    home: (): StoredHome | undefined => world.homes.get(person),
    /** Presses a button on the bot's page, by its action or its label. */
    pressHome(action: string): Promise<Reply> {
      const home = world.homes.get(person);
      if (!home) throw new Error('The page was never published');
      const button: Button = findButton(home.view['blocks'] as Json[], action);
      return deliveries.deliver('interactive', paper.pressHome(home, button));
    },
  };
}
