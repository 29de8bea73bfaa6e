/** Port to the ads of a whole workspace, for its admins: how much there is, and in which state; nothing of it is opened. */
import type { AdState } from './ad.ts';

/** `createdAt`: ms since 1970. */
export type WorkspaceAd = { id: string; ownerId: string; state: AdState; createdAt: number };

export interface WorkspaceAds {
  /** Those under way, oldest first. */
  open(workspaceOwnerId: string): Promise<WorkspaceAd[]>;
  /** Finished ones, newest first. */
  finished(workspaceOwnerId: string, most: number): Promise<WorkspaceAd[]>;
  /** Ids of those that somebody was asked to approve. */
  withApproval(workspaceOwnerId: string): AsyncIterable<string>;
  /** Bytes of all finished files, and of the photos with what was cut out of them. */
  storedBytes(workspaceOwnerId: string): Promise<number>;
}
