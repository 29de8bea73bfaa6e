/** Why Discord could not be started, and what to do about it. */
import { DiscordAPIError } from 'discord.js';
import { asAppError, httpStatus } from './discord-errors.ts';

export type DiscordStartProblem =
  | 'base-url-not-https'
  | 'token-refused'
  | 'application-of-another-token'
  | 'intents-refused'
  | 'discord-unreachable'
  | 'discord-refuses';

export const startRemedies: Readonly<Record<DiscordStartProblem, string>> = {
  'base-url-not-https':
    'DISCORD_API_URL and DISCORD_CDN_URL must begin with https:// (http:// is allowed only for this machine). Remove them to use the real Discord.',
  'token-refused':
    'Discord does not accept DISCORD_BOT_TOKEN. Press "Reset Token" on the page "Bot" of your application (discord.com/developers) and copy the new one.',
  'application-of-another-token':
    'DISCORD_APPLICATION_ID is not the application that DISCORD_BOT_TOKEN belongs to. Copy the "Application ID" from the page "General Information" of the same application.',
  'intents-refused':
    'Discord refuses what the bot wants to hear. It needs no privileged intent: check on the page "Bot" that the application is not restricted, then start again.',
  'discord-unreachable': 'Discord could not be reached. Check the network, the proxy and DISCORD_API_URL, then start again.',
  'discord-refuses':
    'Discord refuses to start the bot. Check on discord.com/developers that the application still exists and is not disabled.',
};

export class DiscordStartError extends Error {
  readonly problem: DiscordStartProblem;
  /** What to do, in plain words. */
  readonly remedy: string;

  constructor(problem: DiscordStartProblem) {
    // No cause: the library's errors quote addresses and what was sent.
    super(`${problem}: ${startRemedies[problem]}`);
    this.name = 'DiscordStartError';
    this.problem = problem;
    this.remedy = startRemedies[problem];
  }
}

/** By what the library says when the gateway closes the line for good: 4004, 4013 and 4014. */
const closings: readonly (readonly [RegExp, DiscordStartProblem])[] = [
  [/authentication failed|invalid token|TokenInvalid/i, 'token-refused'],
  [/intents/i, 'intents-refused'],
];

export function startProblem(error: unknown): DiscordStartProblem {
  if (error instanceof DiscordStartError) return error.problem;
  if (httpStatus(error) === 401) return 'token-refused';
  if (error instanceof DiscordAPIError)
    return asAppError(error, '').retry === 'later' ? 'discord-unreachable' : 'discord-refuses';
  const says = error instanceof Error ? `${'code' in error ? String(error.code) : ''} ${error.message}` : '';
  return closings.find(([pattern]) => pattern.test(says))?.[1] ?? 'discord-unreachable';
}
