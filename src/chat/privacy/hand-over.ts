/** Ads that stand in channels become the workspace's own, where the person said so: the team keeps what it runs, and nothing in it tells who made it. */
import type { OwnerStore } from '../../accounts/owners.ts';
import type { AdStore, PhotoStore } from '../../generation/ad.ts';
import type { Keyring } from '../../privacy/keyring.ts';
import type { ConversationStore } from '../conversation-store.ts';
import type { PersonRef } from '../messages.ts';
import { isPrivate } from '../who-sees.ts';

export type HandOverDeps = {
  owners: Pick<OwnerStore, 'find' | 'findWorkspace' | 'belongings'>;
  ads: Pick<AdStore, 'read' | 'giveTo'>;
  photos: Pick<PhotoStore, 'idsOfAd' | 'isUsedElsewhere' | 'giveTo'>;
  conversations: Pick<ConversationStore, 'read' | 'forgetAsker'>;
  keyring: Keyring;
};

/** Resolves with how many were handed over. Safe to repeat. */
export async function handOver(deps: HandOverDeps, person: PersonRef): Promise<number> {
  const [ownerId, workspaceId] = await Promise.all([deps.owners.find(person), deps.owners.findWorkspace(person)]);
  if (!ownerId || !workspaceId) return 0;
  let count = 0;
  for (const adId of (await deps.owners.belongings(ownerId)).ads) {
    const ad = await deps.ads.read(adId);
    const conversation = ad?.state === 'delivered' ? await deps.conversations.read(adId) : null;
    if (!conversation || (isPrivate(conversation.address) && !conversation.address.shared)) continue;
    await deps.conversations.forgetAsker(adId);
    for (const { id } of await deps.photos.idsOfAd(adId)) {
      if (await deps.photos.isUsedElsewhere(id, adId, { openOnly: false })) continue;
      await deps.keyring.hand(`photo:${id}`, `owner:${workspaceId}`);
      await deps.photos.giveTo(id, workspaceId);
    }
    await deps.keyring.hand(`ad:${adId}`, `owner:${workspaceId}`);
    await deps.ads.giveTo(adId, workspaceId);
    count += 1;
  }
  return count;
}
