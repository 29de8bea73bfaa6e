/** Use 1, 2, 3 and Other ideas, under the picture of proposals. */
import { placeInQueue } from '../../generation/queue-place.ts';
import { enqueue } from '../enqueue.ts';
import { chatFor } from '../start-ad.ts';
import { progressView } from '../views/ad-views.ts';
import type { Wording } from '../wording/wording.ts';
import { type CarryOutDeps, type Deed, say } from './press.ts';

export const useProposal: Deed = async (deps, { request, ad, argument, words }) => {
  const recipe = ad.proposals?.recipes[Number(argument) - 1];
  if (ad.state === 'queued' || !recipe || !(await deps.ads.choose(ad.id, recipe))) {
    // Pressed twice, or carried out again after a crash: the first press counts.
    const now = await deps.ads.read(ad.id);
    if (now?.state !== 'queued') return say(deps, request, words.alreadyChosen);
  }
  await showStage(deps, ad.id, words, 'queued');
  await enqueue(deps, ad.id);
  return 'done';
};

/** The buttons that were pressed must go at once: this edit waits its turn instead of being dropped. */
async function showStage(deps: CarryOutDeps, adId: string, words: Wording, stage: 'queued' | 'ideas'): Promise<void> {
  const post = (await deps.conversations.read(adId))?.post;
  if (!post) return;
  const place = stage === 'queued' ? await placeInQueue(deps, adId) : {};
  const view = progressView(words, { adId, stage, done: 0, ...place }, null);
  await chatFor(deps, post.message.platform).update(post.message, view, 'step');
}

export const otherIdeas: Deed = async (deps, { request, ad, words }) => {
  if (!(await deps.ads.move(ad.id, ['choosing', 'proposing'], 'proposing'))) return say(deps, request, words.alreadyChosen);
  await showStage(deps, ad.id, words, 'ideas');
  await deps.queue.ring('propose', ad.id);
  return 'done';
};
