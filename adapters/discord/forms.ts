/** Opens forms, keeps what belongs to them while they are open, and hands over what people send. Discord keeps only a short id with a form. */
import type { APIModalSubmission } from 'discord.js';
import { createBoundedMemory } from '../../src/bounded-memory.ts';
import type { ChatEvents, FormRequest } from '../../src/chat/chat-adapter.ts';
import type { FieldValue, FormView, MessageView, PersonRef } from '../../src/chat/messages.ts';
import type { Clock } from '../../src/clock.ts';
import { AppError } from '../../src/errors.ts';
import type { NewId } from '../../src/ids.ts';
import type { Logger } from '../../src/log.ts';
import { formControl } from './custom-ids.ts';
import { type Deed, inWorkspace } from './deeds.ts';
import { errorsView, fieldValues, typedText } from './form-answers.ts';
import { type FormState, planForm } from './form-plan.ts';
import { inTime, orLate } from './in-time.ts';
import { modalOf } from './modal.ts';
import type { PrivateWords } from './private-words.ts';
import type { Replies } from './replies.ts';
import type { WordsFor } from './words.ts';

export type Forms = ReturnType<typeof createForms>;

type Coming = Promise<FormView | { refused: string } | null>;
/** `workspace`: what the form is about belongs there; in direct messages Discord does not tell it. `taken` stays remembered: the answer to a form may be lost, and the form sent again. */
type Kept = { person: string; workspace: string } & (
  | { is: 'open'; view: FormView; state: FormState }
  | { is: 'coming'; view: Coming; state: FormState }
  | { is: 'taken' }
);

type Options = {
  events: ChatEvents;
  replies: Replies;
  privately: PrivateWords;
  words: WordsFor;
  /** Looks up what is stored of a person, so that words for them follow it. */
  meet(person: PersonRef): Promise<void>;
  clock: Clock;
  newId: NewId;
  log: Logger;
};

const livesMs = 30 * 60_000;
const mostForms = 4_000;
/** Discord waits 3 s for a form, and cannot change it afterwards. */
const storedValuesWithinMs = 2_200;
/** Words in another language are better than none in time. */
const metWithinMs = 1_000;

export const saying = (words: string): MessageView => ({ summary: words, lines: [{ spans: [words] }], buttons: [] });

const whose = ({ person }: Deed) => ({ person: person.person, workspace: person.workspace });

export function createForms({ events, replies, privately, words, meet, clock, newId, log }: Options) {
  const kept = createBoundedMemory<Kept>({ clock, most: mostForms, livesMs });
  const wordsOf = ({ person }: Deed) => words(person);

  async function say(deed: Deed, sentence: string, button?: { id: string; label: string }): Promise<void> {
    const own = button ? [{ customId: formControl(button.id), label: button.label, style: 'primary' as const }] : [];
    if ((await privately.answer(deed, saying(sentence), own)) === 'done') privately.remember(deed);
  }

  async function open(request: FormRequest, deed: Deed, state: FormState): Promise<void> {
    const form = events.form(request);
    if (form.later === null) return show(form.now, deed, state, newId());
    return showStored(
      form.later().catch(() => null),
      deed,
      state,
      newId(),
    );
  }

  async function showStored(view: Coming, deed: Deed, state: FormState, id: string): Promise<void> {
    const full = await orLate(view, storedValuesWithinMs, clock);
    const { formNotOpened, openForm } = wordsOf(deed);
    if (full === 'late') {
      kept.put(id, { ...whose(deed), is: 'coming', view, state });
      return say(deed, formNotOpened, { id, label: openForm });
    }
    if (full === null) return say(deed, formNotOpened);
    return 'refused' in full ? say(deed, full.refused) : show(full, deed, state, id);
  }

  async function show(view: FormView, deed: Deed, state: FormState, id: string): Promise<void> {
    const { shown, silent } = planForm(view, state);
    kept.put(id, { ...whose(deed), is: 'open', view, state });
    // Everything is told already: there is nothing to ask.
    const asks = shown.some((one) => one.kind === 'input') || view.fields.every((field) => field.kind === 'note');
    if (!asks) return handOver(id, view, state, silent, deed);
    const modal = modalOrNull(id, view, shown);
    const answered = modal === null ? 'unknown' : await replies.showForm(deed, modal);
    if (answered === 'done') return privately.remember(deed);
    if (answered === 'unknown') await say(deed, wordsOf(deed).formNotOpened);
  }

  function modalOrNull(...form: Parameters<typeof modalOf>) {
    try {
      return modalOf(...form);
    } catch (error) {
      log.error('A form does not fit into Discord', {
        form: form[0],
        reason: error instanceof AppError ? error.message : 'unknown',
      });
      return null;
    }
  }

  async function submit(data: APIModalSubmission, sent: Deed): Promise<void> {
    const form = kept.get(data.custom_id);
    const deed = form ? inWorkspace(sent, form.workspace) : sent;
    if (form?.person !== deed.person.person || form.is === 'coming') {
      // The bot was started anew, and has met nobody yet.
      await orLate(meet(deed.person), metWithinMs, clock);
      const { formLost } = wordsOf(deed);
      const text = typedText(data);
      const view = saying(formLost);
      return void (await privately.answer(deed, text ? { ...view, lines: [...view.lines, { spans: [text] }] } : view));
    }
    if (form.is === 'taken') return void ((await replies.defer(deed)) === 'done' && (await replies.removeOriginal(deed)));
    const { view, state } = form;
    const values = { ...planForm(view, state).silent, ...fieldValues(data, view, deed.person.workspace) };
    await handOver(data.custom_id, view, state, values, deed);
  }

  /**
   * An opened form becomes at most one ad, so its own id is the delivery id: the same for a redelivery and for a second try after
   * our answer was lost. The core stores nothing for `fields` and `refused`, so the id is free for the next try.
   */
  async function handOver(
    id: string,
    view: FormView,
    state: FormState,
    values: Record<string, FieldValue>,
    deed: Deed,
  ): Promise<void> {
    const deferred = await replies.defer(deed);
    // Too late: the person was told that nothing happened, and their form is still open. Again: another delivery does it.
    if (deferred === 'too-late' || deferred === 'again') return;
    privately.remember(deed);
    const { notTaken, backToForm } = wordsOf(deed);
    const submission = { deliveryId: `form:${id}`, form: view.form, context: view.context, person: deed.person, values };
    const taken = await inTime(() => events.submit(submission), { notTaken, clock, log });
    const mine = whose(deed);
    if (taken.kind === 'taken') {
      kept.put(id, { ...mine, is: 'taken' });
      return replies.removeOriginal(deed);
    }
    const wrong = taken.kind === 'fields' ? Object.keys(taken.errors) : [];
    kept.put(id, { ...mine, is: 'open', view, state: { ...state, typed: values, wrong, onlyNeeded: false } });
    const said = taken.kind === 'fields' ? errorsView(taken.errors, view) : saying(taken.words);
    await privately.complete(deed, said, [{ customId: formControl(id), label: backToForm, style: 'primary' }]);
  }

  return {
    open,
    submit,
    /** With everything the person had entered. */
    async reopen(id: string, pressed: Deed): Promise<void> {
      const form = kept.get(id);
      const deed = form ? inWorkspace(pressed, form.workspace) : pressed;
      if (form?.person !== deed.person.person || form.is === 'taken') return say(deed, wordsOf(deed).buttonTooOld);
      return form.is === 'open' ? show(form.view, deed, form.state, id) : showStored(form.view, deed, form.state, id);
    },
    forget: () => kept.clear(),
  };
}
