/** Lets any workspace install the bot by itself: the page that begins it, and the way back from Slack with a token. */
import type { HTTPReceiver, InstallationStore as SlackInstallationStore } from '@slack/bolt';
import type { Clock } from '../../src/clock.ts';
import { AppError } from '../../src/errors.ts';
import type { Logger } from '../../src/log.ts';
import { clientOptions } from './calls.ts';
import { authorizePage, installPath, type OAuthConnection, redirectPath } from './connection.ts';
import { neededScopes, optionalScopes } from './manifest.ts';
import { createQuietLogger } from './quiet-logger.ts';
import { installedIn } from './workspace.ts';

type Options = {
  connection: OAuthConnection;
  baseUrl: string;
  clock: Clock;
  log: Logger;
  /** Told after an installation is stored. */
  onInstalled(workspace: string): void;
};

const answerWithinMs = 15_000;

/** The library's own steps of OAuth, in a receiver of their own: the one for deliveries must not look tokens up by itself. */
export async function createInstallDoor(options: Options): Promise<HTTPReceiver['requestListener']> {
  const { connection, baseUrl, log } = options;
  const { HTTPReceiver } = await import('@slack/bolt');
  const { clientId, clientSecret, signingSecret, stateSecret, publicUrl } = connection;
  const door = new HTTPReceiver({
    clientId,
    clientSecret,
    signingSecret,
    stateSecret,
    scopes: [...neededScopes, ...optionalScopes],
    redirectUri: new URL(redirectPath, publicUrl).href,
    installationStore: storeFor(options),
    logger: createQuietLogger(log),
    installerOptions: {
      installPath,
      redirectUriPath: redirectPath,
      directInstall: true,
      authorizationUrl: authorizePage(baseUrl),
      clientOptions: clientOptions(baseUrl, log, answerWithinMs),
    },
  });
  return door.requestListener;
}

/** The library only ever stores through it; tokens are read by `createInstalledTokens`. */
function storeFor({ connection, clock, log, onInstalled }: Options): SlackInstallationStore {
  return {
    async storeInstallation({ team, enterprise, isEnterpriseInstall, bot, user }) {
      const workspace = installedIn({
        team: team?.id,
        organisation: enterprise?.id,
        isOrganisationWide: isEnterpriseInstall ?? false,
      });
      if (!bot || workspace === '') throw new AppError('chat-refused', 'Slack gave no token for the bot', { retry: 'never' });
      const { refreshToken, expiresAt } = bot;
      const renewal = refreshToken && expiresAt ? { token: refreshToken, expiresAt: expiresAt * 1000 } : null;
      const installation = {
        token: bot.token,
        renewal,
        scopes: bot.scopes,
        installer: user.id ?? null,
        installedAt: clock.now(),
      };
      await connection.installations.save({ platform: 'slack', workspace }, installation);
      onInstalled(workspace);
      log.info('A workspace installed the bot');
    },
    async fetchInstallation() {
      throw new AppError('chat-refused', 'Tokens are not read here', { retry: 'never' });
    },
  };
}
