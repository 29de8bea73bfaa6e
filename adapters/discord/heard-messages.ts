/** Answers people who write to the bot directly or mention it: over their pictures a button that opens the form, else a few words of help. */
import { type APIMessage, ChannelType, type GatewayMessageCreateDispatchData, MessageType } from 'discord.js';
import type { ChatEvents } from '../../src/chat/chat-adapter.ts';
import type { MessageView, PersonRef, Place } from '../../src/chat/messages.ts';
import type { Logger } from '../../src/log.ts';
import type { Calls } from './calls.ts';
import { type ButtonMemory, makeAdControl } from './custom-ids.ts';
import { asAppError } from './discord-errors.ts';
import { isPerhapsPicture } from './file-refs.ts';
import { saying } from './forms.ts';
import { messageBody, type OwnButton } from './message-body.ts';
import { postBody } from './post-message.ts';
import type { WordsFor } from './words.ts';
import { directWorkspace } from './workspace.ts';

export type Hearing = { bot: string; events: ChatEvents; calls: Calls; memory: ButtonMemory; words: WordsFor; log: Logger };

type Heard = GatewayMessageCreateDispatchData;

export async function onMessage(message: Heard, hearing: Hearing): Promise<void> {
  if (!isForUs(message, hearing.bot)) return;
  const workspace = message.guild_id ?? directWorkspace(message.author.id);
  const person: PersonRef = { platform: 'discord', workspace, person: message.author.id };
  const place: Place = { platform: 'discord', workspace, channel: message.channel_id, thread: message.id };
  const { view, own } = answerTo(message, person, place, hearing);
  const body = messageBody(view, { workspace, message: null, memory: hearing.memory, isLasting: true, own });
  try {
    await postBody(place, body, `heard${message.id}`, hearing.calls);
  } catch (error) {
    hearing.log.info('A message could not be answered', { code: asAppError(error, 'an answer').code });
  }
}

function isForUs(message: Heard, bot: string): boolean {
  const isPersons = !message.author.bot && message.webhook_id === undefined;
  const isSaid = message.type === MessageType.Default || message.type === MessageType.Reply;
  if (!isPersons || !isSaid) return false;
  if (message.guild_id === undefined) return channelTypeOf(message) === ChannelType.DM;
  // An answer to one of our messages mentions us, too; only who names us wants something.
  return message.content.includes(`<@${bot}>`) || message.content.includes(`<@!${bot}>`);
}

/** Told with the event, though the type of the library has it only in newer versions. */
function channelTypeOf(message: Heard): ChannelType {
  return 'channel_type' in message && typeof message.channel_type === 'number' ? message.channel_type : ChannelType.DM;
}

function answerTo(
  message: Pick<APIMessage, 'attachments' | 'channel_id' | 'id'>,
  person: PersonRef,
  place: Place,
  { events, words }: Hearing,
): { view: MessageView; own: OwnButton[] } {
  const spoken = words(person);
  const pictures = message.attachments.filter(isPerhapsPicture).length;
  if (pictures > 0) {
    const customId = makeAdControl(message.channel_id, message.id);
    return { view: saying(spoken.picturesFound(pictures)), own: [{ customId, label: spoken.makeAd, style: 'primary' }] };
  }
  const help = events.command({ name: 'ad', text: 'help', files: [], person, place });
  return { view: help.kind === 'words' ? help.message : saying(spoken.notTaken), own: [] };
}
