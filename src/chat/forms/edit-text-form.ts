/** The form that changes the words of an ad, and the one shown while stored values are fetched. */
import { briefLimits } from '../../generation/brief.ts';
import { type Copy, type LookId, lookIds } from '../../generation/recipe.ts';
import type { Field, FormId, FormView, Place } from '../messages.ts';
import type { Wording } from '../wording/wording.ts';
import { photoTypes } from './make-ad-form.ts';

/** `begins`: which fields come first, for a platform that shows only some of them. */
export type EditTextStart = {
  adId: string;
  place: Place;
  copy: Copy;
  look: LookId;
  needsPhoto: boolean;
  begins: 'words' | 'rest';
};

export function editTextForm(wording: Wording, start: EditTextStart): FormView {
  const words = wording.form;
  const field = (id: keyof Copy, label: string, optional: boolean): Field => ({
    id,
    kind: 'text',
    lines: id === 'body' || id === 'smallPrint' ? 'many' : 'one',
    label,
    optional,
    most: briefLimits.words[id],
    initial: start.copy[id],
  });
  // Where the words are not shown, they stay as they are: then an empty headline is no error either.
  const said = [
    field('headline', words.headline, start.begins === 'rest'),
    field('body', words.body, true),
    field('button', words.button, true),
    field('price', words.price, true),
    field('oldPrice', words.oldPrice, true),
  ];
  const rest = [field('smallPrint', words.smallPrint, true), lookField(wording, start.look)];
  return {
    form: 'edit-text',
    title: words.editTitle,
    submit: words.editSubmit,
    cancel: words.cancel,
    context: JSON.stringify({ place: start.place, adId: start.adId, needsPhoto: start.needsPhoto }),
    fields: [
      ...(start.needsPhoto ? [photoAgain(words)] : []),
      ...(start.begins === 'words' ? [...said, ...rest] : [...rest, ...said]),
    ],
  };
}

const lookField = ({ form: words, lookNames }: Wording, initial: LookId): Field => ({
  id: 'look',
  kind: 'choice',
  label: words.look,
  options: lookIds.map((id) => ({ id, label: lookNames[id] })),
  initial,
});

const photoAgain = (words: Wording['form']): Field => ({
  id: 'photos',
  kind: 'files',
  label: words.photoAgain,
  hint: words.photoAgainHint,
  most: briefLimits.photos,
  types: photoTypes,
});

/** Shown at once, before any store is read; it has nothing to submit. */
export function loadingForm({ form: words, brand, product, admin }: Wording, form: FormId): FormView {
  const named: Partial<Record<FormId, { title: string; submit: string }>> = {
    'make-ad': { title: words.title, submit: words.submit },
    'brand-kit': { title: brand.formTitle, submit: brand.save },
    product: { title: product.formTitle, submit: product.save },
    'workspace-rules': { title: admin.formTitle, submit: admin.save },
  };
  return {
    form,
    ...(named[form] ?? { title: words.editTitle, submit: words.editSubmit }),
    cancel: words.cancel,
    context: '',
    fields: [{ id: 'loading', kind: 'note', text: words.loading }],
  };
}
