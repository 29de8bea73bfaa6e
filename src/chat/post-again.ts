/** The ad's next message, where somebody removed the one before, or it is shown in another place. */
import { AppError } from '../errors.ts';
import type { Stage } from '../generation/progress.ts';
import type { ChatAdapter } from './chat-adapter.ts';
import { type Address, type ConversationStore, isOfMessage, type Post } from './conversation-store.ts';
import type { MessageView } from './messages.ts';
import { progressView } from './views/ad-views.ts';
import { wordingIn } from './wording/wording.ts';

type Conversations = { conversations: ConversationStore };

const stageView = (adId: string, stage: Stage, { locale }: Address): MessageView =>
  progressView(wordingIn(locale), { adId, stage, done: stage === 'delivering' ? 1 : 0 }, null);

/** Who asked to see it elsewhere needs no notice that it is ready. */
export async function postAgain(
  { conversations }: Conversations,
  chat: ChatAdapter,
  { adId, address, stage }: { adId: string; address: Address; stage: Stage },
): Promise<Post> {
  const message = await chat.post(address.place, stageView(adId, stage, address), `${adId} ${address.earlier.length}`);
  const post: Post = { message, picture: null, told: address.earlier.length > 0, notes: [] };
  await conversations.savePost(adId, post);
  return post;
}

/** What a platform refuses for good may be due to a message that is not there any more: asked by showing `stage` once more. */
export async function wasRemoved(
  { conversations }: Conversations,
  chat: ChatAdapter,
  { adId, stage, error }: { adId: string; stage: Stage; error: unknown },
): Promise<boolean> {
  if (!(error instanceof AppError) || error.retry !== 'never') return false;
  const now = await conversations.read(adId);
  if (!now?.post) return false;
  return (await chat.update(now.post.message, stageView(adId, stage, now.address), 'step')) === 'gone';
}

/**
 * Another message in place of one that is gone. Files without their message say nothing to anybody: they go, and are sent
 * again. Posted before the old one is forgotten: where nothing can be posted, there must be something to tell it by.
 */
export async function startAfresh(
  { conversations }: Conversations,
  chat: ChatAdapter,
  { adId, address, stage }: { adId: string; address: Address; stage: Stage },
): Promise<void> {
  const files = (await conversations.files(adId)).filter(({ key }) => isOfMessage(key)).map(({ id }) => id);
  const message = await chat.post(address.place, stageView(adId, stage, address), `${adId} ${address.earlier.length + 1}`);
  await chat.removeFiles(address.place.workspace, [...new Set(files)]);
  const notes = (await conversations.read(adId))?.post?.notes ?? [];
  await conversations.moveTo(adId, address.place);
  await conversations.savePost(adId, { message, picture: null, told: false, notes });
}
