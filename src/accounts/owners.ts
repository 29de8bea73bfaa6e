/** Whoever a record belongs to: a member is a person in a workspace; a workspace owns what outlives its people. */

/** `person` is absent for a workspace. Ids are the platform's own. */
export type Identity = { platform: string; workspace: string; person?: string };

export type Member = { ownerId: string; workspaceOwnerId: string };

export interface OwnerStore {
  /** Finds the member and the workspace of this identity, making both, with their keys, when they are new. */
  ensureMember(identity: Required<Identity>): Promise<Member>;
  /** The member's owner id, or null for somebody who is not known. */
  find(identity: Required<Identity>): Promise<string | null>;
  /** Whether the owner with this id is this person. */
  isMember(ownerId: string, identity: Required<Identity>): Promise<boolean>;
}
