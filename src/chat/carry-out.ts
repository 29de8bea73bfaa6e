/** The `take-in` job: carries out a stored request, once. */
import { AppError, isAway, neverHere } from '../errors.ts';
import { openStates } from '../generation/ad.ts';
import { isAdmin } from './access.ts';
import { askApproval, requestChanges } from './approve.ts';
import { forbiddenInEdit } from './brand-for-ad.ts';
import { isMessageKey } from './conversation-store.ts';
import { refusalToMake } from './leave-to-make.ts';
import { localeOf } from './locale.ts';
import { cannotBeRead } from './notes.ts';
import { askForEach } from './one-each.ts';
import { pressables } from './presses/deeds.ts';
import { adFor, type CarryOutDeps, type Settled, say } from './presses/press.ts';
import { unshare } from './presses/share-ad.ts';
import { startErasure } from './privacy/start-request.ts';
import { type EditRequest, type PressRequest, type Request, type RulesRequest, requestSchema } from './requests.ts';
import { revise } from './revise.ts';
import { saveKit, saveProduct } from './save-brand.ts';
import { messageOf } from './sent-things.ts';
import { settleAd } from './settle-ad.ts';
import { chatFor, startAd } from './start-ad.ts';
import { personKey } from './take-in.ts';
import { tellIfPossible } from './tell-if-possible.ts';
import { gaveUpView, notDoneView, retryButton } from './views/ad-views.ts';
import { welcome } from './welcome.ts';
import { type Wording, wordingIn } from './wording/wording.ts';

/** Orderly failures of a request before its person is told; with the queue's back-off that is some minutes. */
const mostFailures = 12;
/** What is only away comes back: it is waited for this long. */
const mostPatienceMs = 3_600_000;

export async function carryOut(deps: CarryOutDeps, intakeId: string, signal: AbortSignal): Promise<void> {
  const intake = await readIntake(deps, intakeId);
  if (!intake) return;
  const { request, createdAt } = intake;
  chatFor(deps, request.place.platform);
  const begun = deps.clock.now();
  try {
    // Where somebody acts, the bot is there.
    await deps.owners.returned(request.person.platform, [request.person.workspace], createdAt);
    await deps.intakes.settle(intakeId, await carryOutRequest(deps, intakeId, request, signal));
    noteRequest(deps, request, begun);
  } catch (error) {
    if (signal.aborted) throw error;
    // The ad was cancelled or deleted meanwhile: its key is gone, and nobody waits for it.
    if (error instanceof AppError && error.code === 'key-erased') return deps.intakes.settle(intakeId, 'done');
    if (await mayRecover(deps, intakeId, deps.clock.now() - createdAt, error)) throw error;
    await giveUp(deps, intakeId, request, error);
  }
}

function noteRequest({ noteUsage, clock }: CarryOutDeps, request: Request, begun: number): void {
  const name = request.kind === 'press' ? request.action : request.kind;
  const where = { address: null, browser: null };
  noteUsage({ at: begun, what: 'request', name, ms: clock.now() - begun, ...where, person: personKey(request.person) });
}

async function mayRecover(deps: CarryOutDeps, intakeId: string, ageMs: number, error: unknown): Promise<boolean> {
  if (error instanceof AppError && (error.retry === 'never' || error.code === 'disk-full')) return false;
  if (isAway(error)) return ageMs < mostPatienceMs;
  return (await deps.intakes.countFailure(intakeId)) < mostFailures;
}

/** Says what happened, takes back what was begun, and keeps the request for Retry. The person is told before the request counts as settled. */
async function giveUp(deps: CarryOutDeps, intakeId: string, request: Request, error: unknown): Promise<void> {
  const errorId = deps.newId().slice(0, 6);
  const code = error instanceof AppError ? error.code : 'unknown';
  deps.log.error('a request was given up', { intakeId, errorId, reason: code });
  const adId = await deps.ads.ofIntake(intakeId);
  if (adId) {
    await deps.ads.move(adId, openStates, 'refused');
    await settleAd(deps, adId);
  }
  if (request.kind === 'press' && request.action === 'share') await unshare(deps, request.value, intakeId);
  // Nobody asked for it, so nobody waits for it.
  if (request.kind === 'welcome') return deps.intakes.settle(intakeId, 'refused');
  const words = wordingIn(request.locale);
  const reason = reasonOf(words, error);
  const shown = canRetry(request)
    ? gaveUpView(words, reason, errorId, `intake:${intakeId}`)
    : notDoneView(words, reason, errorId);
  await tellIfPossible(deps, chatFor(deps, request.place.platform), request, shown);
  await deps.intakes.settle(intakeId, 'refused');
}

function reasonOf(words: Wording, error: unknown): string {
  if (!(error instanceof AppError)) return words.gaveUp;
  if (error.code === 'disk-full') return words.adProblem('disk-full');
  return error.retry === 'never' ? words.cannotWork : words.gaveUp;
}

/** Whether its form can be opened again with what was entered. */
const canRetry = ({ kind }: Request): boolean => kind === 'make-ad' || kind === 'edit-text';

