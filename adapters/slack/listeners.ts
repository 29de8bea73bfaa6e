/** What the bot listens to. Every deed is acknowledged first or within Slack's three seconds; no store is read on the way. */
import type { App } from '@slack/bolt';
import type { ChatEvents, Press, Taken } from '../../src/chat/chat-adapter.ts';
import { commands, messageActions } from '../../src/chat/commands.ts';
import { type ActionId, actionIds, type FormId, formIds, type MessageView } from '../../src/chat/messages.ts';
import type { Clock } from '../../src/clock.ts';
import type { Logger } from '../../src/log.ts';
import type { Calls } from './calls.ts';
import { type Deed, readCommand, readMessageAction, readPress, readSubmission } from './deeds.ts';
import { errorsPerBlock, fieldValues } from './form-answers.ts';
import { actionOf, type MessageBody, messageBody } from './message-blocks.ts';
import { openForm } from './open-form.ts';
import type { PrivateWords } from './private-words.ts';
import { createTurns } from './turns.ts';

/** What the adapter says by itself, when the core is too late to say anything. */
export type SlackWords = {
  /** A submission or a press was not taken; nothing was started. */
  notTaken: string;
  /** The form could not be opened in time. */
  formNotOpened: string;
};

/** The part of the Slack library that listeners are registered with. */
export type ListenerHost = Pick<App, 'command' | 'shortcut' | 'view' | 'action' | 'error'>;
export type Listening = {
  events: ChatEvents;
  calls: Calls;
  privately: PrivateWords;
  words: SlackWords;
  clock: Clock;
  log: Logger;
};

/** Slack waits 3 s; the core promises 2. */
const coreDeadlineMs = 2_300;
/** Answers to commands that are under way at once. */
const answersAtOnce = 12;

const anyAction = new RegExp(`^(?:${actionIds.join('|')})(?:#\\d+)?$`);

const wordsOnly = (words: string): MessageBody => messageBody({ summary: words, lines: [{ spans: [words] }], buttons: [] });

export function registerListeners(app: ListenerHost, listening: Listening): void {
  const inTurn = createTurns(answersAtOnce);
  for (const { name } of commands) {
    app.command(`/${name}`, async ({ body, ack }) =>
      acknowledgedFirst(ack, () => inTurn(() => onCommand(body, listening)), listening.log),
    );
  }
  for (const { id } of messageActions) {
    app.shortcut({ callback_id: id, type: 'message_action' }, async ({ body, ack }) =>
      acknowledgedFirst(ack, () => inTurn(() => onMessageAction(body, listening)), listening.log),
    );
  }
  for (const form of formIds) {
    app.view(form, async ({ body, ack }) => {
      const answer = await onSubmission(body, form, listening);
      await (answer === null ? ack() : ack({ response_action: 'errors', errors: answer }));
    });
  }
  app.action(anyAction, async ({ body, ack }) => acknowledgedFirst(ack, () => onPress(body, listening), listening.log));
  app.error(async (error) => listening.log.error('A Slack delivery failed', { code: String(error.code ?? error.name) }));
}

/** A lost acknowledgement must not stop the deed: Slack delivers it again and it is recognised. */
async function acknowledgedFirst(ack: () => Promise<void>, then: () => Promise<void>, log: Logger): Promise<void> {
  const acknowledged = ack().catch(() => log.warn('An acknowledgement did not reach Slack'));
  await then();
  await acknowledged;
}

async function onCommand(body: unknown, listening: Listening): Promise<void> {
  const deed = readCommand(body);
  remember(deed, listening);
  const { text, person, place } = deed;
  const meaning = listening.events.command({ text, files: [], person, place });
  switch (meaning.kind) {
    case 'form':
      return openForm(meaning.request, deed, opening(listening));
    case 'words':
      return answer(deed, meaning.message, listening);
    case 'later':
      return answer(deed, await meaning.message(), listening);
  }
}

async function onMessageAction(body: unknown, listening: Listening): Promise<void> {
  const deed = readMessageAction(body);
  remember(deed, listening);
  const { files, brief, person, place } = deed;
  return openForm({ form: 'make-ad', from: 'message', files, brief, person, place }, deed, opening(listening));
}

/** Null closes the form; errors keep it open with everything the person entered. */
async function onSubmission(body: unknown, form: FormId, listening: Listening): Promise<Record<string, string> | null> {
  const { person, view, context, answers, inputs } = readSubmission(body);
  /**
   * An opened form becomes at most one ad, so its own id is the delivery id: the same for a redelivery and for a second press
   * after our answer was lost. The core stores nothing for `fields` and `refused`, so the id is free for the next try.
   */
  const submission = { deliveryId: `view:${view}`, form, context, person, values: fieldValues(answers, person.workspace) };
  const taken = await inTime(() => listening.events.submit(submission), listening);
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
  const { at, messageTs, ...deed } = readPress(body);
  remember(deed, listening);
  const { person, place, message, value } = deed;
  const action = actionOf(deed.action) as ActionId;
  const deliveryId = `press:${place.channel}:${messageTs}:${person.person}:${deed.action}:${at}`;
  const press: Press = { deliveryId, action, value, person, message, place };
  const request = listening.events.formOf(press);
  if (request) return openForm(request, deed, opening(listening));
  const taken = await inTime(() => listening.events.press(press), listening);
  if (taken.kind === 'taken') return;
  const words = taken.kind === 'refused' ? taken.words : Object.values(taken.errors).join(' ');
  return listening.privately.answer(person, place, wordsOnly(words));
}

/** What the core says, or that it was too late to say anything. */
async function inTime(ask: () => Promise<Taken>, { clock, words, log }: Listening): Promise<Taken> {
  const answered = new AbortController();
  const notTaken: Taken = { kind: 'refused', words: words.notTaken };
  const tooLate = clock.sleep(coreDeadlineMs, answered.signal).then(
    () => 'too-late' as const,
    () => 'too-late' as const,
  );
  try {
    const first = await Promise.race([ask(), tooLate]);
    if (first !== 'too-late') return first;
    log.warn('The core did not answer in time');
    return notTaken;
  } catch (error) {
    log.error('The core failed to answer', { code: error instanceof Error ? error.name : 'unknown' });
    return notTaken;
  } finally {
    answered.abort();
  }
}

function remember({ person, place, replyUrl }: Deed, { privately }: Listening) {
  privately.remember(person, place, replyUrl);
}

function answer(deed: Deed, message: MessageView, { privately }: Listening): Promise<void> {
  return privately.answer(deed.person, deed.place, messageBody(message));
}

function opening(listening: Listening) {
  const { calls, events, log, privately, words } = listening;
  const say = (deed: Deed, body: MessageBody) => privately.answer(deed.person, deed.place, body);
  return { calls, events, log, answer: say, notOpened: wordsOnly(words.formNotOpened) };
}
