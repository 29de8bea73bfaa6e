/** The `deliver` job: gives the chat what it is owed for an ad in its present state. Safe to repeat at any point. */
import type { Clock } from '../clock.ts';
import { AppError, type ErrorCode } from '../errors.ts';
import type { Ad, AdProblem, AdStore, StepStore } from '../generation/ad.ts';
import { erasePhoto } from '../generation/contents.ts';
import { type EraseDeps, eraseAd } from '../generation/erase-ad.ts';
import { type FinishDeps, finishAd } from '../generation/finish-ad.ts';
import type { NewId } from '../ids.ts';
import type { NoteUsage } from '../usage/usage.ts';
import type { ChatAdapter } from './chat-adapter.ts';
import type { Address, ConversationStore, Post } from './conversation-store.ts';
import { deliverAd } from './deliver-ad.ts';
import type { FitDeps } from './fit-files.ts';
import { type ObligationDeps, oblige } from './obligations.ts';
import { sentThings } from './sent-things.ts';
import type { StorageDeps } from './storage.ts';
import { personKey } from './take-in.ts';
import { tellIfPossible } from './tell-if-possible.ts';
import { failureView, sayingView } from './views/ad-views.ts';
import { wordingIn } from './wording/wording.ts';

export type SettleDeps = FitDeps &
  EraseDeps &
  FinishDeps &
  ObligationDeps &
  StorageDeps & {
    ads: AdStore;
    steps: StepStore;
    conversations: ConversationStore;
    clock: Clock;
    newId: NewId;
    noteUsage: NoteUsage;
  };

export async function settleAd(deps: SettleDeps, adId: string): Promise<void> {
  const ad = await readOrErased(deps, adId);
  if (!ad) return;
  if (ad === 'key-erased') return eraseAd(deps, adId);
  const conversation = await deps.conversations.read(adId);
  const chat = conversation ? deps.chatOf(conversation.address.place.platform) : undefined;
  const needsChat = ad.state === 'made' || ad.state === 'showing' || ad.state === 'failed';
  if (conversation && !chat && needsChat)
    throw new AppError('chat-unavailable', 'The platform of this ad is not connected.', { retry: 'later' });
  switch (ad.state) {
    case 'made':
    case 'showing':
      if (conversation && chat) await deliver(deps, chat, ad, conversation);
      else await finishAd(deps, adId);
      return;
    case 'failed':
      if (conversation?.post && chat) await showFailure(deps, chat, ad, conversation.address, conversation.post);
      return;
    case 'cancelled':
    case 'refused':
    case 'erasing':
      if (conversation) await takeBack(deps, ad, conversation);
      await eraseAd(deps, adId, { keepRequest: ad.state === 'refused' });
      return;
    case 'preparing':
    case 'proposing':
    case 'choosing':
    case 'queued':
    case 'drawing':
    case 'delivered':
      return;
  }
}

async function readOrErased(deps: SettleDeps, adId: string): Promise<Ad | null | 'key-erased'> {
  try {
    return await deps.ads.read(adId);
  } catch (error) {
    if (error instanceof AppError && error.code === 'key-erased') return 'key-erased';
    throw error;
  }
}

/** Once: a failure that was shown is not shown again at every sweep. Where the message is gone, its person is told instead. */
async function showFailure(deps: SettleDeps, chat: ChatAdapter, ad: Ad, address: Address, post: Post): Promise<void> {
  if (post.told) return;
  const view = failureView(wordingIn(address.locale), ad);
  if ((await chat.update(post.message, view, 'final')) === 'gone') await tellIfPossible(deps, chat, address, view);
  await deps.conversations.savePost(ad.id, { ...post, told: true });
}

/** Takes back what was posted, now or as soon as the platform can be reached: it must not keep the ad from being erased here. */
async function takeBack(deps: SettleDeps, ad: Ad, { address, post }: Conversation): Promise<void> {
  const { platform, workspace } = address.place;
  const sent = sentThings(await deps.conversations.files(ad.id));
  await oblige(deps, ad.id, {
    platform,
    workspace,
    messages: [
      ...(post ? [post.message] : []),
      ...(address.shared ? [address.shared] : []),
      ...address.earlier,
      ...sent.messages,
    ],
    becomes: ad.state === 'cancelled' ? 'cancelled' : 'removed',
    locale: address.locale,
    fileIds: sent.fileIds,
  });
}

type Conversation = { address: Address; post: Post | null };

async function deliver(deps: SettleDeps, chat: ChatAdapter, ad: Ad, conversation: Conversation): Promise<void> {
  try {
    if (!(await deliverAd(deps, chat, ad, conversation))) return;
    await finishAd(deps, ad.id);
    noteDelivered(deps, conversation.address);
  } catch (error) {
    await settleUndeliverable(deps, chat, ad, conversation.address, error);
  }
}

function noteDelivered({ noteUsage, clock }: SettleDeps, { person, askedAt }: Address): void {
  const where = { address: null, browser: null };
  noteUsage({ at: clock.now(), what: 'ad', name: 'delivered', ms: clock.now() - askedAt, ...where, person: personKey(person) });
}

const problems: Partial<Record<ErrorCode, AdProblem>> = {
  'chat-not-in-channel': 'not-in-channel',
  'chat-not-allowed': 'not-allowed',
};

/** What no retry can cure ends here, with a word to the person; the files wait for Retry. The word comes first: what cannot be said yet is tried again as a whole. */
async function settleUndeliverable(
  deps: SettleDeps,
  chat: ChatAdapter,
  { id: adId, state }: Ad,
  address: Address,
  error: unknown,
): Promise<void> {
  if (!(error instanceof AppError) || error.retry !== 'never') throw error;
  const problem = problems[error.code] ?? 'delivery-failed';
  const errorId = deps.newId().slice(0, 6);
  deps.log.warn('an ad could not be delivered', { adId, errorId, reason: error.code });
  if ((await deps.ads.read(adId))?.state !== state) return;
  const words = wordingIn(address.locale);
  // It was finished before, and stays so.
  const isFinished = state === 'showing';
  const view = isFinished ? sayingView(words.notShown) : failureView(words, { id: adId, problem, errorId });
  await tellIfPossible(deps, chat, address, view);
  if (isFinished) await finishAd(deps, adId);
  else await deps.ads.move(adId, ['made'], 'failed', { problem, errorId });
}

/** Photos not to be kept go 24 hours after they came at the latest, unless their ad is still being made; photos without an ad at once. */
export async function forgetOverduePhotos(deps: SettleDeps, now: number): Promise<void> {
  for (const photoId of await deps.photos.overdue(now - 24 * 3_600_000)) {
    await erasePhoto(deps, photoId);
    await deps.photos.remove(photoId);
  }
}