async function readIntake(deps: CarryOutDeps, intakeId: string): Promise<{ request: Request; createdAt: number } | null> {
  const intake = await deps.intakes.read(intakeId);
  if (intake?.state !== 'taken') return null;
  const request = requestSchema.safeParse(intake.input);
  if (request.success) return { request: await inTheirLanguage(deps, request.data), createdAt: intake.createdAt };
  await deps.intakes.settle(intakeId, 'refused');
  deps.log.error('a stored request could not be read', { intakeId });
  return null;
}

/** What they chose counts more than what was known of them at the moment they asked. */
async function inTheirLanguage({ settings }: CarryOutDeps, request: Request): Promise<Request> {
  const chosen = localeOf((await settings.read(request.person)).locale);
  return chosen ? { ...request, locale: chosen } : request;
}

async function carryOutRequest(deps: CarryOutDeps, intakeId: string, request: Request, signal: AbortSignal): Promise<Settled> {
  const refusal = await refusalToMake(deps, intakeId, request);
  if (refusal) {
    const retry = retryButton(wordingIn(request.locale), `intake:${intakeId}`);
    return say(deps, request, refusal, canRetry(request) ? [retry] : []);
  }
  switch (request.kind) {
    case 'make-ad':
      if (request.each && request.files.length > 1) return askForEach(deps, intakeId, request);
      return startAd(deps, intakeId, request, signal);
    case 'edit-text':
      return editText(deps, intakeId, request, signal);
    case 'ask-approval':
      return askApproval(deps, intakeId, request);
    case 'request-changes':
      return requestChanges(deps, request);
    case 'settings':
      await deps.settings.save(request.person, request.settings);
      await say(deps, request, wordingIn(request.locale).settings.saved);
      return 'done';
    case 'save-kit':
      return saveKit(deps, intakeId, request, signal);
    case 'save-product':
      return saveProduct(deps, intakeId, request);
    case 'erase':
      return startErasure(deps, intakeId, request);
    case 'workspace-rules':
      return saveRules(deps, request);
    case 'welcome':
      return welcome(deps, request);
    case 'press':
      return pressed(deps, intakeId, request, signal);
    default:
      return neverHere(request);
  }
}

async function saveRules(deps: CarryOutDeps, request: RulesRequest): Promise<Settled> {
  const words = wordingIn(request.locale);
  if (!(await isAdmin(deps, request.person))) return say(deps, request, words.team.notAdmin);
  await deps.rules.save(request.person, request.rules);
  await say(deps, request, words.admin.saved);
  return 'done';
}

async function editText(deps: CarryOutDeps, intakeId: string, request: EditRequest, signal: AbortSignal): Promise<Settled> {
  const ad = await adFor(deps, request, request.adId, 'owner');
  if (!ad) return 'refused';
  const words = wordingIn(request.locale);
  const forbidden =
    (await forbiddenInEdit(deps, words, ad.brief, request.copy)) ?? cannotBeRead(words, deps.studio, request.copy);
  if (forbidden) return say(deps, request, forbidden, [retryButton(words, `intake:${intakeId}`)]);
  const { copy, language } = request;
  // In another language only what was asked for is known; prices before and small print stay as they are.
  const kept = language && ad.recipe ? { oldPrice: ad.recipe.copy.oldPrice, smallPrint: ad.recipe.copy.smallPrint } : {};
  const change = { kind: 'words' as const, copy: { ...copy, ...kept }, look: request.look ?? null, language: language ?? null };
  return revise(deps, intakeId, { ad, request, change, files: request.files }, signal);
}

async function pressed(deps: CarryOutDeps, intakeId: string, request: PressRequest, signal: AbortSignal): Promise<Settled> {
  const pressable = pressables[request.action];
  if (pressable.who === 'itself')
    return pressable.deed === 'form' ? 'done' : pressable.deed(deps, { intakeId, request, words: wordingIn(request.locale) });
  const { who, deed } = pressable;
  const [adId = '', argument = ''] = request.value.replace(/^again:/u, '').split(':');
  const ad = await adFor(deps, request, adId, who);
  if (!ad) return 'refused';
  // Buttons for others stand under messages of their own.
  if (who !== 'anyone' && (await deps.owners.isMember(ad.ownerId, request.person))) await removeStray(deps, request, ad.id);
  if (deed === 'form') return 'done';
  return deed(deps, { intakeId, request, ad, argument, words: wordingIn(request.locale), signal });
}

/** A crash between posting and remembering can leave a second first message; whoever presses it makes it go. */
async function removeStray(deps: CarryOutDeps, request: PressRequest, adId: string): Promise<void> {
  const conversation = await deps.conversations.read(adId);
  if (!conversation?.post || !request.message) return;
  const { address, post } = conversation;
  const sent = (await deps.conversations.files(adId)).filter(({ key }) => isMessageKey(key)).map(messageOf);
  const known = [post.message, ...(address.shared ? [address.shared] : []), ...address.earlier, ...sent];
  if (known.some(({ message }) => message === request.message?.message)) return;
  await chatFor(deps, request.place.platform).remove(request.message);
}
