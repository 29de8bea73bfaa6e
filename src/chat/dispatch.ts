/** Where everything a platform tells arrives: commands become forms, submissions and presses become stored requests. */
import type { OwnerStore } from '../accounts/owners.ts';
import { AppError } from '../errors.ts';
import type { AdStore, PhotoStore } from '../generation/ad.ts';
import { briefLimits } from '../generation/brief.ts';
import type { ChatEvents, ChatLimits, FormAnswer, FormRequest, Press, Submission, Taken } from './chat-adapter.ts';
import { type Checked, checkEditText, checkMakeAd } from './check-submission.ts';
import type { IntakeStore } from './intake-store.ts';
import type { FormView, PersonRef, Place } from './messages.ts';
import { type EditRequest, type Request, requestSchema } from './requests.ts';
import { personKey, type TakeInDeps, takeIn } from './take-in.ts';
import { helpView } from './views/ad-views.ts';
import { editTextForm, loadingForm } from './views/edit-text-form.ts';
import { makeAdForm } from './views/make-ad-form.ts';
import { wording } from './wording.ts';

export type DispatchDeps = TakeInDeps & {
  intakes: IntakeStore;
  ads: Pick<AdStore, 'read'>;
  photos: Pick<PhotoStore, 'idsOfAd'>;
  owners: Pick<OwnerStore, 'isMember'>;
  limits: ChatLimits;
};

export function createChatEvents(deps: DispatchDeps): ChatEvents {
  return {
    command(text, place) {
      const words = text.trim();
      if (words === 'help') return { kind: 'words', message: helpView };
      const brief = words.replace(/^generate(?:\s+|$)/u, '');
      return { kind: 'form', request: { form: 'make-ad', from: 'command', brief, place } };
    },
    form: (request) => openForm(deps, request),
    formOf: formOfPress,
    submit: (submission) => submit(deps, submission),
    press: (press) => takePress(deps, press),
  };
}

function openForm(deps: DispatchDeps, request: FormRequest): FormAnswer {
  if (request.form === 'edit-text')
    return { now: loadingForm('edit-text'), later: () => orStoresDown(() => editForm(deps, request)) };
  if (request.from === 'retry') return { now: loadingForm('make-ad'), later: () => orStoresDown(() => retryForm(deps, request)) };
  const given = request.from === 'message' ? request.files : [];
  const files = given.slice(0, briefLimits.photos);
  const { place, brief, from } = request;
  return { now: makeAdForm({ place, brief, from, files, dropped: given.length - files.length, chosen: null }), later: null };
}

/** `again:` means: the same once more, without a form. */
function formOfPress(press: Press): FormRequest | null {
  const { value, person, place } = press;
  if (press.action === 'edit-text') return { form: 'edit-text', value, person, place };
  if (press.action === 'retry' && !value.startsWith('again:')) return { form: 'make-ad', from: 'retry', value, person, place };
  return null;
}

type Later = FormView | { refused: string };

async function orStoresDown(open: () => Promise<Later>): Promise<Later> {
  try {
    return await open();
  } catch (error) {
    return { refused: error instanceof AppError && error.code === 'key-erased' ? wording.adGone : wording.storesDown };
  }
}

type AskedFor = { value: string; person: PersonRef; place: Place };

async function editForm(deps: DispatchDeps, request: AskedFor, words?: Pick<EditRequest, 'copy' | 'look'>): Promise<Later> {
  const ad = await deps.ads.read(request.value);
  if (!ad?.recipe) return { refused: wording.adGone };
  if (!(await deps.owners.isMember(ad.ownerId, request.person))) return { refused: wording.notYours };
  const needsPhoto = (await deps.photos.idsOfAd(ad.id)).length === 0;
  const { copy, look } = { ...ad.recipe, ...words };
  return editTextForm({ adId: ad.id, place: request.place, copy, look: look ?? ad.recipe.look, needsPhoto });
}

/** What was asked before comes back into the form; of the photos, those the platform still has. */
async function retryForm(deps: DispatchDeps, request: AskedFor): Promise<Later> {
  const [kind, id = '', ...refused] = request.value.split(':');
  if (kind === 'intake') return retryRequest(deps, request, id, refused);
  const ad = await deps.ads.read(id);
  if (!ad) return { refused: wording.adGone };
  if (!(await deps.owners.isMember(ad.ownerId, request.person))) return { refused: wording.notYours };
  const { text, ...brief } = ad.brief;
  return makeAdForm({
    place: request.place,
    brief: text,
    from: 'retry',
    files: [],
    dropped: 0,
    chosen: { ...brief, language: brief.language },
  });
}

async function retryRequest(deps: DispatchDeps, request: AskedFor, intakeId: string, refused: string[]): Promise<Later> {
  const intake = await deps.intakes.read(intakeId);
  const before = requestSchema.safeParse(intake?.input);
  if (!before.success || before.data.kind === 'press') return { refused: wording.adGone };
  if (personKey(before.data.person) !== personKey(request.person)) return { refused: wording.notYours };
  const { place, files } = before.data;
  if (before.data.kind === 'edit-text') return editForm(deps, { ...request, value: before.data.adId, place }, before.data);
  const kept = files.filter((file) => !refused.includes(file.file));
  const chosen = { ...before.data, language: before.data.language };
  return makeAdForm({ place, brief: before.data.text, from: 'retry', files: kept, dropped: 0, chosen });
}

async function submit(deps: DispatchDeps, submission: Submission): Promise<Taken> {
  try {
    const checked: Checked<Request> =
      submission.form === 'make-ad' ? checkMakeAd(submission, deps.limits) : checkEditText(submission, deps.limits);
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
  const taken = await takeIn(deps, deliveryId, { kind: 'press', ...rest });
  return taken ? { kind: 'taken' } : { kind: 'refused', words: wording.notTakenPress };
}
