/** Who sees an ad: everybody in a channel, or its person alone. */
import type { Ad } from '../generation/ad.ts';
import { channelKey } from './channel-key.ts';
import type { Address, ConversationStore } from './conversation-store.ts';
import type { PersonRef } from './messages.ts';
import type { ChatOf } from './show-progress.ts';
import type { Wording } from './wording/wording.ts';

/** Only the person sees it: the answer went elsewhere than where it was asked. */
export const isPrivate = ({ place, origin }: Address): boolean => channelKey(place) !== channelKey(origin);

/** Others see it, too: it was asked for in a channel and answered there, or shared with it. */
export async function standsInChannel({ chatOf }: { chatOf: ChatOf }, address: Address): Promise<boolean> {
  if (address.shared !== null) return true;
  const membership = chatOf(address.origin.platform)?.membership;
  return membership !== undefined && !isPrivate(address) && (await membership.channelOf(address.origin)) !== null;
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
