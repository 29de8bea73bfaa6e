/** Who sees an ad: everybody in a channel, or its person alone. */
import type { Ad } from '../generation/ad.ts';
import { channelKey } from './channel-key.ts';
import type { Address, ConversationStore } from './conversation-store.ts';
import type { PersonRef, Place } from './messages.ts';
import type { ChatOf } from './show-progress.ts';
import type { Wording } from './wording/wording.ts';

/** It is shown elsewhere than where it was asked. */
const isElsewhere = ({ place, origin }: Address): boolean => channelKey(place) !== channelKey(origin);

/** In direct messages; false also where nobody can tell. */
export async function isInDirect({ chatOf }: { chatOf: ChatOf }, place: Place): Promise<boolean> {
  const membership = chatOf(place.platform)?.membership;
  return membership !== undefined && (await membership.channelOf(place)) === null;
}

/** The message of the ad is in somebody's direct messages, whatever else there is of it. */
export const isShownAlone = (deps: { chatOf: ChatOf }, { place }: Address): Promise<boolean> => isInDirect(deps, place);

/** Asked for in one place, and shown to the person alone. */
export const isPrivate = async (deps: { chatOf: ChatOf }, address: Address): Promise<boolean> =>
  isElsewhere(address) && (await isShownAlone(deps, address));

/** Nobody else is to see it unless the person shares it. */
export const isForOneAlone = async (deps: { chatOf: ChatOf }, address: Address): Promise<boolean> =>
  address.audience === 'me' || (await isPrivate(deps, address));

/** Others see it, too: it is shown in a channel, or shared with one. */
export async function standsInChannel({ chatOf }: { chatOf: ChatOf }, address: Address): Promise<boolean> {
  if (address.shared !== null) return true;
  const membership = chatOf(address.place.platform)?.membership;
  return membership !== undefined && (await membership.channelOf(address.place)) !== null;
}

export type SeenDeps = { conversations: Pick<ConversationStore, 'read'>; chatOf: ChatOf };

/** Whether it stands in a channel of this person's own workspace, or they were asked to approve it. */
export async function isSeenBy(deps: SeenDeps, ad: Pick<Ad, 'id' | 'approval'>, person: PersonRef): Promise<boolean> {
  const address = (await deps.conversations.read(ad.id))?.address;
  if (!address) return false;
  return isApprover(ad, person) || (isOf(address, person) && (await standsInChannel(deps, address)));
}

/** What is said to whoever it does not belong to: an ad that they do not see is to them as if there were none. */
export const notTheirs = async (
  deps: SeenDeps,
  words: Pick<Wording, 'notYours' | 'adGone'>,
  ad: Pick<Ad, 'id' | 'approval'>,
  person: PersonRef,
): Promise<string> => ((await isSeenBy(deps, ad, person)) ? words.notYours : words.adGone);

/** Whether it was asked for in this person's workspace. */
export const isOf = ({ origin }: Address, { platform, workspace }: PersonRef): boolean =>
  origin.platform === platform && origin.workspace === workspace;

export function isApprover({ approval }: Pick<Ad, 'approval'>, { platform, workspace, person }: PersonRef): boolean {
  const approver = approval?.approver;
  return approver?.platform === platform && approver.workspace === workspace && approver.person === person;
}
