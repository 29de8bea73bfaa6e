/** Takes the id of somebody who is erased out of what belongs to others: brand kits they might edit, rules that name them, approvals they gave. What they said stays with the ads it is about. */
import type { OwnerStore } from '../../accounts/owners.ts';
import type { WorkspaceRules, WorkspaceRulesStore } from '../../accounts/workspace-rules.ts';
import { AppError } from '../../errors.ts';
import type { Ad, AdStore } from '../../generation/ad.ts';
import type { WorkspaceAds } from '../../generation/workspace-ads.ts';
import type { RulesAtHand } from '../rules-at-hand.ts';
import { isApprover } from '../who-sees.ts';
import { type ForgetEditorDeps, forgetEditor } from './forget-editor.ts';

export type UnnameDeps = ForgetEditorDeps & {
  owners: Pick<OwnerStore, 'findWorkspace'>;
  workspaceRules: Pick<WorkspaceRulesStore, 'read'>;
  rules: Pick<RulesAtHand, 'save'>;
  workspaceAds: Pick<WorkspaceAds, 'withApproval'>;
  ads: Pick<AdStore, 'read' | 'saveApproval'>;
};

type Person = { platform: string; workspace: string; person: string };

/** Safe to repeat. */
export async function unname(deps: UnnameDeps, person: Person): Promise<void> {
  const workspaceId = await deps.owners.findWorkspace(person);
  if (!workspaceId) return;
  await forgetEditor(deps, person);
  const rules = await deps.workspaceRules.read(person);
  if (rules?.who.are === 'chosen' && rules.who.people.includes(person.person))
    await deps.rules.save(person, { ...rules, who: without(rules.who, person.person) });
  for await (const adId of deps.workspaceAds.withApproval(workspaceId)) {
    const ad = await readable(deps, adId);
    if (!ad?.approval || !isApprover(ad, person)) continue;
    await deps.ads.saveApproval(adId, { ...ad.approval, approver: { ...ad.approval.approver, person: '' } });
  }
}

/** Where nobody is named any more, only admins are left. */
function without(who: Extract<WorkspaceRules['who'], { are: 'chosen' }>, person: string): WorkspaceRules['who'] {
  const people = who.people.filter((one) => one !== person);
  return people.length + who.roles.length === 0 ? { are: 'admins' } : { ...who, people };
}

/** Null for one that is erased meanwhile. */
const readable = ({ ads }: UnnameDeps, id: string): Promise<Ad | null> =>
  ads.read(id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'key-erased') return null;
    throw error;
  });
