/** What the bot listens to. Every deed is acknowledged within Discord's three seconds; no store is read on the way. */
import {
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageApplicationCommandInteraction,
  ApplicationCommandType,
  InteractionType,
} from 'discord.js';
import { isCommandName } from '../../src/chat/commands.ts';
import { AppError } from '../../src/errors.ts';
import { type Deed, isHere, readCommand, readDeed, readMessageAction } from './deeds.ts';
import type { FileSizes } from './file-sizes.ts';
import { freshForm } from './form-plan.ts';
import { saying } from './forms.ts';
import type { DiscordMembership } from './membership.ts';
import { onPress, type PressDeps } from './presses.ts';

export type Listening = PressDeps & { sizes: FileSizes; membership: Pick<DiscordMembership, 'heard'> };

/** Never rejects: whoever delivers can do nothing about it. */
export async function onInteraction(interaction: APIInteraction, listening: Listening): Promise<void> {
  try {
    await react(interaction, listening);
  } catch (error) {
    const code = error instanceof AppError ? error.code : error instanceof Error ? error.name : 'unknown';
    listening.log.error('A deed on Discord could not be answered', { type: interaction.type, code });
  }
}

async function react(interaction: APIInteraction, listening: Listening): Promise<void> {
  const deed = readDeed(interaction);
  if (!deed) return;
  if (!isHere(interaction)) {
    const { notHere } = listening.words(deed.person);
    return void (await listening.privately.answer(deed, saying(notHere)));
  }
  listening.membership.heard(interaction);
  listening.sizes.remember(deed.place.channel, interaction.attachment_size_limit);
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      if (interaction.data.type === ApplicationCommandType.ChatInput)
        return onCommand(interaction as APIChatInputApplicationCommandInteraction, deed, listening);
      if (interaction.data.type === ApplicationCommandType.Message)
        return onMessageAction(interaction as APIMessageApplicationCommandInteraction, deed, listening);
      return;
    case InteractionType.MessageComponent:
      return onPress(interaction, deed, listening);
    case InteractionType.ModalSubmit:
      return listening.forms.submit(interaction.data, deed);
    default:
      return;
  }
}

async function onCommand(
  interaction: APIChatInputApplicationCommandInteraction,
  deed: Deed,
  listening: Listening,
): Promise<void> {
  const { events, forms, privately, replies } = listening;
  const { name, text, files, given, onlyNeeded } = readCommand(interaction, deed);
  // Discord offers nothing else than was registered.
  if (!isCommandName(name)) return;
  const { person, place } = deed;
  const meaning = events.command({ name, text, files, person, place });
  switch (meaning.kind) {
    case 'form':
      return forms.open(meaning.request, deed, { ...freshForm, given, onlyNeeded });
    case 'words':
      if ((await privately.answer(deed, meaning.message)) === 'done') privately.remember(deed);
      return;
    case 'later': {
      const answered = await replies.defer(deed);
      if (answered === 'too-late' || answered === 'again') return;
      privately.remember(deed);
      const { notTaken } = listening.words(person);
      return privately.complete(deed, await meaning.message().catch(() => saying(notTaken)));
    }
  }
}

async function onMessageAction(
  interaction: APIMessageApplicationCommandInteraction,
  deed: Deed,
  { forms }: Listening,
): Promise<void> {
  const { files, brief, place } = readMessageAction(interaction, deed);
  const request = { form: 'make-ad' as const, from: 'message' as const, files, brief, person: deed.person, place };
  return forms.open(request, { ...deed, place }, freshForm);
}
