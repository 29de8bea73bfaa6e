/** More: what else can be done with an ad, to whoever pressed it. */
import { chatFor } from '../start-ad.ts';
import { moreView, othersMoreView } from '../views/ad-views.ts';
import { isPrivate } from '../who-sees.ts';
import { type Deed, isItsAdmin, say } from './press.ts';

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
