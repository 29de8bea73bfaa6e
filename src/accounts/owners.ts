/** Whoever a record belongs to: a member is a person in a workspace; a workspace owns what outlives its people. */

/** `person` is absent for a workspace. Ids are the platform's own. */
export type Identity = { platform: string; workspace: string; person?: string };

export type Member = { ownerId: string; workspaceOwnerId: string };

export interface OwnerStore {
  /** Finds the member and the workspace of this identity, making both, with their keys, when they are new. */
  ensureMember(identity: Required<Identity>): Promise<Member>;
  /** The member's owner id, or null for somebody who is not known. */
  find(identity: Required<Identity>): Promise<string | null>;
  /** The workspace's owner id, or null where nobody of it is known. */
  findWorkspace(identity: Identity): Promise<string | null>;
  /** Whether the owner with this id is this person. */
  isMember(ownerId: string, identity: Required<Identity>): Promise<boolean>;
  /** Notes that the bot was removed from the workspace; resolves with its owner id, or null for one that is not known. Whoever acts there again brings it back. */
  leave(workspace: Identity): Promise<string | null>;
  /** Notes that the bot was in these workspaces at that time (ms since 1970): whichever was left before has returned. */
  returned(platform: string, workspaces: readonly string[], at: number): Promise<void>;
  /** Workspaces that were left before `before`. */
  leftBefore(before: number): Promise<string[]>;
  /** The workspaces of a platform that the bot has not left, by the platform's own id. */
  workspaces(platform: string): Promise<string[]>;
  /** The members of a workspace, by owner id. */
  members(workspaceOwnerId: string): Promise<string[]>;
  /** Those of them who have no account with an e-mail address and a password: what is theirs goes with the workspace. */
  membersWithoutAccount(workspaceOwnerId: string): Promise<string[]>;
  /** Who they are on their platform; null where nobody can tell any more. */
  identity(ownerId: string): Promise<Identity | null>;
  /** From now on nothing new is begun for them, and work begun before is refused, on all their ads too. */
  fence(ownerIds: readonly string[]): Promise<void>;
  /** What still belongs to this owner. */
  belongings(ownerId: string): Promise<Belongings>;
  /** How much is theirs, without opening anything; `bytes` of finished files. */
  tally(ownerId: string): Promise<Tally>;
  /** How many rows are theirs, their own included. */
  countRows(ownerId: string): Promise<number>;
  /** Destroys the owner's key, and with it whatever was sealed under it, then removes all rows of theirs. */
  remove(ownerId: string): Promise<void>;
}

export type Tally = { ads: number; files: number; bytes: number; photos: number; products: number };

/** Ids. */
export type Belongings = { ads: string[]; creatives: string[]; photos: string[]; products: string[]; kits: string[] };
