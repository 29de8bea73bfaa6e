/** Which workspace something comes from, and who we are in it. */
import { z } from 'zod';
import type { Calls } from './calls.ts';
import { SlackStartError, startProblem } from './start-problem.ts';

/** As Slack tells it with everything that happens. */
export type Installed = {
  team: string | null | undefined;
  organisation: string | null | undefined;
  /** Installed once for all workspaces of an organisation. */
  isOrganisationWide: boolean;
};

/**
 * An installation for a whole organisation is one workspace to us: it has one token, and people and channels have the same ids in
 * all its workspaces.
 */
export function installedIn({ team, organisation, isOrganisationWide }: Installed): string {
  return (isOrganisationWide ? organisation : team) ?? team ?? organisation ?? '';
}

const authAnswer = z.object({
  team_id: z.string(),
  user_id: z.string(),
  bot_id: z.string(),
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
});

/** `scopes` is null where Slack does not tell them. */
export type Workspace = { id: string; bot: { userId: string; botId: string }; scopes: string[] | null };

/** The first call of a start, so that a wrong token is told in plain words. */
export async function askWorkspace(calls: Calls): Promise<Workspace> {
  try {
    const answer = await calls.call('auth.test', {}, authAnswer, 'repeats');
    return {
      id: answer.team_id,
      bot: { userId: answer.user_id, botId: answer.bot_id },
      scopes: answer.response_metadata?.scopes ?? null,
    };
  } catch (error) {
    // A user's token has no bot: Slack accepts it and answers without one.
    if (error instanceof z.ZodError) throw new SlackStartError('bot-token-of-another-kind', { cause: error });
    throw new SlackStartError(startProblem(error, 'bot'), { cause: error });
  }
}
