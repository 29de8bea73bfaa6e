/** Shows how far an ad is: edits its one message, with the first finished picture as soon as there is one. */
import type { AdStore, StepStore } from '../generation/ad.ts';
import { type ContentDeps, readCreative } from '../generation/contents.ts';
import type { Progress, ReportProgress } from '../generation/progress.ts';
import type { Logger } from '../log.ts';
import type { ChatAdapter, FileJournal, OutgoingFile } from './chat-adapter.ts';
import type { ConversationStore, Post } from './conversation-store.ts';
import { editOnTheWay } from './edit-on-the-way.ts';
import type { ShownPicture } from './messages.ts';
import { outgoingFile } from './outgoing-file.ts';
import { progressView } from './views/ad-views.ts';
import { wordingIn } from './wording/wording.ts';

export type ChatOf = (platform: string) => ChatAdapter | undefined;

export type ShowDeps = ContentDeps & {
  ads: Pick<AdStore, 'read'>;
  conversations: ConversationStore;
  steps: Pick<StepStore, 'creatives'>;
  chatOf: ChatOf;
  log: Logger;
};

/** One edit at a time per ad; a newer state replaces one that still waits. `delivering` resolves when all before it is shown. */
export function createShowProgress(deps: ShowDeps): ReportProgress {
  const waiting = new Map<string, Progress>();
  const running = new Map<string, Promise<void>>();

  const drain = async (adId: string): Promise<void> => {
    for (let next = waiting.get(adId); next; next = waiting.get(adId)) {
      waiting.delete(adId);
      await show(deps, next).catch((error: unknown) =>
        deps.log.debug('progress could not be shown', { adId, reason: error instanceof Error ? error.name : 'unknown' }),
      );
    }
    running.delete(adId);
  };

  return async (progress) => {
    const { adId } = progress;
    const before = waiting.get(adId);
    const finished = before?.finished ?? progress.finished;
    waiting.set(adId, finished ? { ...progress, finished } : progress);
    let shown = running.get(adId);
    if (!shown) {
      shown = drain(adId);
      running.set(adId, shown);
    }
    if (progress.stage === 'delivering') await shown;
  };
}

async function show(deps: ShowDeps, progress: Progress): Promise<void> {
  const conversation = await deps.conversations.read(progress.adId);
  if (!conversation?.post) return;
  const chat = deps.chatOf(conversation.post.message.platform);
  if (!chat) return;
  let post = conversation.post;
  if (!post.picture && progress.finished) {
    const picture = await showPreview(deps, chat, progress.adId, progress.finished.creativeId, post);
    if (picture) {
      post = { ...post, picture };
      await deps.conversations.savePost(progress.adId, post);
    }
  }
  const { locale } = conversation.address;
  const view = progressView(wordingIn(locale), progress, post.picture);
  await editOnTheWay(deps, chat, { adId: progress.adId, message: post.message, view, locale, kind: 'progress' });
}

/** Null where it is not a picture, or too large for the place: then the result shows it smaller. */
async function showPreview(
  deps: ShowDeps,
  chat: ChatAdapter,
  adId: string,
  creativeId: string,
  post: Post,
): Promise<ShownPicture | null> {
  const creative = (await deps.steps.creatives(adId)).find((one) => one.id === creativeId);
  if (!creative?.mediaType.startsWith('image/') || creative.bytes > chat.limits(post.message).fileBytes) return null;
  return showFile(
    deps,
    chat,
    adId,
    outgoingFile(creative, () => readCreative(deps, creative)),
    post,
  );
}

export async function showFile(
  { conversations }: Pick<ShowDeps, 'conversations'>,
  chat: ChatAdapter,
  adId: string,
  file: OutgoingFile,
  post: Post,
): Promise<ShownPicture> {
  const picture = await chat.showPicture(post.message, { ...file, key: 'preview' }, journalOf(conversations, adId));
  return { picture, altText: file.altText };
}

export const journalOf = (conversations: ConversationStore, adId: string): FileJournal => ({
  find: (key) => conversations.findFile(adId, key),
  remember: (key, fileId) => conversations.rememberFile(adId, key, fileId),
});
