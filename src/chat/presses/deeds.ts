/** Every button that ads and lists can carry: who may press it, and what it does. */
import { joinIdentities } from '../account/join-press.ts';
import { approve } from '../approve.ts';
import type { ActionId } from '../messages.ts';
import { confirmRequest, denyRequest } from '../privacy/by-mail/confirm-in-chat.ts';
import { giveConsent, withdrawConsent } from '../privacy/consent-presses.ts';
import { exportData } from '../privacy/start-request.ts';
import { deleteKit, deleteProduct, type ShelfDeed, useKit, useUsualKit } from './brand-presses.ts';
import { anotherLook, cutOut, makeVideo, wholePhoto } from './change-ad.ts';
import { otherIdeas, useProposal } from './choose-proposal.ts';
import { cancelAd, deleteAd } from './end-ad.ts';
import { getFiles } from './get-files.ts';
import type { Deed, Presser } from './press.ts';
import { share, takeBack } from './share-ad.ts';
import { showAd } from './show-ad.ts';
import { showMore } from './show-more.ts';
import { tryAgain } from './try-again.ts';

/** `form`: the button opens a form instead, and what is pressed never arrives as a deed. */
export type Pressable = (
  | { who: Presser; deed: Deed | 'form' }
  /** Not about an ad: the deed looks itself who may. */
  | { who: 'itself'; deed: ShelfDeed | 'form' }
) & {
  /** Asks for leave first: it makes a new ad, or takes work or room otherwise. Absent: neither. */
  makes?: 'ad' | 'something';
};

export const pressables: Record<ActionId, Pressable> = {
  'make-ad': { who: 'itself', deed: 'form' },
  'open-settings': { who: 'itself', deed: 'form' },
  'use-proposal': { who: 'owner', deed: useProposal },
  'other-ideas': { who: 'owner', deed: otherIdeas, makes: 'something' },
  'another-look': { who: 'owner', deed: anotherLook, makes: 'ad' },
  'edit-text': { who: 'owner', deed: 'form' },
  'make-video': { who: 'owner', deed: makeVideo, makes: 'ad' },
  'get-files': { who: 'anyone', deed: getFiles },
  more: { who: 'anyone', deed: showMore },
  share: { who: 'owner', deed: share },
  'take-back': { who: 'owner', deed: takeBack },
  'show-ad': { who: 'owner', deed: showAd },
  'edit-rest': { who: 'owner', deed: 'form' },
  'same-ad-in': { who: 'owner', deed: 'form' },
  'ask-approval': { who: 'owner', deed: 'form' },
  approve: { who: 'anyone', deed: approve },
  'request-changes': { who: 'anyone', deed: 'form' },
  'whole-photo': { who: 'owner', deed: wholePhoto, makes: 'ad' },
  'cut-out': { who: 'owner', deed: cutOut, makes: 'ad' },
  'delete-ad': { who: 'admin', deed: deleteAd },
  'cancel-ad': { who: 'admin', deed: cancelAd },
  retry: { who: 'owner', deed: tryAgain, makes: 'something' },
  'new-kit': { who: 'itself', deed: 'form' },
  'edit-kit': { who: 'itself', deed: 'form' },
  'edit-kit-rest': { who: 'itself', deed: 'form' },
  'use-kit': { who: 'itself', deed: useKit, makes: 'something' },
  'use-usual-kit': { who: 'itself', deed: useUsualKit, makes: 'something' },
  'delete-kit': { who: 'itself', deed: deleteKit },
  'save-brand': { who: 'owner', deed: 'form' },
  'save-product': { who: 'owner', deed: 'form' },
  'delete-product': { who: 'itself', deed: deleteProduct },
  'export-data': { who: 'itself', deed: exportData },
  'give-consent': { who: 'itself', deed: giveConsent },
  'withdraw-consent': { who: 'itself', deed: withdrawConsent },
  'join-identities': { who: 'itself', deed: joinIdentities },
  'confirm-request': { who: 'itself', deed: confirmRequest },
  'deny-request': { who: 'itself', deed: denyRequest },
  'make-own': { who: 'anyone', deed: 'form' },
  'sample-ad': { who: 'itself', deed: 'form' },
  'workspace-rules': { who: 'itself', deed: 'form' },
};
