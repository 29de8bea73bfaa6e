/** Cancel and Delete. Pressed twice, or carried out again after a crash, each is still the same. */
import { adStates, openStates } from '../../generation/ad.ts';
import { settleAd } from '../settle-ad.ts';
import { type Deed, say } from './press.ts';

export const cancelAd: Deed = async (deps, { request, ad, words }) => {
  if (!(await deps.ads.move(ad.id, [...openStates, 'cancelled'], 'cancelled'))) return say(deps, request, words.cancelTooLate);
  await settleAd(deps, ad.id);
  return 'done';
};

export const deleteAd: Deed = async (deps, { ad }) => {
  await deps.ads.move(ad.id, adStates, 'erasing');
  await settleAd(deps, ad.id);
  return 'done';
};
