/** Retry: draws a failed ad once more, under a new message: the old one has said its last word. */
import { enqueue } from '../enqueue.ts';
import { chatFor } from '../start-ad.ts';
import { progressView, retryButton } from '../views/ad-views.ts';
import { type CarryOutDeps, type Deed, type Press, say } from './press.ts';

export const tryAgain: Deed = async (deps, press) => {
  const { request, ad, words } = press;
  if ((await deps.photos.idsOfAd(ad.id)).length === 0)
    return say(deps, request, words.photoForgottenAfterFailure, [retryButton(words, `ad:${ad.id}`)]);
  await deps.ads.move(ad.id, ['failed'], 'queued', { failures: 0 });
  await renewMessage(deps, press);
  await enqueue(deps, ad.id);
  return 'done';
};

/** Of two presses at once one puts its message in the place of the failure; the other's goes. A crash on the way is made good by the next try, which finds the failure still told. */
async function renewMessage(deps: CarryOutDeps, { intakeId, ad, words }: Press): Promise<void> {
  const [now, conversation] = [await deps.ads.read(ad.id), await deps.conversations.read(ad.id)];
  if (now?.state !== 'queued' || !conversation?.post?.told) return;
  const { address } = conversation;
  const chat = chatFor(deps, address.place.platform);
  const view = progressView(words, { adId: ad.id, stage: 'queued', done: 0, ahead: 0 }, null);
  const message = await chat.post(address.place, view, `again ${intakeId}`);
  const renewed = { message, picture: null, told: false, notes: conversation.post.notes };
  const isFirst = await deps.conversations.replacePost(ad.id, conversation.post.message, renewed);
  await chat.remove(isFirst ? conversation.post.message : message);
}
