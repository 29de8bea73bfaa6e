/** The form that makes the same ad in another language: the person's own words, never mixed with ours. */
import { briefLimits } from '../../generation/brief.ts';
import { type Copy, type Language, languageSchema, type Recipe } from '../../generation/recipe.ts';
import type { Field, FormView, Place } from '../messages.ts';
import type { Wording } from '../wording/wording.ts';

/** Prices and small print come along as they are; headline and text are shown as they are, to be written over; the button is asked for. */
export function sameAdInForm(wording: Wording, start: { adId: string; place: Place; recipe: Recipe }): FormView {
  const { form: words, languageNames } = wording;
  const { copy, language } = start.recipe;
  const field = (id: keyof Copy, label: string, initial: string, optional = false): Field => ({
    id,
    kind: 'text',
    lines: id === 'body' ? 'many' : 'one',
    label,
    most: briefLimits.words[id],
    initial,
    optional,
  });
  const others = languageSchema.options.filter((id): id is Language => id !== language);
  return {
    form: 'same-ad-in',
    title: words.sameAdInTitle,
    submit: words.editSubmit,
    cancel: words.cancel,
    context: JSON.stringify({ place: start.place, adId: start.adId }),
    fields: [
      { id: 'language', kind: 'choice', label: words.language, options: others.map((id) => ({ id, label: languageNames[id] })) },
      field('headline', words.headline, copy.headline),
      field('body', words.body, copy.body, true),
      field('button', words.button, '', true),
      field('price', words.price, copy.price, true),
    ],
  };
}
