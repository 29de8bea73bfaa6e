/** What the bot listens to. Every deed is acknowledged first or within Slack's three seconds; no store is read on the way. */
import type { App } from '@slack/bolt';
import type { BoundedMemory } from '../../src/bounded-memory.ts';
import type { ChatEvents, Press, Taken } from '../../src/chat/chat-adapter.ts';
import { type CommandName, commands, messageActions } from '../../src/chat/commands.ts';
import { type ActionId, actionIds, formIds, type MessageView, type PersonRef } from '../../src/chat/messages.ts';
import type { Clock } from '../../src/clock.ts';
import type { Logger } from '../../src/log.ts';
import type { CallsIn } from './calls.ts';
import { type Deed, readCommand, readMessageAction, readPress, readSubmission } from './deeds.ts';
import type { DeliveriesSeen } from './deliveries-seen.ts';
import { errorsPerBlock, fieldValues } from './form-answers.ts';
import { onHeardMessage } from './heard-messages.ts';
import { onHomeOpened } from './home-tab.ts';
import { onLeft } from './leaving.ts';
import type { Locales } from './locales.ts';
import { actionOf, type MessageBody, messageBody } from './message-blocks.ts';
import { openForm } from './open-form.ts';
import { picturesAction, readPicturesButton } from './pictures-button.ts';
import type { PrivateWords } from './private-words.ts';
import { createBusy, createTurns } from './turns.ts';
import type { WordsFor } from './words.ts';

/** The part of the Slack library that listeners are registered with. */
export type ListenerHost = Pick<App, 'command' | 'shortcut' | 'view' | 'action' | 'event' | 'error'>;
export type Listening = {
  events: ChatEvents;
  callsIn: CallsIn;
  privately: PrivateWords;
  locales: Locales;
  seen: DeliveriesSeen;
  /** When the help was told in threads and direct messages. */
  helped: BoundedMemory<number>;
  installations: Parameters<typeof onLeft>[1]['installations'];
  words: WordsFor;
  /** Ends what is tried again. */
  stopping: AbortSignal;
  clock: Clock;
  log: Logger;
};

/** Slack waits 3 s; the core promises 2. */
const coreDeadlineMs = 2_300;
/** Answers to commands that are under way at once. */
const answersAtOnce = 12;
/** The trigger of a form lives for 3 s. */
const patienceMs = 400;

/** Of each kind of delivery one listener: the library asks all of them about every delivery. */
const oneOf = (names: readonly string[]): RegExp => new RegExp(`^(?:${names.join('|')})$`);
const anyAction = oneOf([...actionIds.map((id) => `${id}(?:#\\d+)?`), picturesAction]);
const anyForm = oneOf(formIds);

/** The events that are heard. */
export const heardEvents: Readonly<Record<string, (body: unknown, listening: Listening) => Promise<void>>> = {
  app_mention: onHeardMessage,
  message: onHeardMessage,
  app_home_opened: onHomeOpened,
  app_uninstalled: onLeft,
  tokens_revoked: onLeft,
};

const wordsOnly = (words: string): MessageBody => messageBody({ summary: words, lines: [{ spans: [words] }], buttons: [] });

export function registerListeners(app: ListenerHost, listening: Listening): void {
  const { log, clock } = listening;
  const inTurn = createTurns({ atATime: answersAtOnce, patienceMs, busy: createBusy(), clock });
  for (const { name } of commands) {
    app.command(`/${name}`, async ({ body, ack }) =>
      acknowledgedFirst(ack, () => inTurn(() => onCommand(name, body, listening)), log),
    );
  }
  for (const { id } of messageActions) {
    app.shortcut({ callback_id: id, type: 'message_action' }, async ({ body, ack }) =>
      acknowledgedFirst(ack, () => inTurn(() => onMessageAction(body, listening)), log),
    );
  }
  app.view(anyForm, async ({ body, ack }) => {
    const answer = await onSubmission(body, listening);
    await (answer === null ? ack() : ack({ response_action: 'errors', errors: answer }));
  });
  app.action(anyAction, async ({ action, body, ack }) => {
    const onAction = 'action_id' in action && action.action_id === picturesAction ? onPicturesPress : onPress;
    return acknowledgedFirst(ack, () => onAction(body, listening), log);
  });
  // Events are acknowledged by the library itself.
  app.event(oneOf(Object.keys(heardEvents)), async ({ event, body }) => heardEvents[event.type]?.(body, listening));
  app.error(async (error) => log.error('A Slack delivery failed', { code: String(error.code ?? error.name) }));
}

/** A lost acknowledgement must not stop the deed: Slack delivers it again and it is recognised. */
async function acknowledgedFirst(ack: () => Promise<void>, then: () => Promise<void>, log: Logger): Promise<void> {
  const acknowledged = ack().catch(() => log.warn('An acknowledgement did not reach Slack'));
  await then();
  await acknowledged;
}

