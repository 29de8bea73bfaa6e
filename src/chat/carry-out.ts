/** The `take-in` job: carries out a stored request, once. */
import { AppError, neverHere } from '../errors.ts';
import type { Ad } from '../generation/ad.ts';
import { openStates } from '../generation/ad.ts';
import { eraseAd } from '../generation/erase-ad.ts';
import { type Change, reviseAd } from '../generation/revise-ad.ts';
import type { IntakeStore } from './intake-store.ts';
import type { Button } from './messages.ts';
import { notesOn } from './notes.ts';
import { type EditRequest, type PressRequest, type Request, requestSchema } from './requests.ts';
import { type SettleDeps, settleAd } from './settle-ad.ts';
import { chatFor, enqueue, lookAtPhotos, postProgress, type StartDeps, startAd } from './start-ad.ts';
import { editTextButton, gaveUpView, progressView, retryButton, sayingView } from './views/ad-views.ts';
import { wordingIn } from './wording/wording.ts';

export type CarryOutDeps = StartDeps & SettleDeps & { intakes: IntakeStore };

/** Orderly failures of a request before its person is told; with the queue's back-off that is some minutes. */
const mostFailures = 12;

export async function carryOut(deps: CarryOutDeps, intakeId: string, signal: AbortSignal): Promise<void> {
  const request = await readIntake(deps, intakeId);
  if (!request) return;
  chatFor(deps, request.place.platform);
  try {
    await deps.intakes.settle(intakeId, await carryOutRequest(deps, intakeId, request, signal));
  } catch (error) {
    if (signal.aborted) throw error;
    // The ad was cancelled or deleted meanwhile: its key is gone, and nobody waits for it.
    if (error instanceof AppError && error.code === 'key-erased') return deps.intakes.settle(intakeId, 'done');
    const isHopeless = error instanceof AppError && (error.retry === 'never' || error.code === 'disk-full');
    if (!isHopeless && (await deps.intakes.countFailure(intakeId)) < mostFailures) throw error;
    await giveUp(deps, intakeId, request, error);
  }
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
  const wording = wordingIn(request.locale);
  const view = gaveUpView(
    wording,
    code === 'disk-full' ? wording.adProblem('disk-full') : wording.gaveUp,
    errorId,
    `intake:${intakeId}`,
  );
  const canRetry = request.kind !== 'press';
  await chatFor(deps, request.place.platform).tell(request.person, request.place, canRetry ? view : { ...view, buttons: [] });
  await deps.intakes.settle(intakeId, 'refused');
}

async function readIntake(deps: CarryOutDeps, intakeId: string): Promise<Request | null> {
  const intake = await deps.intakes.read(intakeId);
  if (intake?.state !== 'taken') return null;
  const request = requestSchema.safeParse(intake.input);
  if (request.success) return request.data;
  await deps.intakes.settle(intakeId, 'refused');
  deps.log.error('a stored request could not be read', { intakeId });
  return null;
}

type Settled = 'done' | 'refused';

function carryOutRequest(deps: CarryOutDeps, intakeId: string, request: Request, signal: AbortSignal): Promise<Settled> {
  switch (request.kind) {
    case 'make-ad':
      return startAd(deps, intakeId, request, signal);
    case 'edit-text':
      return editText(deps, intakeId, request, signal);
    case 'press':
      return pressed(deps, intakeId, request, signal);
    default:
      return neverHere(request);
  }
}

/** The ad, if it is still there and this person's; else null, and the person was told. */
async function ownAd(deps: CarryOutDeps, request: EditRequest | PressRequest, adId: string): Promise<Ad | null> {
  const ad = await deps.ads.read(adId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'key-erased') return null;
    throw error;
  });
  if (!ad || ad.state === 'erasing') return say(deps, request, wordingIn(request.locale).adGone);
  if (!(await deps.owners.isMember(ad.ownerId, request.person))) return say(deps, request, wordingIn(request.locale).notYours);
  return ad;
}

async function say(
  deps: CarryOutDeps,
  request: EditRequest | PressRequest,
  sentence: string,
  buttons: Button[] = [],
): Promise<null> {
  const view = sayingView(sentence, buttons);
  await chatFor(deps, request.place.platform).tell(request.person, request.place, view);
  return null;
}

async function editText(deps: CarryOutDeps, intakeId: string, request: EditRequest, signal: AbortSignal): Promise<Settled> {
  const ad = await ownAd(deps, request, request.adId);
  if (!ad) return 'refused';
  return revise(
    deps,
    intakeId,
    { ad, request, change: { kind: 'words', copy: request.copy, look: request.look ?? null }, files: request.files },
    signal,
  );
}

