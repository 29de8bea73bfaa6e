/** Opens forms: at once with what is at hand, and again as soon as stored values are known. */
import type { OwnerStore } from '../../accounts/owners.ts';
import type { Settings } from '../../accounts/settings.ts';
import { AppError } from '../../errors.ts';
import type { AdStore, PhotoStore } from '../../generation/ad.ts';
import { briefLimits } from '../../generation/brief.ts';
import { knownRefusal, refusalWords } from '../access.ts';
import { type RulesFormDeps, rulesForm } from '../admin.ts';
import type { ChatLimits, FormAnswer, FormRequest } from '../chat-adapter.ts';
import type { IntakeStore } from '../intake-store.ts';
import type { FormView, PersonRef, Place } from '../messages.ts';
import type { People } from '../people.ts';
import { type EditRequest, requestSchema } from '../requests.ts';
import { emptyShelf, type OnShelf, type Shelf } from '../shelf.ts';
import { personKey } from '../take-in.ts';
import { isApprover, isSeenBy, notTheirs, type SeenDeps } from '../who-sees.ts';
import { type Wording, wordingIn } from '../wording/wording.ts';
import { askApprovalForm, requestChangesForm } from './approval-forms.ts';
import { editTextForm, loadingForm } from './edit-text-form.ts';
import { makeAdForm } from './make-ad-form.ts';
import { type BrandFormDeps, newKitForm, storedBrandForm } from './open-brand-form.ts';
import { type EraseFormDeps, storedEraseForm } from './open-erase-form.ts';
import { sameAdInForm } from './same-ad-in-form.ts';
import { settingsForm } from './settings-form.ts';

export type FormDeps = BrandFormDeps &
  EraseFormDeps &
  RulesFormDeps &
  SeenDeps & {
    intakes: Pick<IntakeStore, 'read'>;
    ads: Pick<AdStore, 'read'>;
    photos: Pick<PhotoStore, 'idsOfAd'>;
    owners: Pick<OwnerStore, 'isMember'>;
    people: People;
    shelf: Shelf;
    limits: ChatLimits;
  };

type Later = FormView | { refused: string };

export function openForm(deps: FormDeps, request: FormRequest): FormAnswer {
  const words = wordingIn(deps.people.localeOf(request.person));
  switch (request.form) {
    case 'edit-text':
      return { now: loadingForm(words, 'edit-text'), later: () => orStoresDown(words, () => editForm(deps, words, request)) };
    case 'same-ad-in':
    case 'ask-approval':
    case 'request-changes':
      return { now: loadingForm(words, request.form), later: () => orStoresDown(words, () => adForm(deps, words, request)) };
    case 'erase':
      return { now: loadingForm(words, 'erase'), later: () => orStoresDown(words, () => storedEraseForm(deps, words, request)) };
    case 'settings':
      return withMemory(deps, request.person, ({ settings }, wording) => settingsForm(wording, request.place, settings));
    case 'brand-kit':
    case 'product':
      return request.from === 'new'
        ? { now: newKitForm(words, request), later: null }
        : {
            now: loadingForm(words, request.form),
            later: () => orStoresDown(words, () => storedBrandForm(deps, words, request)),
          };
    case 'workspace-rules':
      return { now: loadingForm(words, request.form), later: () => orStoresDown(words, () => rulesForm(deps, words, request)) };
    case 'make-ad':
      return makeForm(deps, words, request);
  }
}

function makeForm(deps: FormDeps, words: Wording, request: Extract<FormRequest, { form: 'make-ad' }>): FormAnswer {
  const refusal = knownRefusal(deps, request.person, request.place);
  if (refusal) return { now: loadingForm(words, 'make-ad'), later: async () => ({ refused: refusalWords(words, refusal) }) };
  switch (request.from) {
    case 'retry':
      return { now: loadingForm(words, 'make-ad'), later: () => orStoresDown(words, () => retryForm(deps, words, request)) };
    case 'ad':
      return { now: loadingForm(words, 'make-ad'), later: () => orStoresDown(words, () => ownForm(deps, words, request)) };
    case 'sample':
      return withMemory(deps, request.person, (known, wording) => sampleForm(wording, request, known));
    case 'command':
    case 'message':
      return withMemory(deps, request.person, (known, wording) => freshForm(wording, request, known));
  }
}

type Known = { settings: Settings; shelf: OnShelf };

/** The form as what is at hand makes it; where that is not all, once more when it is known. */
function withMemory(
  { people, shelf: shelves }: FormDeps,
  person: PersonRef,
  form: (known: Known, words: Wording) => FormView,
): FormAnswer {
  const spoken = () => wordingIn(people.localeOf(person));
  const [settings, shelf] = [people.known(person), shelves.known(person)];
  const now = form({ settings: settings ?? {}, shelf: shelf ?? emptyShelf }, spoken());
  if (settings && shelf) return { now, later: null };
  // What is shown already serves where the stores do not answer.
  return {
    now,
    later: () =>
      learnt({ people, shelf: shelves }, person).then(
        (learned) => form(learned, spoken()),
        () => now,
      ),
  };
}

