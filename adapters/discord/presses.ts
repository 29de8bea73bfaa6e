/** What a pressed button does: a deed of the core, a form, or one of the adapter's own small matters. */
import { type APIMessage, type APIMessageComponentInteraction, Routes } from 'discord.js';
import { z } from 'zod';
import type { ChatEvents, Press } from '../../src/chat/chat-adapter.ts';
import { type ActionId, actionIds, type MessageRef } from '../../src/chat/messages.ts';
import type { Clock } from '../../src/clock.ts';
import type { Logger } from '../../src/log.ts';
import type { Calls } from './calls.ts';
import { type ButtonMemory, type Control, keepControl, pressControl, questionKey, readControl } from './custom-ids.ts';
import { type Deed, handedOver, inWorkspace, pressedMessage } from './deeds.ts';
import { freshForm } from './form-plan.ts';
import { type Forms, saying } from './forms.ts';
import { inTime } from './in-time.ts';
import type { PrivateWords } from './private-words.ts';
import type { Replies } from './replies.ts';
import type { WordsFor } from './words.ts';
import { guildOf } from './workspace.ts';

export type PressDeps = {
  events: ChatEvents;
  replies: Replies;
  privately: PrivateWords;
  forms: Forms;
  calls: Calls;
  memory: ButtonMemory;
  words: WordsFor;
  clock: Clock;
  log: Logger;
};

type Pressed = Extract<Control, { kind: 'press' }>;

/** The rest of the three seconds is for opening the form. */
const messageWithinMs = 1_800;
/** Stands for a private message, which has no handle. */
const noMessage = '0';

export async function onPress({ data, message }: APIMessageComponentInteraction, deed: Deed, deps: PressDeps): Promise<void> {
  const control = readControl(data.custom_id, deps.memory);
  switch (control.kind) {
    case 'keep':
      return removeQuestion(deed, deps);
    case 'form':
      return deps.forms.reopen(control.id, deed);
    case 'make-ad':
      return makeAdFrom(control, deed, deps);
    case 'lost':
      return tooOld(deed, deps);
    case 'press': {
      const action = actionIds.find((one) => one === control.action);
      if (!action) return tooOld(deed, deps);
      const here = inItsWorkspace(deed, control);
      return control.asks ? ask(control, message, here, deps) : press(action, control, message, here, deps);
    }
  }
}

/** In direct messages only the button tells which workspace an ad belongs to. */
function inItsWorkspace(deed: Deed, { workspace }: Pressed): Deed {
  return guildOf(deed.person.workspace) === null ? inWorkspace(deed, workspace) : deed;
}

async function tooOld(deed: Deed, { privately, words }: PressDeps): Promise<void> {
  await privately.answer(deed, saying(words(deed.person).buttonTooOld));
}

async function removeQuestion(deed: Deed, { replies }: PressDeps): Promise<void> {
  if ((await replies.deferUpdate(deed)) === 'done') await replies.removeOriginal(deed);
}

/** Discord asks nothing by itself: a private question stands between the button and the deed. */
async function ask(control: Pressed, message: APIMessage, deed: Deed, deps: PressDeps): Promise<void> {
  const { memory, privately, words } = deps;
  const { action, value, workspace } = control;
  const label = labelOf(message, control, memory);
  const known = memory.questions.get(questionKey({ action, label }));
  const usual = words(deed.person).confirm;
  const question = known ?? { title: label || usual.text, ...usual };
  const about = pressedMessage(message, deed)?.message ?? noMessage;
  const yes = pressControl({ action: action as ActionId, value, workspace, about }, memory);
  const said = {
    summary: question.title,
    lines: [{ spans: [{ bold: question.title }] }, { spans: [question.text] }],
    buttons: [],
  };
  const answered = await privately.answer(deed, said, [
    { customId: yes, label: question.yes, style: 'danger' },
    { customId: keepControl, label: question.no },
  ]);
  if (answered === 'done') privately.remember(deed);
}

const labelled = z.object({ custom_id: z.string(), label: z.string() });

/** What stands on the button that was pressed. */
function labelOf(message: APIMessage, { action, value }: Pressed, memory: ButtonMemory): string {
  const inside = (part: unknown): unknown[] =>
    typeof part === 'object' && part !== null && 'components' in part && Array.isArray(part.components)
      ? part.components.flatMap(inside)
      : [part];
  for (const part of (message.components ?? []).flatMap(inside)) {
    const button = labelled.safeParse(part).data;
    const control = button ? readControl(button.custom_id, memory) : null;
    if (button && control?.kind === 'press' && control.action === action && control.value === value) return button.label;
  }
  return '';
}

async function press(action: ActionId, control: Pressed, message: APIMessage, deed: Deed, deps: PressDeps): Promise<void> {
  const { events, replies, privately, forms, words, clock, log } = deps;
  const { person, place } = deed;
  const ref = control.about === null ? pressedMessage(message, deed) : confirmedMessage(control.about, deed);
  const pressed: Press = { deliveryId: `press:${deed.id}`, action, value: control.value, person, message: ref, place };
  const request = events.formOf(pressed);
  if (request) return forms.open(request, deed, freshForm);
  const answered = await replies.deferUpdate(deed);
  if (answered === 'too-late') return;
  if (answered === 'done') privately.remember(deed);
  const { notTaken } = words(person);
  const taken = await inTime(() => events.press(pressed), { notTaken, clock, log });
  if (control.about !== null) await replies.removeOriginal(deed);
  if (taken.kind === 'taken') return;
  const said = taken.kind === 'refused' ? taken.words : Object.values(taken.errors).join(' ');
  await privately.tell(person, place, saying(said));
}

function confirmedMessage(about: string, { place }: Deed): MessageRef | null {
  return about === noMessage ? null : { ...place, message: about, thread: null };
}

const told = z.object({
  id: z.string(),
  content: z.string(),
  attachments: z.array(
    z.object({ id: z.string(), filename: z.string(), size: z.number(), url: z.string(), content_type: z.string().optional() }),
  ),
});

/** The pictures are looked up where they were posted: the button works as long as their message is there. */
async function makeAdFrom(
  { channel, message }: Extract<Control, { kind: 'make-ad' }>,
  deed: Deed,
  { calls, forms, privately, words, log }: PressDeps,
): Promise<void> {
  const route = Routes.channelMessage(channel, message);
  const found = await calls({ method: 'GET', route, patience: 'once', withinMs: messageWithinMs }, told).catch(() => null);
  if (found === null) {
    log.info('The pictures for an ad are gone, or Discord does not answer');
    return void (await privately.answer(deed, saying(words(deed.person).formNotOpened)));
  }
  const thread = guildOf(deed.place.workspace) === null ? null : message;
  const attachments = found.attachments.map(({ content_type: type, ...file }) => ({
    ...file,
    proxy_url: file.url,
    ...(type === undefined ? {} : { content_type: type }),
  }));
  const { files, brief, place } = handedOver({ ...found, attachments }, { ...deed.place, thread });
  const request = { form: 'make-ad' as const, from: 'message' as const, files, brief, person: deed.person, place };
  return forms.open(request, { ...deed, place }, freshForm);
}
