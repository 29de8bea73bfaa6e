/** What an app says in answer to an interaction, read by that interaction's rules. */
import { type Content, readContent } from '../message-content.ts';
import type { Body } from '../request-body.ts';
import type { Surroundings } from '../surroundings.ts';
import { messageFlags } from '../told-message.ts';
import type { Interaction, Json, StoredMessage } from '../world.ts';

export function answerContent(
  interaction: Interaction,
  body: Body,
  { world }: Surroundings,
  before: StoredMessage | null,
): Content {
  const flags = Number((body.json as Json | undefined)?.['flags'] ?? before?.flags ?? 0);
  const rules = {
    channel: interaction.channel,
    uploadLimit: interaction.uploadLimit,
    mayBeEphemeral: true,
    owner: world.bot.id,
    isEphemeral: ((flags | (before?.flags ?? 0)) & messageFlags.ephemeral) !== 0,
  };
  return readContent(world, body, rules, before);
}
