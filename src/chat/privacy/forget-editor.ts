/** Brands of colleagues outlive whoever leaves, but name them as an editor no more. */
import type { OwnerStore } from '../../accounts/owners.ts';
import type { KitStore } from '../../brand/kit-store.ts';
import type { PersonRef } from '../messages.ts';

export type ForgetEditorDeps = { owners: Pick<OwnerStore, 'findWorkspace'>; kits: Pick<KitStore, 'ofWorkspace' | 'change'> };

/** Safe to repeat. */
export async function forgetEditor({ owners, kits }: ForgetEditorDeps, person: PersonRef): Promise<void> {
  const workspaceId = await owners.findWorkspace(person);
  if (!workspaceId) return;
  for (const { id, facts } of await kits.ofWorkspace(workspaceId)) {
    const editors = facts.editors.filter((editor) => editor !== person.person);
    if (editors.length < facts.editors.length) await kits.change(id, { ...facts, editors });
  }
}
