/** Ads that stand in channels become the workspace's own, where the person said so: the team keeps what it runs, and nothing in it tells who made it. */
import type { OwnerStore } from '../../accounts/owners.ts';
import type { AdStore, PhotoStore } from '../../generation/ad.ts';
import type { Keyring } from '../../privacy/keyring.ts';
import {
  type Address,
  askedPrefix,
  type ConversationStore,
  copyPrefix,
  packMessagePrefix,
  packPrefix,
} from '../conversation-store.ts';
import type { MessageRef, PersonRef } from '../messages.ts';
import { type ObligationDeps, oblige } from '../obligations.ts';
import { messageOf, type SentThing, sentThings } from '../sent-things.ts';
import { isShownAlone, standsInChannel } from '../who-sees.ts';

export type HandOverDeps = ObligationDeps & {
  owners: Pick<OwnerStore, 'find' | 'findWorkspace' | 'belongings'>;
  ads: Pick<AdStore, 'read' | 'giveTo'>;
  photos: Pick<PhotoStore, 'idsOfAd' | 'isUsedElsewhere' | 'giveTo'>;
  conversations: Pick<ConversationStore, 'read' | 'files' | 'forgetFiles' | 'forgetAsker'>;
  keyring: Keyring;
};

/** Ids of those that others see: finished, and in a channel. */
export async function adsInChannels(deps: HandOverDeps, person: PersonRef): Promise<string[]> {
  const [ownerId, workspaceId] = await Promise.all([deps.owners.find(person), deps.owners.findWorkspace(person)]);
  if (!ownerId || !workspaceId) return [];
  const found: string[] = [];
  for (const adId of (await deps.owners.belongings(ownerId)).ads) {
    const ad = await deps.ads.read(adId);
    const conversation = ad?.state === 'delivered' ? await deps.conversations.read(adId) : null;
    if (conversation && (await standsInChannel(deps, conversation.address))) found.push(adId);
  }
  return found;
}

/** Resolves with how many are the workspace's now. Safe to repeat: those of an earlier try are counted, too. */
export async function handOver(deps: HandOverDeps, person: PersonRef, adIds: readonly string[]): Promise<number> {
  const [ownerId, workspaceId] = await Promise.all([deps.owners.find(person), deps.owners.findWorkspace(person)]);
  if (!ownerId || !workspaceId) return 0;
  let count = 0;
  for (const adId of adIds) {
    const ad = await deps.ads.read(adId);
    if (ad?.ownerId === ownerId) await hand(deps, adId, workspaceId);
    if (ad?.ownerId === ownerId || ad?.ownerId === workspaceId) count += 1;
  }
  return count;
}

async function hand(deps: HandOverDeps, adId: string, workspaceId: string): Promise<void> {
  const conversation = await deps.conversations.read(adId);
  if (conversation && (await isShownAlone(deps, conversation.address))) await clearDirect(deps, adId, conversation);
  await deps.conversations.forgetAsker(adId);
  for (const { id } of await deps.photos.idsOfAd(adId)) {
    if (await deps.photos.isUsedElsewhere(id, adId, { openOnly: false })) continue;
    await deps.keyring.hand(`photo:${id}`, `owner:${workspaceId}`);
    await deps.photos.giveTo(id, workspaceId);
  }
  await deps.keyring.hand(`ad:${adId}`, `owner:${workspaceId}`);
  await deps.ads.giveTo(adId, workspaceId);
}

/** What stands in the person's direct messages goes with them; the copy in the channel stays. */
async function clearDirect(
  deps: HandOverDeps,
  adId: string,
  { address, post }: { address: Address; post: { message: MessageRef } | null },
): Promise<void> {
  const sent = inDirect(await deps.conversations.files(adId), address.place.channel);
  const { messages, fileIds } = sentThings(sent);
  const { platform, workspace } = address.place;
  await oblige(deps, `handed-${adId}`, {
    platform,
    workspace,
    messages: [...(post ? [post.message] : []), ...address.earlier, ...messages],
    becomes: 'removed',
    locale: address.locale,
    fileIds,
  });
  await deps.conversations.forgetFiles(
    adId,
    sent.map(({ key }) => key),
  );
}

/** The ad's own, and the files that the person had sent to themselves; those that colleagues had sent to themselves stay theirs. */
function inDirect(sent: readonly SentThing[], channel: string): SentThing[] {
  const packs = sent
    .filter((one) => one.key.startsWith(packMessagePrefix) && messageOf(one).channel === channel)
    .map(({ key }) => key.slice(packMessagePrefix.length));
  const isOwnPack = (key: string): boolean =>
    packs.some((id) => key === `${packMessagePrefix}${id}` || key.startsWith(`${packPrefix}${id} `));
  const staying = [copyPrefix, askedPrefix, packPrefix];
  return sent.filter(({ key }) => isOwnPack(key) || !staying.some((prefix) => key.startsWith(prefix)));
}
