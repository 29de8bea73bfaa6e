/** Where everything a platform tells arrives: commands become forms, submissions and presses become stored requests. */
import type { OwnerStore } from '../accounts/owners.ts';
import { AppError } from '../errors.ts';
import type { AdStore, PhotoStore } from '../generation/ad.ts';
import { briefLimits } from '../generation/brief.ts';
import type { ChatEvents, ChatLimits, FormAnswer, FormRequest, Press, Submission, Taken } from './chat-adapter.ts';
import { type Checked, checkEditText, checkMakeAd } from './check-submission.ts';
import type { IntakeStore } from './intake-store.ts';
import type { Locale } from './locale.ts';
import type { FormView, PersonRef, Place } from './messages.ts';
import { type EditRequest, type Request, requestSchema } from './requests.ts';
import { personKey, type TakeInDeps, takeIn } from './take-in.ts';
import { helpView } from './views/ad-views.ts';
import { editTextForm, loadingForm } from './views/edit-text-form.ts';
import { makeAdForm } from './views/make-ad-form.ts';
import { type Wording, wordingIn } from './wording/wording.ts';

export type DispatchDeps = TakeInDeps & {
  intakes: IntakeStore;
  ads: Pick<AdStore, 'read'>;
  photos: Pick<PhotoStore, 'idsOfAd'>;
  owners: Pick<OwnerStore, 'isMember'>;
  limits: ChatLimits;
  /** The language to speak to this person; reads no store. */
  localeOf(person: PersonRef): Locale;
};

export function createChatEvents(deps: DispatchDeps): ChatEvents {
  return {
    command({ text, files, person, place }) {
      const words = text.trim();
      if (words === 'help') return { kind: 'words', message: helpView(wordingIn(deps.localeOf(person))) };
      const brief = words.replace(/^generate(?:\s+|$)/u, '');
      return { kind: 'form', request: { form: 'make-ad', from: 'command', files, brief, person, place } };
    },
    form: (request) => openForm(deps, request),
    formOf: formOfPress,
    submit: (submission) => submit(deps, submission),
    press: (press) => takePress(deps, press),
  };
}

function openForm(deps: DispatchDeps, request: FormRequest): FormAnswer {
  const words = wordingIn(deps.localeOf(request.person));
  if (request.form === 'edit-text')
    return { now: loadingForm(words, 'edit-text'), later: () => orStoresDown(words, () => editForm(deps, words, request)) };
  if (request.from === 'retry')
    return { now: loadingForm(words, 'make-ad'), later: () => orStoresDown(words, () => retryForm(deps, words, request)) };
  const { place, brief, from } = request;
  const files = request.files.slice(0, briefLimits.photos);
  const dropped = request.files.length - files.length;
  return { now: makeAdForm(words, { place, brief, from, files, dropped, chosen: null }), later: null };
}

/** `again:` means: the same once more, without a form. */
function formOfPress(press: Press): FormRequest | null {
  const { value, person, place } = press;
  if (press.action === 'edit-text') return { form: 'edit-text', value, person, place };
  if (press.action === 'retry' && !value.startsWith('again:')) return { form: 'make-ad', from: 'retry', value, person, place };
  return null;
}

type Later = FormView | { refused: string };

async function orStoresDown(wording: Wording, open: () => Promise<Later>): Promise<Later> {
  try {
    return await open();
  } catch (error) {
    return { refused: error instanceof AppError && error.code === 'key-erased' ? wording.adGone : wording.storesDown };
  }
}

type AskedFor = { value: string; person: PersonRef; place: Place };

async function editForm(
  deps: DispatchDeps,
  wording: Wording,
  request: AskedFor,
  before?: Pick<EditRequest, 'copy' | 'look'>,
): Promise<Later> {
  const ad = await deps.ads.read(request.value);
  if (!ad?.recipe) return { refused: wording.adGone };
  if (!(await deps.owners.isMember(ad.ownerId, request.person))) return { refused: wording.notYours };
  const needsPhoto = (await deps.photos.idsOfAd(ad.id)).length === 0;
  const { copy, look } = { ...ad.recipe, ...before };
  return editTextForm(wording, { adId: ad.id, place: request.place, copy, look: look ?? ad.recipe.look, needsPhoto });
}

/** What was asked before comes back into the form; of the photos, those the platform still has. */
async function retryForm(deps: DispatchDeps, wording: Wording, request: AskedFor): Promise<Later> {
  const [kind, id = '', ...refused] = request.value.split(':');
  if (kind === 'intake') return retryRequest(deps, wording, request, id, refused);
  const ad = await deps.ads.read(id);
  if (!ad) return { refused: wording.adGone };
  if (!(await deps.owners.isMember(ad.ownerId, request.person))) return { refused: wording.notYours };
  const { text, ...brief } = ad.brief;
  return makeAdForm(wording, {
    place: request.place,
    brief: text,
    from: 'retry',
    files: [],
    dropped: 0,
    chosen: { ...brief, language: brief.language },
  });
}

async function retryRequest(
  deps: DispatchDeps,
  wording: Wording,
  request: AskedFor,
  intakeId: string,
  refused: string[],
): Promise<Later> {
  const intake = await deps.intakes.read(intakeId);
  const before = requestSchema.safeParse(intake?.input);
  if (!before.success || before.data.kind === 'press') return { refused: wording.adGone };
  if (personKey(before.data.person) !== personKey(request.person)) return { refused: wording.notYours };
  const { place, files } = before.data;
  if (before.data.kind === 'edit-text')
    return editForm(deps, wording, { ...request, value: before.data.adId, place }, before.data);
  const kept = files.filter((file) => !refused.includes(file.file));
  const chosen = { ...before.data, language: before.data.language };
  return makeAdForm(wording, { place, brief: before.data.text, from: 'retry', files: kept, dropped: 0, chosen });
}

async function submit(deps: DispatchDeps, submission: Submission): Promise<Taken> {
  const locale = deps.localeOf(submission.person);
  const wording = wordingIn(locale);
  try {
    const checked: Checked<Request> =
      submission.form === 'make-ad'
        ? checkMakeAd(submission, deps.limits, locale)
        : checkEditText(submission, deps.limits, locale);
    if (!checked.ok) return { kind: 'fields', errors: checked.errors };
    const taken = await takeIn(deps, submission.deliveryId, checked.request);
    return taken ? { kind: 'taken' } : { kind: 'refused', words: wording.notTaken };
  } catch (error) {
    deps.log.error('a submission could not be read', { reason: error instanceof Error ? error.name : 'unknown' });
    return { kind: 'refused', words: wording.notTaken };
  }
}

async function takePress(deps: DispatchDeps, press: Press): Promise<Taken> {
  const { deliveryId, ...rest } = press;
  const locale = deps.localeOf(press.person);
  const taken = await takeIn(deps, deliveryId, { kind: 'press', locale, ...rest });
  return taken ? { kind: 'taken' } : { kind: 'refused', words: wordingIn(locale).notTakenPress };
}
