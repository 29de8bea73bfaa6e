/** What the forms about a finished ad tell by themselves. No input, no output. */
import { mostNoteCharacters } from '../generation/approval.ts';
import { briefLimits } from '../generation/brief.ts';
import { cleanText } from '../generation/clean-text.ts';
import { type Copy, languageSchema } from '../generation/recipe.ts';
import type { Submission } from './chat-adapter.ts';
import type { Checked } from './check-submission.ts';
import type { Locale } from './locale.ts';
import { type AskApprovalRequest, adContextSchema, type ChangesRequest, type EditRequest } from './requests.ts';
import { wordingIn } from './wording/wording.ts';

const textOf = ({ values }: Submission, field: string): string => {
  const value = values[field];
  return typeof value === 'string' ? cleanText(value) : '';
};

const contextOf = (submission: Submission) => adContextSchema.parse(JSON.parse(submission.context));

/** Words that the form does not show are taken from the ad when it is carried out. */
const asked = ['headline', 'body', 'button', 'price'] as const satisfies readonly (keyof Copy)[];

export function checkSameAdIn(submission: Submission, locale: Locale): Checked<EditRequest> {
  const words = wordingIn(locale);
  const errors: Record<string, string> = {};
  const language = languageSchema.safeParse(submission.values['language']);
  if (!language.success) errors['language'] = words.form.languageMissing;
  const given = Object.fromEntries(asked.map((field) => [field, textOf(submission, field)])) as Record<
    (typeof asked)[number],
    string
  >;
  if (given.headline === '') errors['headline'] = words.briefProblem({ kind: 'no-words' });
  for (const field of asked) {
    const [limit, actual] = [briefLimits.words[field], given[field].length];
    if (actual > limit) errors[field] = words.briefProblem({ kind: 'too-long', field, limit, actual });
  }
  if (!language.success || Object.keys(errors).length > 0) return { ok: false, errors };
  const { place, adId } = contextOf(submission);
  const copy: Copy = { ...given, oldPrice: '', smallPrint: '' };
  const { person } = submission;
  return { ok: true, request: { kind: 'edit-text', locale, person, place, adId, copy, language: language.data, files: [] } };
}

export function checkAskApproval(submission: Submission, locale: Locale): Checked<AskApprovalRequest> {
  const approver = textOf(submission, 'approver');
  if (approver === '') return { ok: false, errors: { approver: wordingIn(locale).approval.nobody } };
  const { place, adId } = contextOf(submission);
  return { ok: true, request: { kind: 'ask-approval', locale, person: submission.person, place, adId, approver } };
}

export function checkRequestChanges(submission: Submission, locale: Locale): Checked<ChangesRequest> {
  const note = textOf(submission, 'note').slice(0, mostNoteCharacters);
  if (note === '') return { ok: false, errors: { note: wordingIn(locale).approval.noteMissing } };
  const { place, adId } = contextOf(submission);
  return { ok: true, request: { kind: 'request-changes', locale, person: submission.person, place, adId, note } };
}
