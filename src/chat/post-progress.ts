/** The first message of an ad, which proves that its answer can be delivered. */
import { AppError, type Permission } from '../errors.ts';
import type { Logger } from '../log.ts';
import type { ChatAdapter } from './chat-adapter.ts';
import type { ConversationStore, Post } from './conversation-store.ts';
import type { Locale } from './locale.ts';
import type { PersonRef, Place } from './messages.ts';
import { tellIfPossible } from './tell-if-possible.ts';
import { progressView, retryButton, sayingView } from './views/ad-views.ts';
import { type Wording, wordingIn } from './wording/wording.ts';

/** Posting the first message is the proof that the answer can be delivered; null when it cannot, and the person was told. */
export async function postProgress(
  deps: { conversations: ConversationStore; log: Logger },
  chat: ChatAdapter,
  asked: { adId: string; intakeId: string; person: PersonRef; place: Place; origin: Place; locale: Locale },
): Promise<Post | null> {
  const { adId, place } = asked;
  const wording = wordingIn(asked.locale);
  const known = await deps.conversations.read(adId);
  if (known?.post) return known.post;
  try {
    const message = await chat.post(place, progressView(wording, { adId, stage: 'looking', done: 0 }, null), adId);
    const post: Post = { message, picture: null, told: false, notes: [] };
    await deps.conversations.savePost(adId, post);
    return post;
  } catch (error) {
    const sentence = error instanceof AppError ? notPosted(wording, error) : null;
    if (!sentence) throw error;
    const buttons = sentence.canRetry ? [retryButton(wording, `intake:${asked.intakeId}`)] : [];
    await tellIfPossible(deps, chat, { person: asked.person, place: asked.origin }, sayingView(sentence.words, buttons));
    return null;
  }
}

/** Null for what has nothing to do with the place. */
/** What most likely is missing where the platform does not tell. */
const usuallyLacked: readonly Permission[] = ['post', 'attach-files'];

function notPosted(wording: Wording, { code, lacks }: AppError): { words: string; canRetry: boolean } | null {
  if (code === 'chat-not-in-channel') return { words: wording.notInChannel, canRetry: true };
  if (code === 'chat-not-allowed') return { words: wording.notAllowed(lacks.length > 0 ? lacks : usuallyLacked), canRetry: true };
  if (code === 'chat-direct-closed') return { words: wording.directClosed, canRetry: true };
  if (code === 'chat-channel-gone') return { words: wording.channelGone, canRetry: false };
  return null;
}
