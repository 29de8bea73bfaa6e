/** The `propose` job: three ideas in the ad's one message, and the buttons to choose. Safe to repeat at any point. */
import { AppError, type ErrorCode, isAway } from '../errors.ts';
import type { Ad, AdProblem } from '../generation/ad.ts';
import { once } from '../generation/contents.ts';
import { planFit } from '../generation/plan-fit.ts';
import { proposeAd, type Sheet } from '../generation/propose-ad.ts';
import type { ChatAdapter, OutgoingFile } from './chat-adapter.ts';
import type { Address, Post } from './conversation-store.ts';
import { editOnTheWay } from './edit-on-the-way.ts';
import { postAgain, startAfresh, wasRemoved } from './post-again.ts';
import type { CarryOutDeps } from './presses/press.ts';
import { settleAd } from './settle-ad.ts';
import { journalOf } from './show-progress.ts';
import { chatFor } from './start-ad.ts';
import { proposalsView } from './views/proposals-view.ts';
import { type Wording, wordingIn } from './wording/wording.ts';

/** Orderly failures before giving up; a crash of the whole program does not count. */
const mostFailures = 4;

/** A message that somebody removes is followed by another one; whoever removes so many wants none. */
const mostMessages = 3;

export async function propose(deps: CarryOutDeps, adId: string, signal: AbortSignal): Promise<void> {
  const ad = await deps.ads.read(adId);
  if (ad?.state !== 'proposing' && ad?.state !== 'choosing') return;
  try {
    await offerIdeas(deps, ad, signal);
  } catch (error) {
    if (signal.aborted || !(error instanceof AppError) || error.code === 'key-erased') throw error;
    await settleFailure(deps, adId, error);
  }
}

async function offerIdeas(deps: CarryOutDeps, ad: Ad, signal: AbortSignal): Promise<void> {
  let now: Ad | null = ad;
  for (let left = mostMessages; now; left -= 1) {
    const conversation = await deps.conversations.read(ad.id);
    if (!conversation) throw new AppError('chat-unavailable', 'A proposed ad has no place.', { retry: 'never' });
    const { address } = conversation;
    const chat = chatFor(deps, address.place.platform);
    const post = conversation.post ?? (await postAgain(deps, chat, { adId: ad.id, address, stage: 'ideas' }));
    const offering = { chat, ad: now, address, post };
    try {
      const isDone = now.state === 'proposing' ? await drawIdeas(deps, offering, signal) : await showIdeas(deps, offering);
      if (isDone) return;
    } catch (error) {
      if (left <= 1 || !(await wasRemoved(deps, chat, { adId: ad.id, stage: 'ideas', error }))) throw error;
    }
    if (left <= 1) throw new AppError('chat-channel-gone', 'The message of an ad is removed every time.', { retry: 'never' });
    // Ideas that nobody saw are drawn once more: their picture went with the message.
    await startAfresh(deps, chat, { adId: ad.id, address, stage: 'ideas' });
    await deps.ads.move(ad.id, ['choosing', 'proposing'], 'proposing');
    now = await deps.ads.read(ad.id);
  }
}

type Offering = { chat: ChatAdapter; ad: Ad; address: Address; post: Post };

/** False where the message is gone. */
async function drawIdeas(deps: CarryOutDeps, { chat, ad, address, post }: Offering, signal: AbortSignal): Promise<boolean> {
  // Under a new message those stand that were to be chosen from; other ones only where they were asked for.
  const drawn = await proposeAd(deps, { ad, again: post.ideas === undefined }, signal);
  if (!drawn)
    throw new AppError('attachment-gone', 'The photos of this ad were forgotten before it was made.', { retry: 'never' });
  const { proposals, sheet } = drawn;
  const fitting = await fitSheet(deps, sheet, chat.limits(address.place).fileBytes, signal);
  const file = sheetFile(wordingIn(address.locale), fitting, proposals.round);
  const picture = await chat.showPicture(post.message, file, journalOf(deps.conversations, ad.id));
  const drawnPost = { ...post, ideas: { picture: { picture, altText: file.altText }, areShown: false } };
  await deps.conversations.savePost(ad.id, drawnPost);
  // Cancelled or erased while it was drawn: whoever did it has already taken everything back.
  if (!(await deps.ads.propose(ad.id, proposals))) return true;
  return showIdeas(deps, { chat, ad: { ...ad, proposals }, address, post: drawnPost });
}

/** Also after a crash, or a failure, between keeping the ideas and showing them. False where the message is gone. */
async function showIdeas(deps: CarryOutDeps, { chat, ad, address, post }: Offering): Promise<boolean> {
  if (!post.ideas || post.ideas.areShown || !ad.proposals) return true;
  const { locale } = address;
  const view = proposalsView(wordingIn(locale), ad.id, ad.proposals, post.ideas.picture, post.notes);
  const edit = { adId: ad.id, message: post.message, view, locale, kind: 'step' as const };
  if ((await editOnTheWay(deps, chat, edit)) === 'gone') return false;
  await deps.conversations.savePost(ad.id, { ...post, ideas: { ...post.ideas, areShown: true } });
  return true;
}

/** The ideas are looked at to choose from: smaller ones do where no larger ones are taken. */
async function fitSheet(deps: CarryOutDeps, sheet: Sheet, mostBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  const { bytes, width, height } = sheet;
  const plan = planFit({ format: 'square', mediaType: 'image/jpeg', width, height, bytes: bytes.length }, mostBytes);
  if (plan.kind === 'as-it-is' || plan.kind === 'too-large') return bytes;
  return (await deps.studio.makeFit(bytes, plan, signal))?.bytes ?? bytes;
}

const sheetFile = (words: Wording, bytes: Uint8Array, round: number): OutgoingFile => ({
  key: `proposals-${round}`,
  name: `proposals_${round}.jpg`,
  title: words.proposals.title,
  mediaType: 'image/jpeg',
  altText: words.proposals.altText,
  length: bytes.length,
  read: () => once(bytes),
});

const problems: Partial<Record<ErrorCode, AdProblem>> = {
  'attachment-gone': 'photo-gone',
  'chat-not-in-channel': 'not-in-channel',
  'chat-not-allowed': 'not-allowed',
  'chat-channel-gone': 'channel-gone',
  'chat-refused': 'delivery-failed',
};

async function settleFailure(deps: CarryOutDeps, adId: string, error: AppError): Promise<void> {
  // What is only away comes back, and the sweeper rings again: that is no failure of this ad.
  if (isAway(error)) throw error;
  const isFinal = error.retry === 'never' || (await deps.ads.countFailure(adId)) >= mostFailures;
  const errorId = deps.newId().slice(0, 6);
  deps.log.warn('ideas could not be shown', { adId, errorId, reason: error.code });
  if (!isFinal) throw new AppError(error.code, 'Proposing failed and is tried again.', { retry: 'later', cause: error });
  const problem = problems[error.code] ?? 'drawing-failed';
  if (await deps.ads.move(adId, ['proposing', 'choosing'], 'failed', { problem, errorId })) await settleAd(deps, adId);
}