type FreshRequest = Extract<FormRequest, { form: 'make-ad'; from: 'command' | 'message' }>;

function freshForm(words: Wording, { place, brief, from, files: given }: FreshRequest, { settings, shelf }: Known): FormView {
  const files = given.slice(0, briefLimits.photos);
  const dropped = given.length - files.length;
  return makeAdForm(words, { place, brief, from, files, dropped, chosen: null, settings, shelf });
}

/** A first ad to try the bot with: words and photo are there already. */
const sampleForm = (words: Wording, { place }: { place: Place }, known: Known): FormView =>
  makeAdForm(words, {
    place,
    brief: words.welcome.sampleBrief,
    files: [],
    from: 'command',
    dropped: 0,
    chosen: null,
    ...known,
    sample: true,
  });

async function orStoresDown(words: Wording, open: () => Promise<Later>): Promise<Later> {
  try {
    return await open();
  } catch (error) {
    return { refused: error instanceof AppError && error.code === 'key-erased' ? words.adGone : words.storesDown };
  }
}

type AdFormRequest = Extract<FormRequest, { form: 'same-ad-in' | 'ask-approval' | 'request-changes' }>;

async function adForm(deps: FormDeps, words: Wording, { form, value, person, place }: AdFormRequest): Promise<Later> {
  const ad = await deps.ads.read(value);
  if (!ad?.recipe) return { refused: words.adGone };
  const { adId, recipe } = { adId: ad.id, recipe: ad.recipe };
  if (form === 'request-changes') {
    if (isApprover(ad, person)) return requestChangesForm(words, { adId, place });
    return { refused: (await isSeenBy(deps, ad, person)) ? words.approval.notYou : words.adGone };
  }
  if (!(await deps.owners.isMember(ad.ownerId, person))) return { refused: await notTheirs(deps, words, ad, person) };
  return form === 'ask-approval' ? askApprovalForm(words, { adId, place }) : sameAdInForm(words, { adId, place, recipe });
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
  if (!(await deps.owners.isMember(ad.ownerId, request.person)))
    return { refused: await notTheirs(deps, words, ad, request.person) };
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
  if (!(await deps.owners.isMember(ad.ownerId, request.person)))
    return { refused: await notTheirs(deps, words, ad, request.person) };
  const { text, ...brief } = ad.brief;
  return makeAdForm(words, {
    place: request.place,
    brief: text,
    from: 'retry',
    files: [],
    dropped: 0,
    chosen: { ...brief, language: brief.language, audience: 'here' },
    settings: await settingsOf(deps, request.person),
    shelf: await shelfOf(deps, request.person),
  });
}

/** An own copy of an ad that the person sees: its words and choices, and its photos where they are still there. */
async function ownForm(deps: FormDeps, words: Wording, { value, person, place }: AskedFor): Promise<Later> {
  const ad = await deps.ads.read(value);
  if (!ad) return { refused: words.adGone };
  const isSeen = (await deps.owners.isMember(ad.ownerId, person)) || (await isSeenBy(deps, ad, person));
  if (!isSeen) return { refused: words.adGone };
  const photos = (await deps.photos.idsOfAd(ad.id)).length;
  const { settings, shelf } = await learnt(deps, person);
  const { text, places, film, language, brand } = ad.brief;
  const kit = shelf.kits.find(({ id }) => id === brand.kit?.id)?.id;
  return makeAdForm(words, {
    place,
    brief: text,
    from: 'retry',
    files: [],
    dropped: 0,
    chosen: { places, film, language, audience: settings.audience ?? 'here', kit },
    settings,
    shelf,
    copyOf: { adId: ad.id, photos },
  });
}

const learnt = async ({ people, shelf }: Pick<FormDeps, 'people' | 'shelf'>, person: PersonRef): Promise<Known> => {
  const [settings, onShelf] = await Promise.all([people.learn(person), shelf.learn(person)]);
  return { settings, shelf: onShelf };
};

async function retryRequest(
  deps: FormDeps,
  words: Wording,
  request: AskedFor,
  intakeId: string,
  refused: string[],
): Promise<Later> {
  const intake = await deps.intakes.read(intakeId);
  const before = requestSchema.safeParse(intake?.input);
  if (!before.success || (before.data.kind !== 'make-ad' && before.data.kind !== 'edit-text')) return { refused: words.adGone };
  if (personKey(before.data.person) !== personKey(request.person)) return { refused: words.adGone };
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
    settings: await settingsOf(deps, request.person),
    shelf: await shelfOf(deps, request.person),
    ...(before.data.sample ? { sample: true } : {}),
    ...(before.data.copyOf === undefined ? {} : { copyOf: await stillThere(deps, before.data.copyOf) }),
  });
}

const stillThere = async ({ photos }: FormDeps, adId: string) => ({ adId, photos: (await photos.idsOfAd(adId)).length });

const shelfOf = async ({ shelf }: FormDeps, person: PersonRef): Promise<OnShelf> => shelf.known(person) ?? shelf.learn(person);

const settingsOf = async ({ people }: FormDeps, person: PersonRef): Promise<Settings> =>
  people.known(person) ?? people.learn(person);
