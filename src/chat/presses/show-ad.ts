/** Bringing an ad back: a finished one with its files, ideas to choose from, a failure with Retry. */
import { AppError } from '../../errors.ts';
import { type Address, isOfMessage, type Post } from '../conversation-store.ts';
import { deliverOwnCopy } from '../deliver-ad.ts';
import type { Place } from '../messages.ts';
import { oblige } from '../obligations.ts';
import { chatFor } from '../start-ad.ts';
import { failureView, progressView } from '../views/ad-views.ts';
import { isForOneAlone, isInDirect, standsInChannel } from '../who-sees.ts';
import { type CarryOutDeps, type Deed, type Press, type Settled, say } from './press.ts';

/** Where it is asked, or to the person alone when only they were to see it. */
export const showAd: Deed = async (deps, press) => {
  const { request, ad, words } = press;
  const conversation = await deps.conversations.read(ad.id);
  if (!conversation) return say(deps, request, words.notFinished);
  const { address } = conversation;
  const isAlone = await isForOneAlone(deps, address);
  // What others see stays where they see it.
  const staysThere = !isAlone && (await isInDirect(deps, request.place)) && (await standsInChannel(deps, address));
  const place = isAlone ? await directOr(deps, press, address.place) : { ...request.place, thread: null };
  switch (ad.state) {
    case 'delivered':
      return staysThere ? showCopy(deps, press, address, place) : showIn(deps, ad.id, place);
    case 'choosing':
    case 'failed':
      return showUnfinished(deps, press, conversation, staysThere ? address.place : place);
    default:
      return say(deps, request, words.notFinished);
  }
};

async function showCopy(
  deps: CarryOutDeps,
  { intakeId, request, ad, words }: Press,
  address: Address,
  place: Place,
): Promise<Settled> {
  try {
    await deliverOwnCopy(deps, chatFor(deps, place.platform), ad, { address, by: intakeId, place });
    return 'done';
  } catch (error) {
    if (!(error instanceof AppError) || error.retry !== 'never') throw error;
    return say(deps, request, words.notShown);
  }
}

export async function showIn(deps: CarryOutDeps, adId: string, place: Place): Promise<Settled> {
  await deps.conversations.moveTo(adId, place);
  if (await deps.ads.move(adId, ['delivered'], 'showing')) await deps.queue.ring('deliver', adId);
  return 'done';
}

/** A new message takes the place of the one before, which may have been removed. Posted first: it may be that nothing can be posted there. */
async function showUnfinished(
  deps: CarryOutDeps,
  { intakeId, request, ad, words }: Press,
  { address, post }: { address: Address; post: Post | null },
  place: Place,
): Promise<Settled> {
  const isFailed = ad.state === 'failed';
  const view = isFailed ? failureView(words, ad) : progressView(words, { adId: ad.id, stage: 'ideas', done: 0 }, null);
  const chat = chatFor(deps, place.platform);
  const message = await chat.post(place, view, `show ${intakeId}`).catch(refusedAsNull);
  if (!message) return say(deps, request, words.notShown);
  const files = (await deps.conversations.files(ad.id)).filter(({ key }) => isOfMessage(key));
  await oblige(deps, deps.newId(), {
    platform: address.place.platform,
    workspace: address.place.workspace,
    messages: post ? [post.message] : [],
    becomes: 'removed',
    locale: address.locale,
    fileIds: files.map(({ id }) => id),
  });
  await deps.conversations.moveTo(ad.id, place);
  await deps.conversations.savePost(ad.id, { message, picture: null, told: isFailed, notes: post?.notes ?? [] });
  // The ideas are drawn once more: their picture went with the message.
  if (!isFailed && (await deps.ads.move(ad.id, ['choosing'], 'proposing'))) await deps.queue.ring('propose', ad.id);
  return place.channel === request.place.channel ? 'done' : say(deps, request, words.shownWhereAsked);
}

function refusedAsNull(error: unknown): null {
  if (error instanceof AppError && error.retry === 'never') return null;
  throw error;
}

export async function directOr<Otherwise>(
  deps: CarryOutDeps,
  { request }: Press,
  otherwise: Otherwise,
): Promise<Place | Otherwise> {
  try {
    return await chatFor(deps, request.person.platform).openDirect(request.person);
  } catch (error) {
    if (error instanceof AppError && error.code === 'chat-direct-closed') return otherwise;
    throw error;
  }
}
