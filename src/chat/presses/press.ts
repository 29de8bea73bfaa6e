/** What a press of a button on an ad has in its hands. */
import type { OwnerStore } from '../../accounts/owners.ts';
import type { SettingsStore } from '../../accounts/settings.ts';
import type { KitStore } from '../../brand/kit-store.ts';
import type { ProductStore } from '../../brand/product.ts';
import { AppError } from '../../errors.ts';
import type { Ad } from '../../generation/ad.ts';
import type { Archiver } from '../../generation/pack/archiver.ts';
import type { Studio } from '../../generation/ports.ts';
import type { ProposeDeps } from '../../generation/propose-ad.ts';
import type { ConsentStore } from '../../privacy/consent.ts';
import type { PartnerHere } from '../../privacy/partners.ts';
import type { PrivacyRequestStore } from '../../privacy/privacy-request.ts';
import type { NoteUsage } from '../../usage/usage.ts';
import { isApprover } from '../approve.ts';
import { channelKey } from '../channel-key.ts';
import type { Address } from '../conversation-store.ts';
import type { IntakeStore } from '../intake-store.ts';
import type { Button, PersonRef } from '../messages.ts';
import type { PressRequest } from '../requests.ts';
import type { SettleDeps } from '../settle-ad.ts';
import type { Shelf } from '../shelf.ts';
import { chatFor, type StartDeps } from '../start-ad.ts';
import { sayingView } from '../views/ad-views.ts';
import { type Wording, wordingIn } from '../wording/wording.ts';

export type CarryOutDeps = StartDeps &
  SettleDeps &
  Pick<ProposeDeps, 'studio'> & {
    intakes: IntakeStore;
    owners: OwnerStore;
    settings: SettingsStore;
    archiver: Pick<Archiver, 'zip'>;
    kits: KitStore;
    products: ProductStore;
    studio: Pick<Studio, 'prepareLogo'>;
    shelf: Pick<Shelf, 'forget'>;
    privacyRequests: PrivacyRequestStore;
    consents: ConsentStore;
    partners: readonly PartnerHere[];
    noteUsage: NoteUsage;
  };

/** How a request ended: carried out, or told in words that it could not be. */
export type Settled = 'done' | 'refused';

/** `argument`: what stands behind the ad's id in the button's value, e.g. which proposal. */
export type Press = { intakeId: string; request: PressRequest; ad: Ad; argument: string; words: Wording; signal: AbortSignal };

export type Deed = (deps: CarryOutDeps, press: Press) => Promise<Settled>;

/** Says one sentence to the person alone. */
export async function say(
  deps: Pick<CarryOutDeps, 'chatOf'>,
  request: Pick<PressRequest, 'person' | 'place'>,
  sentence: string,
  buttons: Button[] = [],
): Promise<'refused'> {
  await chatFor(deps, request.place.platform).tell(request.person, request.place, sayingView(sentence, buttons));
  return 'refused';
}

/** The ad, unless it is gone or going, or not for this person to change: then null, and the person was told. */
export async function adFor(
  deps: CarryOutDeps,
  request: Pick<PressRequest, 'person' | 'place' | 'locale'>,
  adId: string,
  who: 'owner' | 'anyone',
): Promise<Ad | null> {
  const words = wordingIn(request.locale);
  const ad = await deps.ads.read(adId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'key-erased') return null;
    throw error;
  });
  if (!ad || ad.state === 'erasing') {
    await say(deps, request, words.adGone);
    return null;
  }
  const isOwner = await deps.owners.isMember(ad.ownerId, request.person);
  if (isOwner || (who === 'anyone' && (await isSeenBy(deps, ad, request.person)))) return ad;
  await say(deps, request, words.notYours);
  return null;
}

/** Whether it stands in a channel of this person's own workspace. */
async function isSeenBy(deps: CarryOutDeps, ad: Ad, person: PersonRef): Promise<boolean> {
  const address = (await deps.conversations.read(ad.id))?.address;
  if (!address) return false;
  const { origin, shared } = address;
  const isSameWorkspace = origin.platform === person.platform && origin.workspace === person.workspace;
  return isApprover(ad, person) || (isSameWorkspace && (!isPrivate(address) || shared !== null));
}

/** Only the person sees it: the answer went elsewhere than where it was asked. */
export const isPrivate = ({ place, origin }: Address): boolean => channelKey(place) !== channelKey(origin);
