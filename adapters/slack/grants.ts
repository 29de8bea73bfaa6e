/** What workspaces granted us: the operator's one token, or an installation of each workspace's own. */
import type { InstallationStore } from '../../src/accounts/installations.ts';
import type { Clock } from '../../src/clock.ts';
import type { Logger } from '../../src/log.ts';
import { type CallsIn, oneToken, type Tokens } from './calls.ts';
import type { SlackConnection } from './connection.ts';
import { createInstalledTokens } from './installed-tokens.ts';
import { neededScopes } from './manifest.ts';
import { askWorkspace, type Workspace } from './workspace.ts';

export type Grants = {
  tokens: Tokens;
  /** Null with the operator's one token. */
  installations: InstallationStore | null;
  hasScope(workspace: string, scope: string): Promise<boolean>;
  /** Tries the one token at Slack before anything else; where workspaces install by themselves there is nothing to try. */
  prove(callsIn: CallsIn): Promise<{ workspace: string | null; bot: Workspace['bot'] | null }>;
  /** A workspace has installed the bot. */
  installed(workspace: string): void;
  settle(): Promise<void>;
};

export function createGrants(options: { connection: SlackConnection; baseUrl: string; clock: Clock; log: Logger }): Grants {
  const { connection, log } = options;
  if (connection.mode !== 'oauth') return oneGrant(connection.botToken, log);
  const { installations, clientId, clientSecret } = connection;
  const tokens = createInstalledTokens({ ...options, installations, clientId, clientSecret });
  return {
    tokens,
    installations,
    hasScope: tokens.hasScope,
    prove: async () => ({ workspace: null, bot: null }),
    installed: tokens.forget,
    settle: tokens.settle,
  };
}

function oneGrant(token: string, log: Logger): Grants {
  let granted: readonly string[] = [];
  return {
    tokens: oneToken(token),
    installations: null,
    hasScope: async (_workspace, scope) => granted.includes(scope),
    async prove(callsIn) {
      const { id, bot, scopes } = await askWorkspace(callsIn(''));
      granted = scopes ?? [];
      const missing = scopes === null ? [] : neededScopes.filter((scope) => !scopes.includes(scope));
      if (missing.length > 0)
        log.warn('Slack has not granted every scope; install the app again', { missing: missing.join(',') });
      return { workspace: id, bot };
    },
    installed: () => undefined,
    settle: async () => undefined,
  };
}
