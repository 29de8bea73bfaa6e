/** What the admins of a workspace said about the bot: who may use it, where, and how much. */
import { z } from 'zod';
import type { Identity } from './owners.ts';

/** Ads that one person may have under way at once. */
export const openAdsLimits = { least: 1, most: 30 } as const;

export const workspaceRulesSchema = z.object({
  /** Admins always may. `roles`: by the platform's own ids, where it has roles. */
  who: z.discriminatedUnion('are', [
    z.object({ are: z.literal('everyone') }),
    z.object({ are: z.literal('admins') }),
    z.object({ are: z.literal('chosen'), people: z.array(z.string()), roles: z.array(z.string()) }),
  ]),
  /** The channels where ads are asked for, by the platform's own ids; null: all of them. */
  channels: z.array(z.string()).nullable(),
  openAds: z.number().int().min(openAdsLimits.least).max(openAdsLimits.most),
  /** Megabytes of ads and photos; null: as much as the operator allows. */
  storageMb: z.number().int().positive().nullable(),
});
export type WorkspaceRules = z.infer<typeof workspaceRulesSchema>;

/** Where no admin has said anything: some platforms let strangers in, who must not spend the operator's machine. */
export type OpensTo = 'everyone' | 'admins';
export const rulesAtFirst = (opensTo: OpensTo): WorkspaceRules => ({
  who: { are: opensTo },
  channels: null,
  openAds: openAdsLimits.most,
  storageMb: null,
});

/** What a person is in a workspace. `roles`: by the platform's own ids. */
export type Standing = { isAdmin: boolean; roles: readonly string[] };

export type Refusal = 'not-for-you' | 'not-here';

/** `channel`: null in direct messages, which are judged by the person alone. No input, no output. */
export function mayUse(
  { who, channels }: Pick<WorkspaceRules, 'who' | 'channels'>,
  { person, standing, channel }: { person: string; standing: Standing; channel: string | null },
): 'yes' | Refusal {
  if (!isOneOf(who, person, standing)) return 'not-for-you';
  return channels === null || channel === null || channels.includes(channel) ? 'yes' : 'not-here';
}

function isOneOf(who: WorkspaceRules['who'], person: string, { isAdmin, roles }: Standing): boolean {
  switch (who.are) {
    case 'everyone':
      return true;
    case 'admins':
      return isAdmin;
    case 'chosen':
      return isAdmin || who.people.includes(person) || who.roles.some((role) => roles.includes(role));
  }
}

export type WorkspaceRef = Pick<Identity, 'platform' | 'workspace'>;

export interface WorkspaceRulesStore {
  /** Null where no admin has said anything. */
  read(workspace: WorkspaceRef): Promise<WorkspaceRules | null>;
  /** In place of what was said before; makes the workspace's record when there is none. */
  save(workspace: WorkspaceRef, rules: WorkspaceRules): Promise<void>;
  /** Whether whoever installed the bot there was welcomed. */
  isWelcomed(workspace: WorkspaceRef): Promise<boolean>;
  noteWelcomed(workspace: WorkspaceRef): Promise<void>;
}
