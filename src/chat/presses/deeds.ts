/** Every button an ad can carry: who may press it, and what it does. */
import type { ActionId } from '../messages.ts';
import { anotherLook, makeVideo, wholePhoto } from './change-ad.ts';
import { otherIdeas, useProposal } from './choose-proposal.ts';
import { cancelAd, deleteAd } from './end-ad.ts';
import { getFiles } from './get-files.ts';
import type { Deed } from './press.ts';
import { share, showAd, showMore, takeBack } from './show-elsewhere.ts';
import { tryAgain } from './try-again.ts';

/** `form`: the button opens a form instead, and what is pressed never arrives as a deed. */
export type Pressable = { who: 'owner' | 'anyone'; deed: Deed | 'form' };

export const pressables: Record<ActionId, Pressable> = {
  'use-proposal': { who: 'owner', deed: useProposal },
  'other-ideas': { who: 'owner', deed: otherIdeas },
  'another-look': { who: 'owner', deed: anotherLook },
  'edit-text': { who: 'owner', deed: 'form' },
  'make-video': { who: 'owner', deed: makeVideo },
  'get-files': { who: 'anyone', deed: getFiles },
  more: { who: 'owner', deed: showMore },
  share: { who: 'owner', deed: share },
  'take-back': { who: 'owner', deed: takeBack },
  'show-ad': { who: 'owner', deed: showAd },
  'edit-rest': { who: 'owner', deed: 'form' },
  'whole-photo': { who: 'owner', deed: wholePhoto },
  'delete-ad': { who: 'owner', deed: deleteAd },
  'cancel-ad': { who: 'owner', deed: cancelAd },
  retry: { who: 'owner', deed: tryAgain },
};
