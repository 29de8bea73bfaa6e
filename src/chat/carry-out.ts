/** The `take-in` job: carries out a stored request, once. */
import { AppError, neverHere } from '../errors.ts';
import type { Ad } from '../generation/ad.ts';
import { openStates } from '../generation/ad.ts';
import { type Change, reviseAd } from '../generation/revise-ad.ts';
import type { IntakeStore } from './intake-store.ts';
import { type EditRequest, type PressRequest, type Request, requestSchema } from './requests.ts';
import { type SettleDeps, settleAd } from './settle-ad.ts';
import { chatFor, enqueue, lookAtPhotos, postProgress, type StartDeps, startAd } from './start-ad.ts';
import { gaveUpView, retryButton, sayingView } from './views/ad-views.ts';
import { wording } from './wording.ts';

export type CarryOutDeps = StartDeps & SettleDeps & { intakes: IntakeStore };

/** Longer than any outage a person would wait out; then they are told instead. */
const patienceMs = 10 * 60_000;

export async function carryOut(deps: CarryOutDeps, intakeId: string, signal: AbortSignal): Promise<void> {
  const intake = await readIntake(deps, intakeId);
  if (!intake) return;
  chatFor(deps, intake.request.place.platform);
  try {
    await deps.intakes.settle(intakeId, await carryOutRequest(deps, intakeId, intake.request, signal));
  } catch (error) {
    const isHopeless = error instanceof AppError && (error.retry === 'never' || error.code === 'disk-full');
    if (signal.aborted || (!isHopeless && deps.clock.now() - intake.createdAt < patienceMs)) throw error;
    await giveUp(deps, intakeId, intake.request, error);
  }
}

/** Says what happened, takes back what was begun, and keeps the request for Retry. */
async function giveUp(deps: CarryOutDeps, intakeId: string, request: Request, error: unknown): Promise<void> {
  const errorId = deps.newId().slice(0, 6);
  const code = error instanceof AppError ? error.code : 'unknown';
  deps.log.error('a request was given up', { intakeId, errorId, reason: code });
  const adId = await deps.ads.ofIntake(intakeId);
  if (adId) {
    await deps.ads.move(adId, openStates, 'refused');
    await settleAd(deps, adId);
  }
  await deps.intakes.settle(intakeId, 'refused');
  const view = gaveUpView(code === 'disk-full' ? wording.adProblem('disk-full') : wording.gaveUp, errorId, `intake:${intakeId}`);
  await chatFor(deps, request.place.platform).tell(
    request.person,
    request.place,
    request.kind === 'make-ad' ? view : { ...view, buttons: [] },
  );
}

async function readIntake(deps: CarryOutDeps, intakeId: string): Promise<{ request: Request; createdAt: number } | null> {
  const intake = await deps.intakes.read(intakeId);
  if (intake?.state !== 'taken') return null;
  const request = requestSchema.safeParse(intake.input);
  if (request.success) return { request: request.data, createdAt: intake.createdAt };
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
  if (!ad || ad.state === 'erasing') return say(deps, request, wording.adGone);
  if (!(await deps.owners.isMember(ad.ownerId, request.person))) return say(deps, request, wording.notYours);
  return ad;
}

async function say(
  deps: CarryOutDeps,
  request: EditRequest | PressRequest,
  sentence: string,
  retryValue?: string,
): Promise<null> {
  const view = sayingView(sentence, retryValue ? [retryButton(retryValue)] : []);
  await chatFor(deps, request.place.platform).tell(request.person, request.place, view);
  return null;
}

async function editText(deps: CarryOutDeps, intakeId: string, request: EditRequest, signal: AbortSignal): Promise<Settled> {
  const ad = await ownAd(deps, request, request.adId);
  if (!ad) return 'refused';
  return revise(deps, intakeId, { ad, request, change: { kind: 'words', copy: request.copy }, files: request.files }, signal);
}

async function pressed(deps: CarryOutDeps, intakeId: string, request: PressRequest, signal: AbortSignal): Promise<Settled> {
  if (request.action === 'retry') return tryAgain(deps, request);
  const ad = await ownAd(deps, request, request.value);
  if (!ad) return 'refused';
  await removeStray(deps, request, ad.id);
  switch (request.action) {
    case 'cancel-ad':
      if (!(await deps.ads.move(ad.id, openStates, 'cancelled'))) await say(deps, request, wording.cancelTooLate);
      else await settleAd(deps, ad.id);
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

async function tryAgain(deps: CarryOutDeps, request: PressRequest): Promise<Settled> {
  const adId = request.value.replace(/^again:/u, '');
  const ad = await ownAd(deps, request, adId);
  if (!ad) return 'refused';
  if ((await deps.photos.idsOfAd(adId)).length === 0) {
    await say(deps, request, wording.photoForgotten, `ad:${adId}`);
    return 'refused';
  }
  if (await deps.ads.move(adId, ['failed'], 'preparing')) await enqueue(deps, adId);
  return 'done';
}

type Revision = { ad: Ad; request: EditRequest | PressRequest; change: Change; files: EditRequest['files'] };

async function revise(deps: CarryOutDeps, intakeId: string, revision: Revision, signal: AbortSignal): Promise<Settled> {
  const { ad, request, change, files } = revision;
  const chat = chatFor(deps, request.place.platform);
  const base = await deps.conversations.read(ad.id);
  const thread = base?.post ? (base.post.message.thread ?? base.post.message.message) : request.place.thread;
  const place = { ...request.place, thread };
  const revised = await reviseAd(deps, {
    base: ad,
    change,
    intakeId,
    hasNewPhotos: files.length > 0,
    place: { place, person: request.person, askedAt: deps.clock.now() },
  });
  if (revised === 'photo-gone') {
    await say(deps, request, wording.photoForgotten, `ad:${ad.id}`);
    return 'refused';
  }
  const { adId } = revised;
  const post = await postProgress(deps, chat, adId, request.person, place);
  if (!post) {
    await deps.ads.move(adId, ['queued', 'preparing'], 'erasing');
    await settleAd(deps, adId);
    return 'refused';
  }
  if (files.length === 0) {
    await enqueue(deps, adId);
    return 'done';
  }
  const look = {
    chat,
    adId,
    intakeId,
    ownerId: ad.ownerId,
    request: { ...request, files, place, keepPhotos: ad.brief.keepPhotos },
    post,
    notes: [],
  };
  return lookAtPhotos(deps, look, signal);
}
