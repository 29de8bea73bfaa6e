/** Asks Discord who we are: the first call of a start, so that a wrong token is told in plain words. */
import { Routes } from 'discord.js';
import { z } from 'zod';
import type { Calls } from './calls.ts';
import { DiscordStartError, startProblem } from './start-problem.ts';

const application = z.object({ id: z.string() });
const user = z.object({ id: z.string() });

/** The id of the bot's own user. */
export async function askApplication(applicationId: string, calls: Calls): Promise<{ bot: string }> {
  try {
    const { id } = await calls({ method: 'GET', route: Routes.currentApplication(), patience: 'repeats' }, application);
    if (id !== applicationId) throw new DiscordStartError('application-of-another-token');
    const bot = await calls({ method: 'GET', route: Routes.user(), patience: 'repeats' }, user);
    return { bot: bot.id };
  } catch (error) {
    throw error instanceof DiscordStartError ? error : new DiscordStartError(startProblem(error));
  }
}