async function onCommand(name: CommandName, body: unknown, listening: Listening): Promise<void> {
  const deed = known(readCommand(body), listening);
  const { text, person, place } = deed;
  const meaning = listening.events.command({ name, text, files: [], person, place });
  switch (meaning.kind) {
    case 'form':
      return openForm(meaning.request, deed, opening(deed, listening));
    case 'words':
      return answer(deed, meaning.message, listening);
    case 'later':
      return answer(deed, await meaning.message(), listening);
  }
}

async function onMessageAction(body: unknown, listening: Listening): Promise<void> {
  const deed = known(readMessageAction(body), listening);
  const { files, brief, person, place } = deed;
  return openForm({ form: 'make-ad', from: 'message', files, brief, person, place }, deed, opening(deed, listening));
}

/** The pictures and the text of a message, as its button carries them; anybody who sees them may press it. */
async function onPicturesPress(body: unknown, listening: Listening): Promise<void> {
  const deed = known(readPress(body), listening);
  const { person, place } = deed;
  const carried = readPicturesButton(deed.value, place.workspace);
  if (!carried) return listening.privately.answer(person, place, wordsOnly(listening.words(person).buttonTooOld));
  return openForm({ form: 'make-ad', from: 'message', ...carried, person, place }, deed, opening(deed, listening));
}

/** Null closes the form; errors keep it open with everything the person entered. */
async function onSubmission(body: unknown, listening: Listening): Promise<Record<string, string> | null> {
  const { person: sender, view, form, context, answers, inputs } = readSubmission(body);
  const person = listening.locales.known(sender);
  /**
   * An opened form becomes at most one ad, so its own id is the delivery id: the same for a redelivery and for a second press
   * after our answer was lost. The core stores nothing for `fields` and `refused`, so the id is free for the next try.
   */
  const submission = { deliveryId: `view:${view}`, form, context, person, values: fieldValues(answers, person.workspace) };
  const taken = await inTime(() => listening.events.submit(submission), person, listening);
  switch (taken.kind) {
    case 'taken':
      return null;
    case 'fields':
      return errorsPerBlock(taken.errors, inputs);
    case 'refused':
      return errorsPerBlock({ '': taken.words }, inputs);
  }
}

async function onPress(body: unknown, listening: Listening): Promise<void> {
  const { at, messageTs, ...deed } = known(readPress(body), listening);
  const { person, place, message, value } = deed;
  const action = actionOf(deed.action) as ActionId;
  const deliveryId = `press:${place.channel}:${messageTs}:${person.person}:${deed.action}:${at}`;
  const press: Press = { deliveryId, action, value, person, message, place };
  const request = listening.events.formOf(press);
  if (request) return openForm(request, deed, opening(deed, listening));
  const taken = await inTime(() => listening.events.press(press), person, listening);
  if (taken.kind === 'taken') return;
  const words = taken.kind === 'refused' ? taken.words : Object.values(taken.errors).join(' ');
  return listening.privately.answer(person, place, wordsOnly(words));
}

/** What the core says, or that it was too late to say anything. */
async function inTime(ask: () => Promise<Taken>, person: PersonRef, { clock, words, log }: Listening): Promise<Taken> {
  const answered = new AbortController();
  const notTaken = (): Taken => ({ kind: 'refused', words: words(person).notTaken });
  const tooLate = clock.sleep(coreDeadlineMs, answered.signal).then(
    () => 'too-late' as const,
    () => 'too-late' as const,
  );
  try {
    const first = await Promise.race([ask(), tooLate]);
    if (first !== 'too-late') return first;
    log.warn('The core did not answer in time');
    return notTaken();
  } catch (error) {
    log.error('The core failed to answer', { code: error instanceof Error ? error.name : 'unknown' });
    return notTaken();
  } finally {
    answered.abort();
  }
}

/** Remembers how the deed can be answered, and adds what is known of the person. */
function known<D extends Deed>(deed: D, { privately, locales }: Listening): D {
  privately.remember(deed.person, deed.place, deed.replyUrl);
  return { ...deed, person: locales.known(deed.person) };
}

function answer(deed: Deed, message: MessageView, { privately }: Listening): Promise<void> {
  return privately.answer(deed.person, deed.place, messageBody(message));
}

function opening({ person }: Deed, { callsIn, events, log, privately, words }: Listening) {
  const say = (deed: Deed, body: MessageBody) => privately.answer(deed.person, deed.place, body);
  const notOpened = wordsOnly(words(person).formNotOpened);
  return { calls: callsIn(person.workspace), events, log, answer: say, notOpened };
}
