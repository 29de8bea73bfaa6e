/** Cancel and Delete, by the ad's own person or by an admin. Pressed twice, or carried out again after a crash, each is still the same. */
import { AppError } from '../../errors.ts';
import { adStates, openStates } from '../../generation/ad.ts';
import type { Place } from '../messages.ts';
import { settleAd } from '../settle-ad.ts';
import { chatFor } from '../start-ad.ts';
import { sayingView } from '../views/ad-views.ts';
import { titleOf } from '../views/library-view.ts';
import { type Wording, wordingIn } from '../wording/wording.ts';
import { type CarryOutDeps, type Deed, type Press, say } from './press.ts';

export const cancelAd: Deed = async (deps, press) => {
  const { request, ad, words } = press;
  const isOwn = await deps.owners.isMember(ad.ownerId, request.person);
  if (!(await deps.ads.move(ad.id, [...openStates, 'cancelled'], 'cancelled'))) return say(deps, request, words.cancelTooLate);
  if (!isOwn) await tellOwner(deps, press, ({ team }) => team.stoppedForYou(titleOf(ad)));
  await settleAd(deps, ad.id);
  if (!isOwn) await say(deps, request, words.team.stopped);
  return 'done';
};

export const deleteAd: Deed = async (deps, press) => {
  const { request, ad, words } = press;
  const isOwn = await deps.owners.isMember(ad.ownerId, request.person);
  await deps.ads.move(ad.id, adStates, 'erasing');
  if (!isOwn) await tellOwner(deps, press, ({ team }) => team.removedForYou(titleOf(ad)));
  await settleAd(deps, ad.id);
  if (!isOwn) await say(deps, request, words.team.removed);
  return 'done';
};

/** Before the ad goes, and with it who its person is. In their direct messages, where it stays until they look. */
async function tellOwner(deps: CarryOutDeps, { intakeId, ad }: Press, sentence: (words: Wording) => string): Promise<void> {
  const address = (await deps.conversations.read(ad.id))?.address;
  // Nobody is known of an ad that was handed over to the workspace.
  if (!address || address.person.person === '') return;
  const chat = chatFor(deps, address.person.platform);
  const view = sayingView(sentence(wordingIn(address.locale)));
  try {
    const direct: Place = await chat.openDirect(address.person);
    await chat.post(direct, view, intakeId.slice(0, 25));
  } catch (error) {
    // Nobody has to be reachable for an admin to act.
    if (!(error instanceof AppError) || error.retry === 'later') throw error;
    deps.log.info('the person of an ad could not be told that an admin ended it', { reason: error.code });
  }
}
