/** What a submitted form tells by itself: wrong fields are named at once, before anything is stored. No input, no output. */
import { z } from 'zod';
import { audienceSchema } from '../accounts/settings.ts';
import { type BriefProblem, briefLimits, checkBrief } from '../generation/brief.ts';
import { cleanText } from '../generation/clean-text.ts';
import { guessLanguage } from '../generation/copy/guess-language.ts';
import { splitBrief } from '../generation/copy/split-brief.ts';
import { type Copy, copySchema, languageSchema, lookSchema } from '../generation/recipe.ts';
import { policyVersion } from '../privacy/policy.ts';
import type { ChatLimits, Submission } from './chat-adapter.ts';
import { noneOf, usual } from './forms/make-ad-form.ts';
import { type Locale, localeSchema } from './locale.ts';
import type { FieldValue, FileRef } from './messages.ts';
import {
  type AdRequest,
  type EditRequest,
  editContextSchema,
  fileSchema,
  makeContextSchema,
  type SettingsRequest,
  settingsContextSchema,
} from './requests.ts';
import { type Wording, wordingIn } from './wording/wording.ts';

export type Checked<R> = { ok: true; request: R } | { ok: false; errors: Record<string, string> };

export const text = (value: FieldValue | undefined): string => (typeof value === 'string' ? value : '');
export const list = (value: FieldValue | undefined): string[] => z.array(z.string()).catch([]).parse(value);
export const files = (value: FieldValue | undefined): FileRef[] => z.array(fileSchema).catch([]).parse(value);

export function checkMakeAd(submission: Submission, limits: ChatLimits, locale: Locale): Checked<AdRequest> {
  const wording = wordingIn(locale);
  const context = makeContextSchema.parse(JSON.parse(submission.context));
  const { values } = submission;
  const added = files(values['photos']);
  const request: AdRequest = {
    kind: 'make-ad',
    locale,
    person: submission.person,
    place: context.place,
    text: cleanText(text(values['brief'])),
    places: list(values['places']),
    film: text(values['film']) === 'yes',
    audience: audienceSchema.catch('here').parse(values['audience']),
    files: [...context.files, ...added],
    ...shelfChoices(values),
    ...(context.sample && context.files.length + added.length === 0 ? { sample: true } : {}),
    ...(context.copyOf === undefined ? {} : { copyOf: context.copyOf }),
  };
  if (context.accepts) request.keepPhotos = text(values['keep']) === 'keep';
  const language = languageSchema.safeParse(values['language']);
  if (language.success) request.language = language.data;
  const button = cleanText(text(values['button']));
  if (button !== '' && !isNone(button)) request.button = button;
  const checked = checkBrief({
    text: request.text,
    words: request.button === undefined ? {} : { button: request.button },
    places: request.places,
    film: request.film,
    wholePhoto: false,
    keepPhotos: request.keepPhotos ?? false,
    photoCount:
      request.files.length +
      (request.product === undefined ? 0 : 1) +
      (request.copyOf === undefined ? 0 : 1) +
      (request.sample ? 1 : 0),
  });
  const errors = { ...fileErrors(wording, added, limits), ...(checked.ok ? {} : briefErrors(wording, checked.problem)) };
  if (button === '' && needsButton(request)) errors['button'] = wording.form.buttonMissing;
  if (context.accepts && text(values['keep']) === '') errors['keep'] = wording.form.keepMissing;
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, request };
}

/** In a language whose rules are not known no button is chosen, so it is asked for; a hyphen is an answer too. */
const needsButton = ({ text: brief, language }: Pick<AdRequest, 'text' | 'language'>): boolean =>
  brief !== '' && (language ?? guessLanguage(brief)) === 'other' && splitBrief(brief).labelled.button === undefined;
const isNone = (button: string): boolean => /^[-–—－ー]$/u.test(button);

export function checkEditText(submission: Submission, limits: ChatLimits, locale: Locale): Checked<EditRequest> {
  const wording = wordingIn(locale);
  const context = editContextSchema.parse(JSON.parse(submission.context));
  const { values } = submission;
  const added = files(values['photos']);
  const copy = copySchema.parse(
    Object.fromEntries(Object.keys(copySchema.shape).map((field) => [field, cleanText(text(values[field]))])),
  );
  const errors: Record<string, string> = fileErrors(wording, added, limits);
  if (copy.headline === '') errors['headline'] = wording.briefProblem({ kind: 'no-words' });
  for (const [field, value] of Object.entries(copy)) {
    const limit = briefLimits.words[field as keyof Copy];
    if (value.length > limit) errors[field] = wording.briefProblem({ kind: 'too-long', field, limit, actual: value.length });
  }
  if (context.needsPhoto && added.length === 0) errors['photos'] = wording.briefProblem({ kind: 'no-photo' });
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const request: EditRequest = {
    kind: 'edit-text',
    locale,
    person: submission.person,
    place: context.place,
    adId: context.adId,
    copy,
    files: added,
  };
  const look = lookSchema.safeParse(values['look']);
  if (look.success) request.look = look.data;
  return { ok: true, request };
}

export function checkSettings(submission: Submission, locale: Locale): Checked<SettingsRequest> {
  const { place } = settingsContextSchema.parse(JSON.parse(submission.context));
  const { values } = submission;
  const chosen = localeSchema.safeParse(values['locale']);
  const keep = text(values['keep']);
  if (keep === '') return { ok: false, errors: { keep: wordingIn(locale).form.keepMissing } };
  const settings = {
    makesAll: text(values['ideas']) === 'no',
    audience: audienceSchema.catch('here').parse(values['audience']),
    keepPhotos: keep === 'keep',
    accepted: policyVersion,
    // Words rather than nothing: what is absent would keep its old value.
    locale: chosen.success ? chosen.data : 'platform',
  };
  const spoken = chosen.success ? chosen.data : locale;
  return { ok: true, request: { kind: 'settings', locale: spoken, person: submission.person, place, settings } };
}

/** What was chosen of kits, products and several photos; nothing where the form did not ask. */
function shelfChoices(values: Submission['values']): Pick<AdRequest, 'kit' | 'product' | 'each'> {
  const [kit, product] = [text(values['kit']), text(values['product'])];
  return {
    ...(kit === '' || kit === usual ? {} : { kit }),
    ...(product === '' || product === noneOf ? {} : { product }),
    ...(text(values['each']) === 'yes' ? { each: true } : {}),
  };
}

export function fileErrors(wording: Wording, added: FileRef[], limits: ChatLimits, field = 'photos'): Record<string, string> {
  const tooBig = added.find((file) => file.bytes > limits.formFileBytes);
  if (tooBig) return { [field]: wording.fileTooBig(tooBig.name, limits.formFileBytes) };
  const empty = added.find((file) => file.bytes === 0);
  return empty ? { [field]: `${empty.name}: ${wording.photoProblem({ kind: 'empty' })}` } : {};
}

function briefErrors(wording: Wording, problems: BriefProblem[]): Record<string, string> {
  return Object.fromEntries(problems.map((problem) => [fieldOf(problem), wording.briefProblem(problem)]));
}

function fieldOf(problem: BriefProblem): string {
  switch (problem.kind) {
    case 'no-words':
      return 'brief';
    case 'too-long':
      return problem.field;
    case 'unknown-place':
      return 'places';
    case 'no-photo':
    case 'too-many-photos':
      return 'photos';
  }
}
