/** The bot was removed from a workspace: work stops at once; after a time of grace everything of the workspace goes, unless it returns. What belongs to people with an account stays theirs. */
import type { Clock } from '../clock.ts';
import { openStates } from '../generation/ad.ts';
import { type EraseDeps, eraseAd } from '../generation/erase-ad.ts';
import type { Logger } from '../log.ts';
import { destroyOwnerKeys, type EraseOwnersDeps, eraseOwners } from './privacy/erase-owners.ts';

export type LeaveDeps = EraseDeps &
  EraseOwnersDeps & {
    clock: Clock;
    log: Logger;
    /** How long everything is kept for a workspace that may return; 0: not at all. */
    graceMs: number;
  };

/** Told several times, or for a workspace that is not known, it does no harm. */
export async function leaveWorkspace(deps: LeaveDeps, workspace: { platform: string; workspace: string }): Promise<void> {
  const workspaceOwnerId = await deps.owners.leave(workspace);
  if (!workspaceOwnerId) return;
  for (const ownerId of await deps.owners.members(workspaceOwnerId)) {
    for (const adId of (await deps.owners.belongings(ownerId)).ads) {
      // Nobody there can be told any more, so what is unfinished goes without a word.
      if (await deps.ads.move(adId, openStates, 'cancelled')) await eraseAd(deps, adId);
    }
  }
  deps.log.info('a workspace was left', { ownerId: workspaceOwnerId });
  if (deps.graceMs === 0) await eraseWorkspace(deps, workspaceOwnerId);
}

/** For the sweeper: those whose time of grace is over. */
export async function eraseLeftWorkspaces(deps: LeaveDeps): Promise<void> {
  for (const id of await deps.owners.leftBefore(deps.clock.now() - deps.graceMs)) await eraseWorkspace(deps, id);
}

/** Killed at any point it goes on where it was. What remains is counted, and must be nothing. */
async function eraseWorkspace(deps: LeaveDeps, workspaceOwnerId: string): Promise<void> {
  const ownerIds = [...(await deps.owners.membersWithoutAccount(workspaceOwnerId)), workspaceOwnerId];
  await destroyOwnerKeys(deps, ownerIds);
  await eraseOwners(deps, ownerIds);
  for (const ownerId of ownerIds) {
    const remains = await deps.owners.countRows(ownerId);
    if (remains > 0) throw new Error(`${remains} records remain of an owner that was erased`);
  }
  deps.log.info('a workspace that was left is erased', { ownerId: workspaceOwnerId });
}
