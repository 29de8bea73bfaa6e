/** Use 1, 2, 3 and Other ideas, under the picture of proposals. */
import { placeInQueue } from '../../generation/queue-place.ts';
import { editOnTheWay } from '../edit-on-the-way.ts';
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
  const conversation = await deps.conversations.read(adId);
  if (!conversation?.post) return;
  const { address, post } = conversation;
  const place = stage === 'queued' ? await placeInQueue(deps, adId) : {};
  const view = progressView(words, { adId, stage, done: 0, ...place }, null);
  const edit = { adId, message: post.message, view, locale: address.locale, kind: 'step' as const };
  await editOnTheWay(deps, chatFor(deps, post.message.platform), edit);
}

export const otherIdeas: Deed = async (deps, { request, ad, words }) => {
  if (!(await deps.ads.move(ad.id, ['choosing', 'proposing'], 'proposing'))) return say(deps, request, words.alreadyChosen);
  await showStage(deps, ad.id, words, 'ideas');
  await deps.queue.ring('propose', ad.id);
  return 'done';
};
