/** Looks whether Discord is ready for the bot: for `doctor`, so every red finding comes with its remedy. No names, no tokens. */
import { Routes } from 'discord.js';
import { z } from 'zod';
import type { Clock } from '../../src/clock.ts';
import type { Logger } from '../../src/log.ts';
import { askApplication } from './application.ts';
import { type Calls, createCalls } from './calls.ts';
import { commandDefinitions } from './command-table.ts';
import { type DiscordConnection, discordApiUrl, discordCdnUrl, isSafeBaseUrl } from './connection.ts';
import { areRegistered } from './register-commands.ts';
import { createRest } from './rest.ts';
import { startProblem, startRemedies } from './start-problem.ts';

export type DiscordFinding = {
  part: 'base address' | 'bot token' | 'application id' | 'gateway' | 'servers' | 'commands';
  state: 'fine' | 'wrong' | 'unknown';
  says: string;
  /** What to do; null where nothing is. */
  remedy: string | null;
};

export type DiscordCheckOptions = { connection: DiscordConnection; clock: Clock; log: Logger };

export async function discordCheck({ connection, clock, log }: DiscordCheckOptions): Promise<DiscordFinding[]> {
  const { botToken: token, applicationId, apiUrl = discordApiUrl, cdnUrl = discordCdnUrl } = connection;
  if (!isSafeBaseUrl(apiUrl) || !isSafeBaseUrl(cdnUrl))
    return [wrong('base address', 'not https', startRemedies['base-url-not-https'])];
  const rest = createRest({ token, apiUrl, log });
  try {
    const calls = createCalls({ rest, clock });
    const problem = await askApplication(applicationId, calls).then(() => null, startProblem);
    if (problem === 'application-of-another-token')
      return [fine('bot token', 'accepted'), wrong('application id', problem, startRemedies[problem])];
    if (problem !== null) return [wrong('bot token', problem, startRemedies[problem])];
    return [
      fine('bot token', 'accepted'),
      fine('application id', 'belongs to the token'),
      await gatewayFinding(calls),
      await serversFinding(calls),
      await commandsFinding(applicationId, calls),
    ];
  } finally {
    await rest.close();
  }
}

const gatewayInfo = z.object({ session_start_limit: z.object({ remaining: z.number(), total: z.number() }) });

/** The intents are none that must be granted, so an open gateway is enough. */
async function gatewayFinding(calls: Calls): Promise<DiscordFinding> {
  return asked('gateway', async () => {
    const { session_start_limit: starts } = await calls(
      { method: 'GET', route: Routes.gatewayBot(), patience: 'repeats' },
      gatewayInfo,
    );
    if (starts.remaining > 0)
      return fine('gateway', `${starts.remaining} of ${starts.total} starts left today; no privileged intent is needed`);
    return wrong('gateway', 'no starts left today', 'The bot was started too often: wait a day, and look why it keeps starting.');
  });
}

const guilds = z.array(z.object({ id: z.string() }));
const mostGuilds = 200;

async function serversFinding(calls: Calls): Promise<DiscordFinding> {
  return asked('servers', async () => {
    const { length } = await calls(
      { method: 'GET', route: Routes.userGuilds(), query: { limit: String(mostGuilds) }, patience: 'repeats' },
      guilds,
    );
    const invite = 'Invite the bot: page "Installation" of your application, scopes bot and applications.commands.';
    if (length === 0) return { part: 'servers', state: 'unknown', says: 'the bot is in no server', remedy: invite };
    return fine('servers', `in ${length === mostGuilds ? `at least ${length}` : length} ${length === 1 ? 'server' : 'servers'}`);
  });
}

async function commandsFinding(applicationId: string, calls: Calls): Promise<DiscordFinding> {
  return asked('commands', async () =>
    (await areRegistered(applicationId, commandDefinitions(), calls))
      ? fine('commands', 'registered as they are')
      : {
          part: 'commands',
          state: 'unknown',
          says: 'not registered yet, or other ones',
          remedy: 'They are registered at the next start.',
        },
  );
}

async function asked(part: DiscordFinding['part'], ask: () => Promise<DiscordFinding>): Promise<DiscordFinding> {
  try {
    return await ask();
  } catch (error) {
    const problem = startProblem(error);
    return wrong(part, problem, startRemedies[problem]);
  }
}

const fine = (part: DiscordFinding['part'], says: string): DiscordFinding => ({ part, state: 'fine', says, remedy: null });
const wrong = (part: DiscordFinding['part'], says: string, remedy: string): DiscordFinding => ({
  part,
  state: 'wrong',
  says,
  remedy,
});
