/** Looks whether a workspace is ready for the bot: for `doctor`, so every red finding comes with its remedy. No names, no tokens. */
import { z } from 'zod';
import type { Clock } from '../../src/clock.ts';
import type { Logger } from '../../src/log.ts';
import { type Calls, createCalls } from './calls.ts';
import { installPath, isSafeBaseUrl, type OAuthConnection, type SlackConnection, slackApiUrl } from './connection.ts';
import { neededScopes } from './manifest.ts';
import { slackCode } from './slack-errors.ts';
import { SlackStartError, startProblem, startRemedies } from './start-problem.ts';
import { askWorkspace, type Workspace } from './workspace.ts';

/** `unknown`: Slack does not tell with the scopes the bot has. */
export type SlackFinding = {
  part: 'base address' | 'workspaces' | 'bot token' | 'scopes' | 'app-level token' | 'channel';
  state: 'fine' | 'wrong' | 'unknown';
  says: string;
  /** What to do; null where nothing is. */
  remedy: string | null;
};

/** `channel`: an id like C0123456789 whose membership is looked at. */
export type SlackCheckOptions = { connection: SlackConnection; baseUrl?: string; channel?: string; clock: Clock; log: Logger };

const opened = z.object({ url: z.string() });
const channelInfo = z.object({ channel: z.object({ is_member: z.boolean().optional(), is_archived: z.boolean().optional() }) });

export async function slackCheck(options: SlackCheckOptions): Promise<SlackFinding[]> {
  const { connection, baseUrl = slackApiUrl, channel, clock, log } = options;
  if (!isSafeBaseUrl(baseUrl)) return [wrong('base address', 'not https', startRemedies['base-url-not-https'])];
  if (connection.mode === 'oauth') return [await installationsFinding(connection)];
  const calls = createCalls({ token: connection.botToken, baseUrl, clock, log });
  const findings: SlackFinding[] = [];
  const workspace = await askWorkspace(calls).catch((error: unknown) => error);
  if (isWorkspace(workspace)) findings.push(fine('bot token', 'accepted'), scopesFinding(workspace.scopes));
  else findings.push(refusedFinding('bot token', workspace, 'bot'));
  if (connection.mode === 'socket')
    findings.push(await appTokenFinding(createCalls({ token: connection.appToken, baseUrl, clock, log })));
  if (channel !== undefined && isWorkspace(workspace)) findings.push(await channelFinding(channel, calls));
  return findings;
}

async function installationsFinding({ installations, publicUrl }: OAuthConnection): Promise<SlackFinding> {
  const count = await installations.count();
  const page = new URL(installPath, publicUrl).href;
  if (count === 0)
    return { part: 'workspaces', state: 'unknown', says: 'none has installed the bot yet', remedy: `Open ${page}` };
  return fine('workspaces', `${count} installed, others at ${page}`);
}

function isWorkspace(asked: unknown): asked is Workspace {
  return typeof asked === 'object' && asked !== null && 'scopes' in asked;
}

function scopesFinding(granted: string[] | null): SlackFinding {
  if (granted === null)
    return { part: 'scopes', state: 'unknown', says: 'Slack does not tell which scopes are granted', remedy: null };
  const missing = neededScopes.filter((scope) => !granted.includes(scope));
  if (missing.length === 0) return fine('scopes', `all ${neededScopes.length} granted`);
  return wrong(
    'scopes',
    `missing: ${missing.join(', ')}`,
    'Paste the manifest of the project into "App Manifest" and install the app again.',
  );
}

/** Asks for the address of a socket without opening it. */
async function appTokenFinding(calls: Calls): Promise<SlackFinding> {
  try {
    await calls.call('apps.connections.open', {}, opened, 'repeats');
    return fine('app-level token', 'accepted');
  } catch (error) {
    return refusedFinding('app-level token', error, 'app');
  }
}

async function channelFinding(channel: string, calls: Calls): Promise<SlackFinding> {
  const invite = 'Invite the bot to the channel: type /invite @Adwright there.';
  try {
    const { channel: info } = await calls.call('conversations.info', { channel }, channelInfo, 'repeats');
    if (info.is_archived) return wrong('channel', 'archived', 'Choose a channel that is not archived.');
    return info.is_member ? fine('channel', 'the bot is a member') : wrong('channel', 'the bot is not a member', invite);
  } catch (error) {
    const code = slackCode(error);
    if (code === 'channel_not_found') return wrong('channel', 'not found, or private without the bot', invite);
    const says =
      code === 'missing_scope' ? 'Slack tells membership only with the optional scope channels:read' : 'Slack did not tell';
    return { part: 'channel', state: 'unknown', says, remedy: invite };
  }
}

function refusedFinding(part: SlackFinding['part'], error: unknown, token: 'bot' | 'app'): SlackFinding {
  const problem = error instanceof SlackStartError ? error.problem : startProblem(error, token);
  return wrong(part, problem, startRemedies[problem]);
}

const fine = (part: SlackFinding['part'], says: string): SlackFinding => ({ part, state: 'fine', says, remedy: null });
const wrong = (part: SlackFinding['part'], says: string, remedy: string): SlackFinding => ({
  part,
  state: 'wrong',
  says,
  remedy,
});
