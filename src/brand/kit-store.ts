/** Port to the brand kits of workspaces, each sealed under a key of its own. A kit whose key is gone is no kit. */
import type { Kit, KitFacts } from './kit.ts';

export interface KitStore {
  /** Stores a new kit under its key, once per id. The first of a workspace is used wherever no other is chosen. */
  add(kit: Pick<Kit, 'id' | 'ownerId' | 'makerId' | 'facts'>): Promise<void>;
  read(id: string): Promise<Kit | null>;
  /** Replaces what it says. */
  change(id: string, facts: KitFacts): Promise<void>;
  /** Whether its logo is in the media store. */
  setLogo(id: string, hasLogo: boolean): Promise<void>;
  /** The kits of a workspace, oldest first. */
  ofWorkspace(ownerId: string): Promise<Kit[]>;
  /** The kit that ads asked for in this channel are made with: the one chosen there, else the workspace's; null: none. */
  usedIn(ownerId: string, channel: string): Promise<{ id: string; isChosen: boolean } | null>;
  /** From now on, in this channel. Null: the workspace's, as before one was chosen. */
  useIn(id: string | null, channel: string): Promise<void>;
  /** From now on, wherever no other is chosen in its workspace. */
  useEverywhere(id: string): Promise<void>;
  /** Removes the row and all that points at it. */
  remove(id: string): Promise<void>;
}
