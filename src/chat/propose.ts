/** The `propose` job: three ideas in the ad's one message, and the buttons to choose. Safe to repeat at any point. */
import { AppError } from '../errors.ts';
import type { Ad } from '../generation/ad.ts';
import { once } from '../generation/contents.ts';
import { proposeAd, type Sheet } from '../generation/propose-ad.ts';
import type { OutgoingFile } from './chat-adapter.ts';
import type { CarryOutDeps } from './presses/press.ts';
import { settleAd } from './settle-ad.ts';
import { journalOf } from './show-progress.ts';
import { chatFor } from './start-ad.ts';
import { proposalsView } from './views/proposals-view.ts';
import { type Wording, wordingIn } from './wording/wording.ts';

/** Orderly failures before giving up; a crash of the whole program does not count. */
const mostFailures = 4;

export async function propose(deps: CarryOutDeps, adId: string, signal: AbortSignal): Promise<void> {
  const ad = await deps.ads.read(adId);
  if (ad?.state !== 'proposing') return;
  try {
    await showIdeas(deps, ad, signal);
  } catch (error) {
    if (signal.aborted || !(error instanceof AppError) || error.code === 'key-erased') throw error;
    await settleFailure(deps, adId, error);
  }
}

async function showIdeas(deps: CarryOutDeps, ad: Ad, signal: AbortSignal): Promise<void> {
  const conversation = await deps.conversations.read(ad.id);
  if (!conversation?.post) throw new AppError('chat-unavailable', 'A proposed ad has no message.', { retry: 'never' });
  const { address, post } = conversation;
  const words = wordingIn(address.locale);
  const chat = chatFor(deps, address.place.platform);
  const drawn = await proposeAd(deps, ad, signal);
  if (!drawn)
    throw new AppError('attachment-gone', 'The photos of this ad were forgotten before it was made.', { retry: 'never' });
  const { proposals, sheet } = drawn;
  const file = sheetFile(words, sheet, proposals.round);
  const picture = {
    picture: await chat.showPicture(post.message, file, journalOf(deps.conversations, ad.id)),
    altText: file.altText,
  };
  // Cancelled or erased while it was drawn: whoever did it has already taken everything back.
  if (!(await deps.ads.propose(ad.id, proposals))) return;
  await chat.update(post.message, proposalsView(words, ad.id, proposals, picture, post.notes), 'step');
}

const sheetFile = (words: Wording, sheet: Sheet, round: number): OutgoingFile => ({
  key: `proposals-${round}`,
  name: `proposals_${round}.jpg`,
  title: words.proposals.title,
  mediaType: 'image/jpeg',
  altText: words.proposals.altText,
  length: sheet.bytes.length,
  read: () => once(sheet.bytes),
});

async function settleFailure(deps: CarryOutDeps, adId: string, error: AppError): Promise<void> {
  const isFinal = error.retry === 'never' || (await deps.ads.countFailure(adId)) >= mostFailures;
  const errorId = deps.newId().slice(0, 6);
  deps.log.warn('ideas could not be shown', { adId, errorId, reason: error.code });
  if (!isFinal) throw new AppError(error.code, 'Proposing failed and is tried again.', { retry: 'later', cause: error });
  const problem = error.code === 'attachment-gone' ? 'photo-gone' : 'drawing-failed';
  if (await deps.ads.move(adId, ['proposing'], 'failed', { problem, errorId })) await settleAd(deps, adId);
}
