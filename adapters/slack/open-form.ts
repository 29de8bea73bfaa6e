/** Opens a form while its trigger lives, and completes it when the stored values have come. */
import { z } from 'zod';
import type { ChatEvents, FormRequest } from '../../src/chat/chat-adapter.ts';
import type { FormView } from '../../src/chat/messages.ts';
import type { Logger } from '../../src/log.ts';
import type { Calls } from './calls.ts';
import type { Deed } from './deeds.ts';
import { type Modal, modalOf } from './form-view.ts';
import { limits, pieces } from './limits.ts';
import { type MessageBody, plain } from './message-blocks.ts';
import { slackCode } from './slack-errors.ts';

const opened = z.object({ view: z.object({ id: z.string() }) });

export type FormOpening = {
  calls: Calls;
  events: ChatEvents;
  log: Logger;
  answer(deed: Deed, body: MessageBody): Promise<void>;
  /** Said when the form could not be opened. */
  notOpened: MessageBody;
};

export async function openForm(
  request: FormRequest,
  deed: Deed,
  { calls, events, log, answer, notOpened }: FormOpening,
): Promise<void> {
  const form = events.form(request);
  let view: string;
  try {
    view = (await calls.callAtOnce('views.open', { trigger_id: deed.trigger, view: modalOf(form.now) }, opened)).view.id;
  } catch (error) {
    // The same deed was delivered twice and its form is open already.
    if (slackCode(error) === 'exchanged_trigger_id') return;
    log.warn('A form could not be opened', { form: form.now.form, code: slackCode(error) ?? 'no answer' });
    return answer(deed, notOpened);
  }
  if (form.later === null) return;
  const full = await form.later().catch(() => null);
  const next =
    full === null ? wordsModal(form.now, notOpened.text) : 'refused' in full ? wordsModal(form.now, full.refused) : modalOf(full);
  try {
    await calls.call('views.update', { view_id: view, view: next }, z.unknown(), 'repeats');
  } catch (error) {
    // `not_found`: the person has closed the form meanwhile.
    if (slackCode(error) !== 'not_found')
      log.warn('A form could not be completed', { form: form.now.form, code: slackCode(error) ?? 'no answer' });
  }
}

/** A form that only says something. */
function wordsModal(
  form: FormView,
  words: string,
): Pick<Modal, 'type' | 'callback_id' | 'title' | 'close'> & { blocks: object[] } {
  const { type, callback_id, title, close } = modalOf({ ...form, fields: [] });
  return {
    type,
    callback_id,
    title,
    close,
    blocks: pieces(words, limits.richText).map((text) => ({ type: 'section', text: plain(text) })),
  };
}
