/** Reads what Discord tells about a person's deed, and keeps only what we need; everything else of the payload stays here. */
import {
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessage,
  type APIMessageApplicationCommandInteraction,
  ApplicationCommandOptionType,
  InteractionContextType,
  MessageFlags,
} from 'discord.js';
import type { FieldValue, FileRef, MessageRef, PersonRef, Place } from '../../src/chat/messages.ts';
import { type FormOption, fieldOfOption, photoOptions, wordsOption } from './command-table.ts';
import { isPerhapsPicture, messageFile, uploadedFile } from './file-refs.ts';
import { plainWords } from './literal-text.ts';
import { directWorkspace } from './workspace.ts';

/** Who did it, where, and the short-lived handle that lets us react. */
export type Deed = { id: string; token: string; person: PersonRef; place: Place };

/** Null for what no person did. */
export function readDeed(interaction: APIInteraction): Deed | null {
  const user = interaction.member?.user ?? interaction.user;
  const channel = interaction.channel?.id ?? interaction.channel_id;
  if (!user || !channel) return null;
  const workspace = interaction.guild_id ?? directWorkspace(user.id);
  return {
    id: interaction.id,
    token: interaction.token,
    person: {
      platform: 'discord',
      workspace,
      person: user.id,
      ...('locale' in interaction ? { locale: interaction.locale } : {}),
    },
    place: { platform: 'discord', workspace, channel, thread: null },
  };
}

/** The same deed, about something of this workspace. */
export const inWorkspace = (deed: Deed, workspace: string): Deed => ({
  ...deed,
  person: { ...deed.person, workspace },
  place: { ...deed.place, workspace },
});

/** False in other people's conversations and in servers that have not installed the bot: nothing can be delivered there. */
export function isHere({ context, guild_id: guild, authorizing_integration_owners: owners }: APIInteraction): boolean {
  if (context === InteractionContextType.PrivateChannel) return false;
  return guild === undefined || owners === undefined || '0' in owners;
}

/** `given`: what was told by options, under the ids of the form's fields. `onlyNeeded`: photos and words came along. */
export type CommandDeed = {
  name: string;
  text: string;
  files: FileRef[];
  given: Record<string, FieldValue>;
  onlyNeeded: boolean;
};

export function readCommand({ data }: APIChatInputApplicationCommandInteraction, { place }: Deed): CommandDeed {
  const first = data.options?.[0];
  const isSub = first?.type === ApplicationCommandOptionType.Subcommand;
  const options = new Map((isSub ? (first.options ?? []) : basicOptions(data.options)).map((one) => [one.name, one.value]));
  const files = photoOptions.flatMap((name) => data.resolved?.attachments?.[String(options.get(name))] ?? []);
  const given: Record<string, FieldValue> = {};
  for (const [option, field] of Object.entries(fieldOfOption) as [FormOption, string][]) {
    const value = options.get(option);
    if (value !== undefined && value !== '') given[field] = fieldValue(option, value);
  }
  if (files.length > 0) given['photos'] = [];
  const words = [isSub ? first.name : '', options.get('brief') ?? options.get(wordsOption) ?? ''];
  return {
    name: data.name,
    text: words.filter((word) => word !== '').join(' '),
    files: files.map((file) => uploadedFile(file, place.workspace)),
    given,
    onlyNeeded: files.length > 0 && given['brief'] !== undefined,
  };
}

type Options = readonly APIApplicationCommandInteractionDataOption[] | undefined;

const basicOptions = (options: Options) =>
  (options ?? []).filter((one): one is APIApplicationCommandInteractionDataBasicOption => 'value' in one);

function fieldValue(option: FormOption, value: string | number | boolean): FieldValue {
  switch (option) {
    case 'where':
      return [String(value)];
    case 'video':
      return value === true ? 'yes' : 'no';
    case 'only-me':
      return value === true ? 'me' : 'here';
    default:
      return String(value);
  }
}

/** The answer goes to the message as a reply. */
export function readMessageAction({ data }: APIMessageApplicationCommandInteraction, { place }: Deed) {
  const message = data.resolved.messages[data.target_id];
  return { name: data.name, ...handedOver(message, { ...place, thread: data.target_id }) };
}

/** The pictures and the words of a message, and where an answer to it goes. */
export function handedOver(message: Pick<APIMessage, 'id' | 'attachments' | 'content'> | undefined, place: Place) {
  const from = { workspace: place.workspace, channel: place.channel, message: message?.id ?? '' };
  const files = (message?.attachments ?? []).filter(isPerhapsPicture).map((file) => messageFile(file, from));
  return { files, brief: plainWords(message?.content ?? ''), place };
}

/** The message whose button was pressed; null for one that only this person sees. */
export function pressedMessage(message: APIMessage, { place }: Deed): MessageRef | null {
  if (((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0) return null;
  return {
    platform: 'discord',
    workspace: place.workspace,
    channel: message.channel_id,
    message: message.id,
    thread: message.message_reference?.message_id ?? null,
  };
}