async function pressed(deps: CarryOutDeps, intakeId: string, request: PressRequest, signal: AbortSignal): Promise<Settled> {
  if (request.action === 'retry') return tryAgain(deps, request);
  const ad = await ownAd(deps, request, request.value);
  if (!ad) return 'refused';
  await removeStray(deps, request, ad.id);
  switch (request.action) {
    case 'cancel-ad':
      await cancel(deps, request, ad.id);
      return 'done';
    case 'delete-ad':
      await deps.ads.move(
        ad.id,
        ['preparing', 'queued', 'drawing', 'made', 'delivered', 'refused', 'failed', 'cancelled'],
        'erasing',
      );
      await settleAd(deps, ad.id);
      return 'done';
    case 'another-look':
      return revise(deps, intakeId, { ad, request, change: { kind: 'another-look' }, files: [] }, signal);
    case 'whole-photo':
      return revise(deps, intakeId, { ad, request, change: { kind: 'whole-photo' }, files: [] }, signal);
    case 'edit-text':
      return 'done';
    default:
      return neverHere(request.action);
  }
}

/** A crash between posting and remembering can leave a second first message; whoever presses it makes it go. */
async function removeStray(deps: CarryOutDeps, request: PressRequest, adId: string): Promise<void> {
  const known = (await deps.conversations.read(adId))?.post?.message;
  if (!known || !request.message || request.message.message === known.message) return;
  await chatFor(deps, request.place.platform).remove(request.message);
}

/** Pressed twice, or carried out again after a crash, it is still the same cancelling. */
async function cancel(deps: CarryOutDeps, request: PressRequest, adId: string): Promise<void> {
  if (await deps.ads.move(adId, [...openStates, 'cancelled'], 'cancelled')) await settleAd(deps, adId);
  else await say(deps, request, wordingIn(request.locale).cancelTooLate);
}

/** Draws a failed ad once more, under a new message: the old one has said its last word. */
async function tryAgain(deps: CarryOutDeps, request: PressRequest): Promise<Settled> {
  const adId = request.value.replace(/^again:/u, '');
  const ad = await ownAd(deps, request, adId);
  if (!ad) return 'refused';
  if ((await deps.photos.idsOfAd(adId)).length === 0) {
    const wording = wordingIn(request.locale);
    await say(deps, request, wording.photoForgottenAfterFailure, [retryButton(wording, `ad:${adId}`)]);
    return 'refused';
  }
  if (ad.state === 'failed') await renewMessage(deps, request, adId);
  await deps.ads.move(adId, ['failed'], 'queued');
  await enqueue(deps, adId);
  return 'done';
}

async function renewMessage(deps: CarryOutDeps, request: PressRequest, adId: string): Promise<void> {
  const conversation = await deps.conversations.read(adId);
  if (!conversation) return;
  const chat = chatFor(deps, conversation.address.place.platform);
  if (conversation.post) await chat.remove(conversation.post.message);
  const message = await chat.post(
    conversation.address.place,
    progressView(wordingIn(request.locale), { adId, stage: 'queued', done: 0, ahead: 0 }, null),
    deps.newId(),
  );
  await deps.conversations.savePost(adId, {
    message,
    picture: conversation.post?.picture ?? null,
    told: false,
    notes: conversation.post?.notes ?? [],
  });
}

type Revision = { ad: Ad; request: EditRequest | PressRequest; change: Change; files: EditRequest['files'] };

async function revise(deps: CarryOutDeps, intakeId: string, revision: Revision, signal: AbortSignal): Promise<Settled> {
  const { ad, request, change, files } = revision;
  const chat = chatFor(deps, request.place.platform);
  const base = await deps.conversations.read(ad.id);
  const thread = base?.post ? (base.post.message.thread ?? base.post.message.message) : request.place.thread;
  const place = { ...request.place, thread };
  const { person, locale } = request;
  const wording = wordingIn(locale);
  const revised = await reviseAd(deps, {
    base: ad,
    change,
    intakeId,
    hasNewPhotos: files.length > 0,
    place: { place, person, locale, askedAt: deps.clock.now() },
  });
  if (revised === 'photo-gone') {
    await say(deps, request, wording.photoForgotten, [editTextButton(wording, ad.id)]);
    return 'refused';
  }
  const { adId } = revised;
  const made = await deps.ads.read(adId);
  if (made && made.state !== 'preparing' && made.state !== 'queued') return 'done';
  const post = await postProgress(deps, chat, { adId, intakeId, person, place, locale });
  if (!post) {
    await deps.ads.move(adId, ['queued', 'preparing'], 'refused');
    await eraseAd(deps, adId, { keepRequest: true });
    return 'refused';
  }
  const notes = change.kind === 'words' ? notesOn(wording, deps.studio, { copy: change.copy, leftOut: [] }) : [];
  if (files.length === 0) {
    await deps.conversations.savePost(adId, { ...post, notes });
    await enqueue(deps, adId);
    return 'done';
  }
  const asked = { ...request, files, place, keepPhotos: ad.brief.keepPhotos };
  return lookAtPhotos(deps, { chat, adId, intakeId, ownerId: ad.ownerId, request: asked, post, notes }, signal);
}
