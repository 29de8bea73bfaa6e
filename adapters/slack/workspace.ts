/** Asks Slack who we are: the first call of a start, so that a wrong token is told in plain words. */
import { z } from 'zod';
import type { Calls } from './calls.ts';
import { SlackStartError, startProblem } from './start-problem.ts';

const authAnswer = z.object({
  team_id: z.string(),
  user_id: z.string(),
  bot_id: z.string(),
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
});

/** `scopes` is null where Slack does not tell them. */
export type Workspace = { id: string; bot: { userId: string; botId: string }; scopes: string[] | null };

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
