/** What an interaction's token allows for a quarter of an hour: more answers, and edits of those it gave. */
import { tokenLivesMs } from '../interactions.ts';
import { deleteMessage, editMessage } from '../messages.ts';
import { Refusal } from '../refusal.ts';
import type { Surroundings } from '../surroundings.ts';
import { messageFlags, toldMessage } from '../told-message.ts';
import { type Interaction, messageById, type StoredMessage } from '../world.ts';
import { answerContent } from './answers.ts';
import { post } from './callbacks.ts';
import { type Call, done, found, type Routes } from './route.ts';

const isLoading = (message: StoredMessage | undefined): boolean => ((message?.flags ?? 0) & messageFlags.loading) !== 0;

/** The interaction whose token it is; an app that has not acknowledged it yet has no such webhook. */
function interactionOf({ params }: Call, { world }: Surroundings): Interaction {
  if (params['webhook_id'] !== world.app.id) throw new Refusal(10015);
  const interaction = [...world.interactions.values()].find((one) => one.token === params['webhook_token']);
  if (!interaction || world.clock.now() - interaction.createdAt > tokenLivesMs) throw new Refusal(50027);
  if (!interaction.acknowledged) throw new Refusal(10015);
  return interaction;
}

/** `@original`, or one of the answers by its id. */
function answered(call: Call, interaction: Interaction, { world }: Surroundings): StoredMessage {
  const id = call.params['message_id'] ?? interaction.original;
  const message = messageById(world, id);
  if (!message || (message.interaction !== interaction.id && message.id !== interaction.original)) throw new Refusal(10008);
  return message;
}

function followUp(call: Call, around: Surroundings) {
  const interaction = interactionOf(call, around);
  const original = messageById(around.world, interaction.original);
  if (interaction.acknowledged === 'deferred' && original && isLoading(original)) {
    // Discord takes the first follow-up after a deferral for the deferred answer, and keeps who sees it.
    const content = answerContent(interaction, call.body, around, original);
    const flags = (content.flags & ~messageFlags.ephemeral) | (original.flags & messageFlags.ephemeral);
    return found(toldMessage(editMessage(original, { ...content, flags }, around), around));
  }
  return found(toldMessage(post(interaction, answerContent(interaction, call.body, around, null), around), around));
}

function edit(call: Call, around: Surroundings) {
  const interaction = interactionOf(call, around);
  const message = answered(call, interaction, around);
  return found(toldMessage(editMessage(message, answerContent(interaction, call.body, around, message), around), around));
}

function remove(call: Call, around: Surroundings) {
  deleteMessage(answered(call, interactionOf(call, around), around), around);
  return done;
}

const get = (call: Call, around: Surroundings) => found(toldMessage(answered(call, interactionOf(call, around), around), around));

const original = '/webhooks/{webhook_id}/{webhook_token}/messages/@original';
const byId = '/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}';

export const webhookRoutes: Routes = {
  'POST /webhooks/{webhook_id}/{webhook_token}': { auth: 'none', run: followUp },
  [`GET ${original}`]: { auth: 'none', run: get },
  [`PATCH ${original}`]: { auth: 'none', run: edit },
  [`DELETE ${original}`]: { auth: 'none', run: remove },
  [`GET ${byId}`]: { auth: 'none', run: get },
  [`PATCH ${byId}`]: { auth: 'none', run: edit },
  [`DELETE ${byId}`]: { auth: 'none', run: remove },
};
