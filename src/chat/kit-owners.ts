/** Whose brand kits a person may use: their workspace's, and those of every workspace that an identity linked to theirs is a member of at this moment. */
import type { AccountStore } from '../accounts/account.ts';
import type { Identity, OwnerStore } from '../accounts/owners.ts';
import type { ChatAdapter } from './chat-adapter.ts';
import type { PersonRef } from './messages.ts';

export type KitOwnersDeps = {
  owners: Pick<OwnerStore, 'find' | 'findWorkspace' | 'identity'>;
  accounts: Pick<AccountStore, 'of' | 'members'>;
  chatOf(platform: string): Pick<ChatAdapter, 'membership'> | undefined;
};

/** Ids of workspaces; `own` null: nobody of it is known. Of a platform that is not connected nothing is known. */
export async function kitOwners(deps: KitOwnersDeps, person: PersonRef): Promise<{ own: string | null; linked: string[] }> {
  const [own, memberId] = await Promise.all([deps.owners.findWorkspace(person), deps.owners.find(person)]);
  const accountId = memberId && (await deps.accounts.of(memberId));
  const linked = new Set<string>();
  for (const id of accountId ? await deps.accounts.members(accountId) : []) {
    const identity = await deps.owners.identity(id);
    for (const workspace of identity ? await workspacesOf(deps, identity) : []) linked.add(workspace);
  }
  if (own) linked.delete(own);
  return { own, linked: [...linked] };
}

async function workspacesOf(deps: KitOwnersDeps, { platform, workspace, person }: Identity): Promise<string[]> {
  const membership = person === undefined ? undefined : deps.chatOf(platform)?.membership;
  if (!membership || person === undefined) return [];
  const standings = await membership.standings({ platform, workspace, person });
  const found = await Promise.all(
    standings.map((standing) => deps.owners.findWorkspace({ platform, workspace: standing.workspace })),
  );
  return found.filter((id) => id !== null);
}
