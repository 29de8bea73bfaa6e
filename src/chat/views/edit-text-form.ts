/** The form that changes the words of an ad, and the one shown while stored values are fetched. */
import { briefLimits } from '../../generation/brief.ts';
import { type Copy, type LookId, lookIds } from '../../generation/recipe.ts';
import type { Field, FormId, FormView, Place } from '../messages.ts';
import { lookNames, wording } from '../wording.ts';
import { photoTypes } from './make-ad-form.ts';

const words = wording.form;

export type EditTextStart = { adId: string; place: Place; copy: Copy; look: LookId; needsPhoto: boolean };

export function editTextForm(start: EditTextStart): FormView {
  const field = (id: keyof Copy, label: string, optional: boolean): Field => ({
    id,
    kind: 'text',
    lines: id === 'body' || id === 'smallPrint' ? 'many' : 'one',
    label,
    optional,
    most: briefLimits.words[id],
    initial: start.copy[id],
  });
  return {
    form: 'edit-text',
    title: words.editTitle,
    submit: words.editSubmit,
    cancel: words.cancel,
    context: JSON.stringify({ place: start.place, adId: start.adId, needsPhoto: start.needsPhoto }),
    fields: [
      ...(start.needsPhoto ? [photoAgain] : []),
      field('headline', words.headline, false),
      field('body', words.body, true),
      field('button', words.button, true),
      field('price', words.price, true),
      field('oldPrice', words.oldPrice, true),
      field('smallPrint', words.smallPrint, true),
      lookField(start.look),
    ],
  };
}

const lookField = (initial: LookId): Field => ({
  id: 'look',
  kind: 'choice',
  label: words.look,
  options: lookIds.map((id) => ({ id, label: lookNames[id] })),
  initial,
});

const photoAgain: Field = {
  id: 'photos',
  kind: 'files',
  label: words.photoAgain,
  hint: words.photoAgainHint,
  most: briefLimits.photos,
  types: photoTypes,
};

/** Shown at once, before any store is read; it has nothing to submit. */
export function loadingForm(form: FormId): FormView {
  return {
    form,
    title: form === 'edit-text' ? words.editTitle : words.title,
    submit: form === 'edit-text' ? words.editSubmit : words.submit,
    cancel: words.cancel,
    context: '',
    fields: [{ id: 'loading', kind: 'note', text: words.loading }],
  };
}
