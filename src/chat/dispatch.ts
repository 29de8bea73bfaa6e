/** Where everything a platform tells arrives: commands become forms, submissions and presses become stored requests. */
import type { OwnerStore } from '../accounts/owners.ts';
import type { AdStore, PhotoStore } from '../generation/ad.ts';
import type { ChatEvents, ChatLimits, FormAnswer, FormRequest, Press, Submission, Taken } from './chat-adapter.ts';
import { type Checked, checkEditText, checkMakeAd } from './check-submission.ts';
import type { IntakeStore } from './intake-store.ts';
import type { FormView, PersonRef, Place } from './messages.ts';
import { type Request, requestSchema } from './requests.ts';
import { type TakeInDeps, takeIn } from './take-in.ts';
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
  if (request.form === 'edit-text') return { now: loadingForm('edit-text'), later: () => editForm(deps, request) };
  if (request.from === 'retry') return { now: loadingForm('make-ad'), later: () => retryForm(deps, request) };
  const files = request.from === 'message' ? request.files : [];
  return {
    now: makeAdForm({ place: request.place, brief: request.brief, files, fromMessage: request.from === 'message' }),
    later: null,
  };
}

/** `again:` means: the same once more, without a form. */
function formOfPress(press: Press): FormRequest | null {
  const { value, person, place } = press;
  if (press.action === 'edit-text') return { form: 'edit-text', value, person, place };
  if (press.action === 'retry' && !value.startsWith('again:')) return { form: 'make-ad', from: 'retry', value, person, place };
  return null;
}

type Later = FormView | { refused: string };

async function editForm(deps: DispatchDeps, request: { value: string; person: PersonRef; place: Place }): Promise<Later> {
  const ad = await deps.ads.read(request.value).catch(() => null);
  if (!ad?.recipe) return { refused: wording.adGone };
  if (!(await deps.owners.isMember(ad.ownerId, request.person))) return { refused: wording.notYours };
  const needsPhoto = (await deps.photos.idsOfAd(ad.id)).length === 0;
  return editTextForm({ adId: ad.id, place: request.place, copy: ad.recipe.copy, needsPhoto });
}

/** What was asked before comes back into the form; of the photos, those the platform still has. */
async function retryForm(deps: DispatchDeps, request: { value: string; person: PersonRef; place: Place }): Promise<Later> {
  const [kind, id = ''] = request.value.split(':');
  if (kind === 'intake') {
    const intake = await deps.intakes.read(id).catch(() => null);
    const before = requestSchema.safeParse(intake?.input);
    if (!before.success || before.data.kind !== 'make-ad') return { refused: wording.adGone };
    if (before.data.person.person !== request.person.person) return { refused: wording.notYours };
    const refused = new Set(request.value.split(':').slice(2));
    const files = before.data.files.filter((file) => !refused.has(file.file));
    return makeAdForm({ place: before.data.place, brief: before.data.text, files, fromMessage: false });
  }
  const ad = await deps.ads.read(id).catch(() => null);
  if (!ad) return { refused: wording.adGone };
  if (!(await deps.owners.isMember(ad.ownerId, request.person))) return { refused: wording.notYours };
  return makeAdForm({ place: request.place, brief: ad.brief.text, files: [], fromMessage: false });
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
