/** Opens forms: at once with what is at hand, and again as soon as stored values are known. */
import type { OwnerStore } from '../../accounts/owners.ts';
import type { Settings } from '../../accounts/settings.ts';
import { AppError } from '../../errors.ts';
import type { AdStore, PhotoStore } from '../../generation/ad.ts';
import { briefLimits } from '../../generation/brief.ts';
import type { ChatLimits, FormAnswer, FormRequest } from '../chat-adapter.ts';
import type { IntakeStore } from '../intake-store.ts';
import type { FormView, PersonRef, Place } from '../messages.ts';
import type { People } from '../people.ts';
import { type EditRequest, requestSchema } from '../requests.ts';
import { personKey } from '../take-in.ts';
import { type Wording, wordingIn } from '../wording/wording.ts';
import { editTextForm, loadingForm } from './edit-text-form.ts';
import { makeAdForm } from './make-ad-form.ts';
import { settingsForm } from './settings-form.ts';

export type FormDeps = {
  intakes: Pick<IntakeStore, 'read'>;
  ads: Pick<AdStore, 'read'>;
  photos: Pick<PhotoStore, 'idsOfAd'>;
  owners: Pick<OwnerStore, 'isMember'>;
  people: People;
  limits: ChatLimits;
};

type Later = FormView | { refused: string };

export function openForm(deps: FormDeps, request: FormRequest): FormAnswer {
  const words = wordingIn(deps.people.localeOf(request.person));
  switch (request.form) {
    case 'edit-text':
      return { now: loadingForm(words, 'edit-text'), later: () => orStoresDown(words, () => editForm(deps, words, request)) };
    case 'settings':
      return withSettings(deps, request.person, (settings, wording) => settingsForm(wording, request.place, settings));
    case 'make-ad':
      return request.from === 'retry'
        ? { now: loadingForm(words, 'make-ad'), later: () => orStoresDown(words, () => retryForm(deps, words, request)) }
        : withSettings(deps, request.person, (settings, wording) => freshForm(wording, request, settings));
  }
}

/** The form as settings at hand make it; where there are none, once more when they are known. */
function withSettings(
  { people }: FormDeps,
  person: PersonRef,
  form: (settings: Settings, words: Wording) => FormView,
): FormAnswer {
  const spoken = () => wordingIn(people.localeOf(person));
  const known = people.known(person);
  const now = form(known ?? {}, spoken());
  if (known) return { now, later: null };
  // What is shown already serves where the stores do not answer.
  return {
    now,
    later: async () =>
      people.learn(person).then(
        (settings) => form(settings, spoken()),
        () => now,
      ),
  };
}

type FreshRequest = Extract<FormRequest, { form: 'make-ad'; from: 'command' | 'message' }>;

function freshForm(words: Wording, { place, brief, from, files: given }: FreshRequest, settings: Settings): FormView {
  const files = given.slice(0, briefLimits.photos);
  const dropped = given.length - files.length;
  return makeAdForm(words, { place, brief, from, files, dropped, chosen: null, audience: settings.audience ?? 'here' });
}

async function orStoresDown(words: Wording, open: () => Promise<Later>): Promise<Later> {
  try {
    return await open();
  } catch (error) {
    return { refused: error instanceof AppError && error.code === 'key-erased' ? words.adGone : words.storesDown };
  }
}

type AskedFor = { value: string; person: PersonRef; place: Place };

async function editForm(
  deps: FormDeps,
  words: Wording,
  request: AskedFor & { begins?: 'words' | 'rest' },
  before?: Pick<EditRequest, 'copy' | 'look'>,
): Promise<Later> {
  const ad = await deps.ads.read(request.value);
  if (!ad?.recipe) return { refused: words.adGone };
  if (!(await deps.owners.isMember(ad.ownerId, request.person))) return { refused: words.notYours };
  const needsPhoto = (await deps.photos.idsOfAd(ad.id)).length === 0;
  const { copy, look } = { ...ad.recipe, ...before };
  return editTextForm(words, {
    adId: ad.id,
    place: request.place,
    copy,
    look: look ?? ad.recipe.look,
    needsPhoto,
    begins: request.begins ?? 'words',
  });
}

/** What was asked before comes back into the form; of the photos, those the platform still has. */
async function retryForm(deps: FormDeps, words: Wording, request: AskedFor): Promise<Later> {
  const [kind, id = '', ...refused] = request.value.split(':');
  if (kind === 'intake') return retryRequest(deps, words, request, id, refused);
  const ad = await deps.ads.read(id);
  if (!ad) return { refused: words.adGone };
  if (!(await deps.owners.isMember(ad.ownerId, request.person))) return { refused: words.notYours };
  const { text, ...brief } = ad.brief;
  return makeAdForm(words, {
    place: request.place,
    brief: text,
    from: 'retry',
    files: [],
    dropped: 0,
    chosen: { ...brief, language: brief.language, audience: 'here' },
    audience: 'here',
  });
}

async function retryRequest(
  deps: FormDeps,
  words: Wording,
  request: AskedFor,
  intakeId: string,
  refused: string[],
): Promise<Later> {
  const intake = await deps.intakes.read(intakeId);
  const before = requestSchema.safeParse(intake?.input);
  if (!before.success || before.data.kind === 'press' || before.data.kind === 'settings') return { refused: words.adGone };
  if (personKey(before.data.person) !== personKey(request.person)) return { refused: words.notYours };
  const { place, files } = before.data;
  if (before.data.kind === 'edit-text') return editForm(deps, words, { ...request, value: before.data.adId, place }, before.data);
  const kept = files.filter((_, position) => !refused.includes(String(position)));
  const chosen = { ...before.data, language: before.data.language };
  return makeAdForm(words, {
    place,
    brief: before.data.text,
    from: 'retry',
    files: kept,
    dropped: 0,
    chosen,
    audience: chosen.audience,
  });
}
