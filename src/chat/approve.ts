/** Approval: asking a person, their answer, and the status under the ad. */
import { AppError } from '../errors.ts';
import type { Ad } from '../generation/ad.ts';
import type { Approval } from '../generation/approval.ts';
import type { ChatAdapter } from './chat-adapter.ts';
import { type Address, askedPrefix, packPrefix } from './conversation-store.ts';
import { showPreview, showResult } from './deliver-ad.ts';
import type { MessageRef, MessageView, PersonRef, Place } from './messages.ts';
import { postOnce } from './post-once.ts';
import { adFor, type CarryOutDeps, type Deed, type Settled, say } from './presses/press.ts';
import type { AskApprovalRequest, ChangesRequest, PressRequest } from './requests.ts';
import { chatFor } from './start-ad.ts';
import { sayingView } from './views/ad-views.ts';
import { answeredView, askedView } from './views/approval-views.ts';
import { isApprover, isSeenBy, isShownAlone } from './who-sees.ts';
import { type Wording, wordingIn } from './wording/wording.ts';

/** Asks in the ad's own thread; an ad that only its owner sees is asked about in the approver's direct messages, with its picture. */
export async function askApproval(deps: CarryOutDeps, intakeId: string, request: AskApprovalRequest): Promise<Settled> {
  const ad = await adFor(deps, request, request.adId, 'owner');
  if (!ad) return 'refused';
  const words = wordingIn(request.locale);
  const conversation = await deps.conversations.read(ad.id);
  if (!conversation?.post || ad.state !== 'delivered') return say(deps, request, words.notFinished);
  const { address, post } = conversation;
  const { platform, workspace } = request.person;
  const approver = { platform, workspace, person: request.approver };
  const chat = chatFor(deps, platform);
  const isAlone = await isShownAlone(deps, address);
  const asking = { ad, approver, key: `${askedPrefix}${intakeId}` };
  const thread = { ...address.place, thread: post.message.thread ?? post.message.message };
  if (!isAlone && !(await seesIt(deps, chat, { ...asking, thread, words }))) return say(deps, request, words.approval.notThere);
  const view = askedView(words, { ...ad, asker: request.person, approver, picture: isAlone ? null : post.picture });
  const question = await postQuestion(deps, chat, { ...asking, view, place: isAlone ? null : thread });
  if (!question) return say(deps, request, words.approval.closed);
  if (isAlone) {
    // Of a private ad the approver has nothing but this message: it carries the picture itself.
    const picture = await showPreview(deps, chat, ad, { message: question, key: `${packPrefix}${asking.key}` });
    if (picture) await chat.update(question, { ...view, picture }, 'step');
  }
  await showStatus(deps, ad.id, address);
  return 'done';
}

type Asking = { ad: Ad; approver: PersonRef; key: string };

/** Pointed there once, however often it is tried. */
async function seesIt(
  deps: CarryOutDeps,
  chat: ChatAdapter,
  { ad, approver, key, thread, words }: Asking & { thread: Place; words: Wording },
): Promise<boolean> {
  if ((await deps.conversations.findFile(ad.id, key)) !== null) return true;
  return chat.pointTo(approver, thread, sayingView(words.approval.asksPlain));
}

/**
 * `place` null: in the approver's direct messages; resolves with null where those are closed. Who may answer is known before they
 * can, and an answer that came before a crash stays.
 */
async function postQuestion(
  deps: CarryOutDeps,
  chat: ChatAdapter,
  { ad, approver, key, view, place }: Asking & { view: MessageView; place: Place | null },
): Promise<MessageRef | null> {
  const isPosted = (await deps.conversations.findFile(ad.id, key)) !== null;
  if (!isPosted) await deps.ads.saveApproval(ad.id, { state: 'asked', approver, note: '' });
  try {
    const where = place ?? (await chat.openDirect(approver));
    return await postOnce(deps.conversations, chat, { adId: ad.id, key, place: where, message: view });
  } catch (error) {
    if (error instanceof AppError && error.retry === 'never') await deps.ads.saveApproval(ad.id, ad.approval);
    if (error instanceof AppError && error.code === 'chat-direct-closed') return null;
    throw error;
  }
}

export const approve: Deed = async (deps, { request, ad, words }) => {
  if (!ad.approval || !isApprover(ad, request.person)) return say(deps, request, words.approval.notYou);
  await settle(deps, request, ad, { ...ad.approval, state: 'approved', note: '' });
  return 'done';
};

export async function requestChanges(deps: CarryOutDeps, request: ChangesRequest): Promise<Settled> {
  const words = wordingIn(request.locale);
  const ad = await deps.ads.read(request.adId);
  if (!ad) return say(deps, request, words.adGone);
  if (!ad.approval || !isApprover(ad, request.person)) {
    const isSeen = await isSeenBy(deps, ad, request.person);
    return say(deps, request, isSeen ? words.approval.notYou : words.adGone);
  }
  await settle(deps, request, ad, { ...ad.approval, state: 'changes', note: request.note });
  return 'done';
}

/** Keeps the answer, shows it under the ad, and tells its owner once. */
async function settle(
  deps: CarryOutDeps,
  request: Pick<PressRequest, 'person' | 'place'> & { message?: PressRequest['message'] },
  ad: Ad,
  approval: Approval,
): Promise<void> {
  const conversation = await deps.conversations.read(ad.id);
  if (!conversation) return;
  const { address } = conversation;
  const words = wordingIn(address.locale);
  await deps.ads.saveApproval(ad.id, approval);
  const chat = chatFor(deps, address.place.platform);
  const view = answeredView(words, approval);
  if (request.message) await chat.update(request.message, view, 'final');
  await showStatus(deps, ad.id, address);
  await chat.tell(address.person, address.place, view);
}

async function showStatus(deps: CarryOutDeps, adId: string, address: Address): Promise<void> {
  const [ad, conversation] = [await deps.ads.read(adId), await deps.conversations.read(adId)];
  if (ad && conversation?.post) await showResult(deps, chatFor(deps, address.place.platform), ad, conversation);
}
