/** The people behind an account: one member for each workspace and platform that was joined to it. */
import type { AccountStore } from '../../accounts/account.ts';
import type { Identity, OwnerStore } from '../../accounts/owners.ts';

export type MembersDeps = { accounts: Pick<AccountStore, 'members'>; owners: Pick<OwnerStore, 'identity'> };

export type Member = { ownerId: string; identity: Required<Identity> };

/** Whoever is being erased is left out. */
export async function membersOf({ accounts, owners }: MembersDeps, accountId: string): Promise<Member[]> {
  const ids = await accounts.members(accountId);
  const known = await Promise.all(ids.map(async (ownerId) => ({ ownerId, identity: await owners.identity(ownerId) })));
  return known.flatMap(({ ownerId, identity }) =>
    identity?.person === undefined ? [] : [{ ownerId, identity: { ...identity, person: identity.person } }],
  );
}
