/** What a press of a button on an ad has in its hands. */
import type { AccountStore } from '../../accounts/account.ts';
import type { JoinDeps } from '../../accounts/join-identities.ts';
import type { OwnerStore } from '../../accounts/owners.ts';
import type { SettingsStore } from '../../accounts/settings.ts';
import type { WorkspaceRulesStore } from '../../accounts/workspace-rules.ts';
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
import { type AccessDeps, isAdmin } from '../access.ts';
import type { IntakeStore } from '../intake-store.ts';
import type { Button, PersonRef } from '../messages.ts';
import type { PressRequest } from '../requests.ts';
import type { RulesAtHand } from '../rules-at-hand.ts';
import type { SettleDeps } from '../settle-ad.ts';
import type { Shelf } from '../shelf.ts';
import { chatFor, type StartDeps } from '../start-ad.ts';
import { sayingView } from '../views/ad-views.ts';
import { isOf, isSeenBy, notTheirs } from '../who-sees.ts';
import { type Wording, wordingIn } from '../wording/wording.ts';

export type CarryOutDeps = StartDeps &
  SettleDeps &
  AccessDeps &
  Pick<ProposeDeps, 'studio'> & {
    intakes: IntakeStore;
    owners: OwnerStore;
    settings: SettingsStore;
    archiver: Pick<Archiver, 'zip'>;
    kits: KitStore;
    products: ProductStore;
    studio: Pick<Studio, 'prepareLogo' | 'checkFont' | 'showFilm'>;
    shelf: Pick<Shelf, 'forget'>;
    privacyRequests: PrivacyRequestStore;
    consents: ConsentStore;
    partners: readonly PartnerHere[];
    joining: JoinDeps;
    accounts: AccountStore;
    noteUsage: NoteUsage;
    rules: RulesAtHand;
    workspaceRules: Pick<WorkspaceRulesStore, 'isWelcomed' | 'noteWelcomed'>;
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

/** `admin`: also admins of its workspace, who may take it away without seeing it. `anyone`: whoever sees it. */
export type Presser = 'owner' | 'admin' | 'anyone';

/** The ad, unless it is gone or going, or not for this person: then null, and the person was told. */
export async function adFor(
  deps: CarryOutDeps,
  request: Pick<PressRequest, 'person' | 'place' | 'locale'>,
  adId: string,
  who: Presser,
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
  if (await mayPress(deps, ad, request.person, who)) return ad;
  await say(deps, request, await notTheirs(deps, words, ad, request.person));
  return null;
}

async function mayPress(deps: CarryOutDeps, ad: Ad, person: PersonRef, who: Presser): Promise<boolean> {
  if (await deps.owners.isMember(ad.ownerId, person)) return true;
  if (who === 'anyone') return isSeenBy(deps, ad, person);
  return who === 'admin' && (await isItsAdmin(deps, ad.id, person));
}

/** Whether the person is an admin of the workspace in which it was asked for. */
export async function isItsAdmin(deps: CarryOutDeps, adId: string, person: PersonRef): Promise<boolean> {
  const address = (await deps.conversations.read(adId))?.address;
  return address !== undefined && isOf(address, person) && (await isAdmin(deps, person));
}
