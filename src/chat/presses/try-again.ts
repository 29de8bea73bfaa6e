/** Retry: draws a failed ad once more, under a new message: the old one has said its last word. */
import { enqueue } from '../enqueue.ts';
import { chatFor } from '../start-ad.ts';
import { progressView, retryButton } from '../views/ad-views.ts';
import { type CarryOutDeps, type Deed, type Press, say } from './press.ts';

export const tryAgain: Deed = async (deps, press) => {
  const { request, ad, words } = press;
  if ((await deps.photos.idsOfAd(ad.id)).length === 0)
    return say(deps, request, words.photoForgottenAfterFailure, [retryButton(words, `ad:${ad.id}`)]);
  if (ad.state === 'failed') await renewMessage(deps, press);
  await deps.ads.move(ad.id, ['failed'], 'queued', { failures: 0 });
  await enqueue(deps, ad.id);
  return 'done';
};

async function renewMessage(deps: CarryOutDeps, { ad, words }: Press): Promise<void> {
  const conversation = await deps.conversations.read(ad.id);
  if (!conversation) return;
  const { address, post } = conversation;
  const chat = chatFor(deps, address.place.platform);
  if (post) await chat.remove(post.message);
  const view = progressView(words, { adId: ad.id, stage: 'queued', done: 0, ahead: 0 }, null);
  const message = await chat.post(address.place, view, deps.newId());
  await deps.conversations.savePost(ad.id, { message, picture: null, told: false, notes: post?.notes ?? [] });
}
