/** Use 1, 2, 3 and Other ideas, under the picture of proposals. */
import { chatFor, enqueue } from '../start-ad.ts';
import { progressView } from '../views/ad-views.ts';
import { type Deed, say } from './press.ts';

export const useProposal: Deed = async (deps, { request, ad, argument, words }) => {
  const recipe = ad.proposals?.recipes[Number(argument) - 1];
  if (ad.state === 'queued' || !recipe || !(await deps.ads.choose(ad.id, recipe))) {
    // Pressed twice, or carried out again after a crash: the first press counts.
    const now = await deps.ads.read(ad.id);
    if (now?.state !== 'queued') return say(deps, request, words.alreadyChosen);
  }
  await enqueue(deps, ad.id);
  return 'done';
};

export const otherIdeas: Deed = async (deps, { request, ad, words }) => {
  if (!(await deps.ads.move(ad.id, ['choosing', 'proposing'], 'proposing'))) return say(deps, request, words.alreadyChosen);
  const conversation = await deps.conversations.read(ad.id);
  if (conversation?.post) {
    const view = progressView(words, { adId: ad.id, stage: 'ideas', done: 0 }, null);
    await chatFor(deps, conversation.post.message.platform).update(conversation.post.message, view, 'step');
  }
  await deps.queue.ring('propose', ad.id);
  return 'done';
};
