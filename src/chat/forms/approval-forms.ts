/** The forms that ask somebody for approval, and that say what is to be changed. */
import { mostNoteCharacters } from '../../generation/approval.ts';
import type { FormView, Place } from '../messages.ts';
import type { Wording } from '../wording/wording.ts';

type AdAt = { adId: string; place: Place };

export function askApprovalForm({ approval: words, form }: Wording, { adId, place }: AdAt): FormView {
  return {
    form: 'ask-approval',
    title: words.askTitle,
    submit: words.askSubmit,
    cancel: form.cancel,
    context: JSON.stringify({ place, adId }),
    fields: [{ id: 'approver', kind: 'person', label: words.approver, hint: words.approverHint }],
  };
}

export function requestChangesForm({ approval: words, form }: Wording, { adId, place }: AdAt): FormView {
  return {
    form: 'request-changes',
    title: words.changesTitle,
    submit: words.changesSubmit,
    cancel: form.cancel,
    context: JSON.stringify({ place, adId }),
    fields: [{ id: 'note', kind: 'text', lines: 'many', label: words.note, most: mostNoteCharacters }],
  };
}
