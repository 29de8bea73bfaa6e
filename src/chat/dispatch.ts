/** Where everything a platform tells arrives: commands become forms, submissions and presses become stored requests. */
import { hasAccepted } from '../accounts/acceptance.ts';
import type { AdStore } from '../generation/ad.ts';
import { policyVersion } from '../privacy/policy.ts';
import type { NoteUsage } from '../usage/usage.ts';
import { knownRefusal, refusalWords } from './access.ts';
import { type AccountViewDeps, accountView } from './account/account-view.ts';
import { type AdminDeps, adminsView } from './admin.ts';
import { type BrandLibraryDeps, brandsView, savedView } from './brand-library.ts';
import type {
  ChatEvents,
  ChatLimits,
  CommandAnswer,
  FormRequest,
  Press,
  Submission,
  Taken,
  TypedCommand,
} from './chat-adapter.ts';
import { checkAskApproval, checkRequestChanges, checkSameAdIn } from './check-ad-forms.ts';
import { checkKit, checkProduct } from './check-brand.ts';
import { checkErase } from './check-erase.ts';
import { checkRules } from './check-rules.ts';
import { type Checked, checkEditText, checkMakeAd, checkSettings } from './check-submission.ts';
import { readAccountSubcommand, readPrivacySubcommand, readSubcommand } from './commands.ts';
import { type FormDeps, openForm } from './forms/open-form.ts';
import { type HomeDeps, homeOf } from './home.ts';
import { type LeaveDeps, leaveWorkspace } from './leave-workspace.ts';
import { type LibraryDeps, listView, openAdsView, showView } from './library.ts';
import type { Locale } from './locale.ts';
import type { MessageView, PersonRef } from './messages.ts';
import { type OwnDataDeps, ownDataView } from './privacy/own-data.ts';
import type { Request } from './requests.ts';
import { personKey, type TakeInDeps, takeIn } from './take-in.ts';
import { helpView, sayingView } from './views/ad-views.ts';
import { askForWelcome } from './welcome.ts';
import { type Wording, wordingIn } from './wording/wording.ts';

export type DispatchDeps = TakeInDeps &
  FormDeps &
  LibraryDeps &
  LeaveDeps &
  BrandLibraryDeps &
  AccountViewDeps &
  AdminDeps &
  HomeDeps &
  OwnDataDeps & {
    noteUsage: NoteUsage;
    ads: Pick<AdStore, 'read'>;
  };

export function createChatEvents(deps: DispatchDeps): ChatEvents {
  return {
    command(typed) {
      noteCommand(deps, typed);
      return command(deps, typed);
    },
    form: (request) => openForm(deps, request),
    formOf: formOfPress,
    submit: (submission) => submit(deps, submission),
    press: (press) => takePress(deps, press),
    left: (workspace) => leaveWorkspace(deps, workspace),
    home: (person) => homeOf(deps, person),
    joined: (person) => joined(deps, person),
  };
}

