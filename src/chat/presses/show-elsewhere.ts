/** More, Share, Take back, and bringing an ad back: who sees a finished ad, and where. */
import { AppError } from '../../errors.ts';
import { askedPrefix, copyPrefix, packPrefix } from '../conversation-store.ts';
import { deliverCopy } from '../deliver-ad.ts';
import type { Place } from '../messages.ts';
import { oblige } from '../obligations.ts';
import { chatFor } from '../start-ad.ts';
import { moreView, othersMoreView } from '../views/ad-views.ts';
import { isForOneAlone, isPrivate } from '../who-sees.ts';
import { type CarryOutDeps, type Deed, isItsAdmin, type Press, say } from './press.ts';

/** Fields of the form that edits an ad; a platform that shows fewer needs a second button for the rest. */
const editFields = 7;

export const showMore: Deed = async (deps, { request, ad, words }) => {
  const conversation = await deps.conversations.read(ad.id);
  if (!conversation || !ad.recipe) return say(deps, request, words.adGone);
  const { address } = conversation;
  const chat = chatFor(deps, request.place.platform);
  const shown = { ...ad, recipe: ad.recipe };
  if (!(await deps.owners.isMember(ad.ownerId, request.person))) {
    const canDelete = await isItsAdmin(deps, ad.id, request.person);
    await chat.tell(request.person, request.place, othersMoreView(words, shown, { canDelete }));
    return 'done';
  }
  const view = moreView(words, shown, {
    canShare: !address.shared && (await isPrivate(deps, address)),
    canSaveBrand: ad.brief.brand.kit === undefined,
    canSaveProduct: (await deps.photos.idsOfAd(ad.id)).length > 0,
    hasShortForms: chat.limits(request.place).formFields < editFields,
  });
  await chat.tell(request.person, request.place, view);
  return 'done';
};

/** Puts a copy into the channel where it was asked. Carried out again after a crash it goes on where it was. */
export const share: Deed = async (deps, { intakeId, request, ad, words }) => {
  const conversation = await deps.conversations.read(ad.id);
  if (!conversation?.post || ad.state !== 'delivered') return say(deps, request, words.notFinished);
  const { address } = conversation;
  if (!(await isPrivate(deps, address))) return say(deps, request, words.isShared);
  try {
    const isOurs = await deliverCopy(deps, chatFor(deps, address.origin.platform), ad, { address, by: intakeId });
    return isOurs ? 'done' : say(deps, request, words.isShared);
  } catch (error) {
    if (!(error instanceof AppError) || error.retry !== 'never') throw error;
    return say(deps, request, words.notShared);
  }
};

/** Out of the channel again: a shared copy goes; an ad that was made there goes to its person alone. */
export const takeBack: Deed = async (deps, press) => {
  const { request, ad, words } = press;
  const conversation = await deps.conversations.read(ad.id);
  if (!conversation?.post || ad.state !== 'delivered') return say(deps, request, words.notFinished);
  const { address, post } = conversation;
  const isCopy = await isPrivate(deps, address);
  const files = (await deps.conversations.files(ad.id)).filter(({ key }) =>
    isCopy ? key.startsWith(copyPrefix) : !key.startsWith(askedPrefix) && !key.startsWith(packPrefix),
  );
  await oblige(deps, deps.newId(), {
    platform: address.origin.platform,
    workspace: address.origin.workspace,
    messages: isCopy ? (address.shared ? [address.shared] : []) : [post.message],
    becomes: 'removed',
    locale: address.locale,
    fileIds: files.map((file) => file.id),
  });
  await deps.conversations.forgetFiles(
    ad.id,
    files.map((file) => file.key),
  );
  if (isCopy) {
    await deps.conversations.saveShared(ad.id, null);
    return 'done';
  }
  const direct = await directOr(deps, press, null);
  // In the channel again it would be what they took it out of.
  if (!direct) return say(deps, request, words.takenBackUnseen);
  await showIn(deps, press, direct);
  return 'done';
};

/** Shows a finished ad anew: where it is asked, or to the person alone when only they were to see it. */
export const showAd: Deed = async (deps, press) => {
  const { request, ad, words } = press;
  const conversation = await deps.conversations.read(ad.id);
  if (!conversation || ad.state !== 'delivered') return say(deps, request, words.notFinished);
  const { address } = conversation;
  const isAlone = await isForOneAlone(deps, address);
  await showIn(deps, press, isAlone ? await directOr(deps, press, address.place) : { ...request.place, thread: null });
  return 'done';
};

async function showIn(deps: CarryOutDeps, { ad }: Press, place: Place): Promise<void> {
  await deps.conversations.moveTo(ad.id, place);
  if (await deps.ads.move(ad.id, ['delivered'], 'showing')) await deps.queue.ring('deliver', ad.id);
}

async function directOr<Otherwise>(deps: CarryOutDeps, { request }: Press, otherwise: Otherwise): Promise<Place | Otherwise> {
  try {
    return await chatFor(deps, request.person.platform).openDirect(request.person);
  } catch (error) {
    if (error instanceof AppError && error.code === 'chat-direct-closed') return otherwise;
    throw error;
  }
}
