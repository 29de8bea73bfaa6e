/** The rules of each workspace, at hand without asking a store: forms cannot wait for one. */
import { rulesAtFirst, type WorkspaceRef, type WorkspaceRules, type WorkspaceRulesStore } from '../accounts/workspace-rules.ts';
import { createBoundedMemory } from '../bounded-memory.ts';
import type { Clock } from '../clock.ts';
import type { ChatOf } from './show-progress.ts';

export interface RulesAtHand {
  /** As last learned; null for a workspace not met since the start, or longer ago than it is remembered. */
  known(workspace: WorkspaceRef): WorkspaceRules | null;
  /** Those of the platform where no admin has said anything. */
  learn(workspace: WorkspaceRef): Promise<WorkspaceRules>;
  save(workspace: WorkspaceRef, rules: WorkspaceRules): Promise<void>;
}

/** Another process may have changed them meanwhile. */
const rememberMs = 60_000;
const mostRemembered = 10_000;

type Deps = { workspaceRules: Pick<WorkspaceRulesStore, 'read' | 'save'>; chatOf: ChatOf; clock: Clock };

export function createRulesAtHand({ workspaceRules, chatOf, clock }: Deps): RulesAtHand {
  const remembered = createBoundedMemory<WorkspaceRules>({ clock, most: mostRemembered, livesMs: rememberMs });
  const keyOf = ({ platform, workspace }: WorkspaceRef): string => `${platform} ${workspace}`;
  return {
    known: (workspace) => remembered.get(keyOf(workspace)) ?? null,
    async learn(workspace) {
      const opensTo = chatOf(workspace.platform)?.membership.opensTo ?? 'admins';
      const rules = (await workspaceRules.read(workspace)) ?? rulesAtFirst(opensTo);
      remembered.put(keyOf(workspace), rules);
      return rules;
    },
    async save(workspace, rules) {
      await workspaceRules.save(workspace, rules);
      remembered.put(keyOf(workspace), rules);
    },
  };
}