/** It may have been there before, and nothing of it must go any more. */
async function joined(deps: DispatchDeps, person: PersonRef): Promise<void> {
  await deps.owners
    .returned(person.platform, [person.workspace], deps.clock.now())
    .catch((error: unknown) => deps.log.warn('a workspace that returned could not be noted', { reason: nameOf(error) }));
  return askForWelcome(deps, person);
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** Only words of ours: what people typed is no usage data. And nothing that names somebody who has not agreed to be known. */
function noteCommand({ noteUsage, clock, people }: DispatchDeps, { name, text, person }: TypedCommand): void {
  const isKnown = hasAccepted(people.known(person) ?? {}, policyVersion);
  const sub = name === 'privacy' ? readPrivacySubcommand(text) : readSubcommand(text).name;
  const where = { address: null, browser: null };
  noteUsage({
    at: clock.now(),
    what: 'command',
    name: `${name} ${sub}`,
    ms: null,
    ...where,
    person: isKnown ? personKey(person) : null,
  });
}

function command(deps: DispatchDeps, typed: TypedCommand): CommandAnswer {
  if (typed.name === 'privacy') return privacyCommand(deps, typed);
  if (typed.name === 'account') return accountCommand(deps, typed);
  const { text, files, person, place } = typed;
  const words = wordingIn(deps.people.localeOf(person));
  const { name, rest } = readSubcommand(text);
  const later = (answer: (words: Wording) => Promise<MessageView>) => answeredLater(deps, person, name, answer);
  switch (name) {
    case 'generate': {
      const refusal = knownRefusal(deps, person, place);
      if (refusal) return { kind: 'words', message: sayingView(refusalWords(words, refusal)) };
      return { kind: 'form', request: { form: 'make-ad', from: 'command', files, brief: rest, person, place } };
    }
    case 'settings':
      return { kind: 'form', request: { form: 'settings', person, place } };
    case 'brand':
      return later((words) => brandsView(deps, words, { person, place }));
    case 'products':
      return later((words) => savedView(deps, words, person));
    case 'privacy':
      return privacyCommand(deps, { ...typed, text: rest });
    case 'account':
      return accountCommand(deps, { ...typed, text: rest });
    case 'admin':
      return later((words) => adminsView(deps, words, { person }));
    case 'help':
      return { kind: 'words', message: helpView(words) };
    case 'list':
      return later((words) => listView(deps, words, { person, place, query: rest }));
    case 'show':
      return later((words) => showView(deps, words, { person, place, query: rest }));
    case 'cancel':
      return later((words) => openAdsView(deps, words, { person, place, query: '' }));
  }
}

/** Always answered to the person alone. */
function privacyCommand(deps: DispatchDeps, { text, person, place }: TypedCommand): CommandAnswer {
  const name = readPrivacySubcommand(text);
  if (name === 'delete') return { kind: 'form', request: { form: 'erase', person, place } };
  return answeredLater(deps, person, `privacy ${name}`, (words) => ownDataView(deps, words, person, name));
}

/** Always answered to the person alone: what it shows opens their account. */
function accountCommand(deps: DispatchDeps, { text, person }: TypedCommand): CommandAnswer {
  const meant = readAccountSubcommand(text);
  return answeredLater(deps, person, `account ${meant.name}`, (words) => accountView(deps, words, person, meant));
}

type InWords = (words: Wording) => Promise<MessageView>;

function answeredLater(deps: DispatchDeps, person: PersonRef, name: string, answer: InWords): CommandAnswer {
  return {
    kind: 'later',
    async message() {
      // In the language they chose, if they are not at hand; without it still better than not at all.
      if (!deps.people.known(person)) await deps.people.learn(person).catch(() => undefined);
      const words = wordingIn(deps.people.localeOf(person));
      return answer(words).catch((error: unknown) => {
        deps.log.warn('a command could not be answered', { name, reason: nameOf(error) });
        return sayingView(words.storesDown);
      });
    },
  };
}

/** `again:` means: the same once more, without a form. */
function formOfPress({ action, value, person, place }: Press): FormRequest | null {
  if (action === 'same-ad-in' || action === 'ask-approval' || action === 'request-changes')
    return { form: action, value, person, place };
  if (action === 'edit-rest') return { form: 'edit-text', begins: 'rest', value, person, place };
  if (action === 'new-kit') return { form: 'brand-kit', from: 'new', person, place };
  if (action === 'edit-kit') return { form: 'brand-kit', from: 'kit', begins: 'look', value, person, place };
  if (action === 'edit-kit-rest') return { form: 'brand-kit', from: 'kit', begins: 'rest', value, person, place };
  if (action === 'save-brand') return { form: 'brand-kit', from: 'ad', value, person, place };
  if (action === 'save-product') return { form: 'product', from: 'ad', value, person, place };
  if (action === 'edit-text') return { form: 'edit-text', value, person, place };
  if (action === 'make-ad') return { form: 'make-ad', from: 'command', files: [], brief: '', person, place };
  if (action === 'sample-ad') return { form: 'make-ad', from: 'sample', person, place };
  if (action === 'make-own') return { form: 'make-ad', from: 'ad', value, person, place };
  if (action === 'workspace-rules') return { form: 'workspace-rules', person, place };
  if (action === 'open-settings') return { form: 'settings', person, place };
  if (action === 'retry' && !value.startsWith('again:')) return { form: 'make-ad', from: 'retry', value, person, place };
  return null;
}

function check(submission: Submission, limits: ChatLimits, locale: Locale): Checked<Request> {
  switch (submission.form) {
    case 'make-ad':
      return checkMakeAd(submission, limits, locale);
    case 'edit-text':
      return checkEditText(submission, limits, locale);
    case 'same-ad-in':
      return checkSameAdIn(submission, locale);
    case 'ask-approval':
      return checkAskApproval(submission, locale);
    case 'request-changes':
      return checkRequestChanges(submission, locale);
    case 'settings':
      return checkSettings(submission, locale);
    case 'brand-kit':
      return checkKit(submission, limits, locale);
    case 'product':
      return checkProduct(submission, locale);
    case 'erase':
      return checkErase(submission, locale);
    case 'workspace-rules':
      return checkRules(submission, locale);
  }
}

async function submit(deps: DispatchDeps, submission: Submission): Promise<Taken> {
  const locale = deps.people.localeOf(submission.person);
  const words = wordingIn(locale);
  try {
    const checked = check(submission, deps.limits, locale);
    if (!checked.ok) return { kind: 'fields', errors: checked.errors };
    const taken = await takeIn(deps, submission.deliveryId, checked.request);
    return taken ? { kind: 'taken' } : { kind: 'refused', words: words.notTaken };
  } catch (error) {
    deps.log.error('a submission could not be read', { reason: error instanceof Error ? error.name : 'unknown' });
    return { kind: 'refused', words: words.notTaken };
  }
}

async function takePress(deps: DispatchDeps, press: Press): Promise<Taken> {
  const { deliveryId, ...rest } = press;
  const locale = deps.people.localeOf(press.person);
  const taken = await takeIn(deps, deliveryId, { kind: 'press', locale, ...rest });
  return taken ? { kind: 'taken' } : { kind: 'refused', words: wordingIn(locale).notTakenPress };
}
