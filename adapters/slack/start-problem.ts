/** Why Slack could not be started, and what to do about it. */
import { asAppError, isDeadToken, slackCode } from './slack-errors.ts';

export type SlackStartProblem =
  | 'base-url-not-https'
  | 'bot-token-refused'
  | 'bot-token-of-another-kind'
  | 'app-token-refused'
  | 'app-token-of-another-kind'
  | 'app-token-lacks-scope'
  | 'socket-mode-off'
  | 'port-taken'
  | 'slack-unreachable'
  | 'slack-refuses';

export const startRemedies: Readonly<Record<SlackStartProblem, string>> = {
  'base-url-not-https':
    'SLACK_API_URL must begin with https:// (http:// is allowed only for this machine). Remove it to use the real Slack.',
  'bot-token-refused':
    'Slack does not accept SLACK_BOT_TOKEN. Copy the "Bot User OAuth Token" (xoxb-…) from your app\'s page "OAuth & Permissions", after "Install to Workspace".',
  'bot-token-of-another-kind':
    'SLACK_BOT_TOKEN is a token of another kind. It must be the "Bot User OAuth Token", which begins with xoxb-.',
  'app-token-refused':
    'Slack does not accept SLACK_APP_TOKEN. Make an app-level token (xapp-…) with the scope connections:write on your app\'s page "Basic Information".',
  'app-token-of-another-kind':
    'SLACK_APP_TOKEN is a token of another kind. It must be an app-level token, which begins with xapp-.',
  'app-token-lacks-scope':
    'SLACK_APP_TOKEN lacks the scope connections:write. Make a new app-level token with it on the page "Basic Information".',
  'socket-mode-off':
    'Socket Mode is switched off for this app. Switch it on under "Socket Mode", or paste the manifest of the project into "App Manifest".',
  'port-taken': "The port for Slack's deliveries is already in use. Stop the other program or choose another port.",
  'slack-unreachable': 'Slack could not be reached. Check the network, the proxy and SLACK_API_URL, then start again.',
  'slack-refuses':
    "Slack refuses to start the app. Check on your app's page that it is installed in the workspace and not disabled.",
};

export class SlackStartError extends Error {
  readonly problem: SlackStartProblem;
  /** What to do, in plain words. */
  readonly remedy: string;

  constructor(problem: SlackStartProblem, options: { cause?: unknown } = {}) {
    super(`${problem}: ${startRemedies[problem]}`, options);
    this.name = 'SlackStartError';
    this.problem = problem;
    this.remedy = startRemedies[problem];
  }
}

export function startProblem(error: unknown, token: 'bot' | 'app'): SlackStartProblem {
  if (hasCode(error, 'EADDRINUSE')) return 'port-taken';
  const code = slackCode(error);
  if (code === null) return 'slack-unreachable';
  if (isDeadToken(error)) return `${token}-token-refused`;
  if (code === 'not_allowed_token_type') return `${token}-token-of-another-kind`;
  if (code === 'missing_scope' && token === 'app') return 'app-token-lacks-scope';
  if (code === 'socket_mode_not_enabled' || code === 'forbidden_team') return 'socket-mode-off';
  return asAppError(error, '').retry === 'later' ? 'slack-unreachable' : 'slack-refuses';
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
