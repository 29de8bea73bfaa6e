/** The first answer to an interaction: within three seconds, once, and of a kind that fits. */
import { z } from 'zod';
import { acknowledgeWithinMs } from '../interactions.ts';
import type { readContent } from '../message-content.ts';
import { addMessage, editMessage } from '../messages.ts';
import { readWith } from '../read-with.ts';
import { badForm, Refusal } from '../refusal.ts';
import { formData } from '../schemas/form-schemas.ts';
import type { Surroundings } from '../surroundings.ts';
import { allComponents, interactionTypes, messageFlags, toldMessage } from '../told-message.ts';
import { type Acknowledgement, type Interaction, type Json, messageById, type StoredForm, type StoredMessage } from '../world.ts';
import { answerContent } from './answers.ts';
import { type Call, done, found, type Routes } from './route.ts';

const callback = z.strictObject({
  type: z.union([4, 5, 6, 7, 8, 9].map((type) => z.literal(type))),
  data: z.record(z.string(), z.unknown()).nullish(),
});
const suggestions = z.strictObject({
  choices: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(100),
        name_localizations: z.record(z.string(), z.string().nullable()).nullish(),
        value: z.union([z.string().max(100), z.number()]),
      }),
    )
    .max(25),
});

const kindsByType: Readonly<Record<number, Acknowledgement>> = {
  4: 'message',
  5: 'deferred',
  6: 'deferred-update',
  7: 'updated',
  8: 'suggestions',
  9: 'form',
};

/** Which first answers an interaction may get. */
function fits(how: Acknowledgement, { kind, source }: Interaction): boolean {
  switch (how) {
    case 'suggestions':
      return kind === 'autocomplete';
    case 'form':
      return kind === 'command' || kind === 'component';
    case 'deferred-update':
    case 'updated':
      return source !== null;
    case 'message':
    case 'deferred':
      return kind !== 'autocomplete';
  }
}

type Outcome = { message: StoredMessage | null; form: StoredForm | null; choices: Json[] };
const nothing: Outcome = { message: null, form: null, choices: [] };

function carryOut(how: Acknowledgement, call: Call, interaction: Interaction, around: Surroundings): Outcome {
  const { world } = around;
  const { data } = readWith(callback, call.body.json);
  const body = { json: data ?? {}, files: call.body.files };
  switch (how) {
    case 'message':
      return { ...nothing, message: answer(interaction, body, around) };
    case 'deferred':
      return { ...nothing, message: placeholder(interaction, Number(data?.['flags'] ?? 0), around) };
    case 'deferred-update':
    case 'updated': {
      const source = messageById(world, interaction.source);
      if (!source) throw new Refusal(10008);
      interaction.original = source.id;
      if (how === 'deferred-update') return { ...nothing, message: source };
      return { ...nothing, message: editMessage(source, answerContent(interaction, body, around, source), around) };
    }
    case 'suggestions':
      return { ...nothing, choices: readWith(suggestions, data).choices as Json[] };
    case 'form':
      return { ...nothing, form: openForm(interaction, data, around) };
  }
}

function answer(interaction: Interaction, body: Parameters<typeof readContent>[1], around: Surroundings): StoredMessage {
  const content = answerContent(interaction, body, around, null);
  const message = post(interaction, content, around);
  interaction.original = message.id;
  return message;
}

/** "Adwright is thinking…", until the first edit. */
function placeholder(interaction: Interaction, flags: number, around: Surroundings): StoredMessage {
  const empty = {
    content: '',
    components: [],
    embeds: [],
    files: [],
    pinged: [],
    repliesTo: null,
    nonce: null,
    enforceNonce: false,
  };
  if ((flags & ~(messageFlags.ephemeral | messageFlags.componentsV2)) !== 0)
    throw badForm('Invalid message flags', 'data', 'flags');
  const message = post(interaction, { ...empty, flags: flags | messageFlags.loading }, around);
  interaction.original = message.id;
  return message;
}

/** Posts for an interaction; needs none of the bot's permissions in the channel. */
export function post(interaction: Interaction, content: ReturnType<typeof answerContent>, around: Surroundings): StoredMessage {
  const { world } = around;
  const channel = world.channels.get(interaction.channel);
  if (!channel) throw new Refusal(10003);
  const onlyFor = (content.flags & messageFlags.ephemeral) === 0 ? null : interaction.user;
  return addMessage({ ...content, channel, author: world.bot.id, onlyFor, interaction: interaction.id }, around);
}

function openForm(interaction: Interaction, data: unknown, { world }: Surroundings): StoredForm {
  const read = readWith(formData, data);
  const components = structuredClone(read.components) as Json[];
  const all = allComponents(components);
  const ids = all.flatMap((one) => one['custom_id'] ?? []);
  if (new Set(ids).size !== ids.length) throw badForm('Component custom id cannot be duplicated', 'data', 'components');
  for (const [at, one] of all.entries()) one['id'] ||= at + 1;
  for (const other of world.forms) if (other.owner === interaction.user) other.state = 'closed';
  const form: StoredForm = {
    customId: read.custom_id,
    title: read.title,
    components,
    owner: interaction.user,
    channel: interaction.channel,
    source: interaction.source,
    state: 'open',
  };
  world.forms.push(form);
  return form;
}

function acknowledge(call: Call, around: Surroundings) {
  const { world } = around;
  const { interaction_id: id = '', interaction_token: token } = call.params;
  const interaction = world.interactions.get(id);
  if (!interaction || interaction.token !== token) throw new Refusal(10062);
  if (interaction.acknowledged) throw new Refusal(40060);
  if (world.clock.now() - interaction.createdAt > acknowledgeWithinMs) throw new Refusal(10062);
  const { type } = readWith(callback, call.body.json);
  const how = kindsByType[type];
  if (!how || !fits(how, interaction)) throw badForm('This answer does not fit the interaction', 'type');
  const outcome = carryOut(how, call, interaction, around);
  interaction.acknowledged = how;
  interaction.settle({ kind: 'acknowledged', how, ...outcome });
  world.changed();
  if (call.query['with_response'] !== 'true') return done;
  return found(toldOutcome(interaction, type, outcome, around));
}

function toldOutcome(interaction: Interaction, type: number, { message }: Outcome, around: Surroundings): Json {
  const told = message && {
    response_message_id: message.id,
    response_message_loading: (message.flags & messageFlags.loading) !== 0,
    response_message_ephemeral: message.onlyFor !== null,
  };
  return {
    interaction: { id: interaction.id, type: interactionTypes[interaction.kind], ...told },
    resource: { type, ...(message ? { message: toldMessage(message, around) } : {}) },
  };
}

export const callbackRoutes: Routes = {
  'POST /interactions/{interaction_id}/{interaction_token}/callback': { auth: 'none', run: acknowledge },
};
