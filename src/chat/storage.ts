/** How much room a workspace has left for ads and photos. */
import type { OwnerStore } from '../accounts/owners.ts';
import { type StorageUse, storageUse } from '../accounts/storage-quota.ts';
import type { WorkspaceRef } from '../accounts/workspace-rules.ts';
import type { WorkspaceAds } from '../generation/workspace-ads.ts';
import type { RulesAtHand } from './rules-at-hand.ts';

export type StorageDeps = {
  owners: Pick<OwnerStore, 'findWorkspace'>;
  workspaceAds: Pick<WorkspaceAds, 'storedBytes'>;
  rules: Pick<RulesAtHand, 'learn'>;
  /** The operator's ceiling for every workspace. */
  storageCeilingMb: number;
};

export async function storageOf(deps: StorageDeps, workspace: WorkspaceRef): Promise<StorageUse> {
  const [ownerId, { storageMb }] = await Promise.all([deps.owners.findWorkspace(workspace), deps.rules.learn(workspace)]);
  const used = ownerId ? await deps.workspaceAds.storedBytes(ownerId) : 0;
  return storageUse(used, { ceilingMb: deps.storageCeilingMb, chosenMb: storageMb });
}
