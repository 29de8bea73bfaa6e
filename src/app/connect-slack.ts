/** From configuration to the Slack adapter. */
import type { Server } from 'node:http';
import type { Door, SlackConnection } from '../../adapters/slack/connection.ts';
import type { SlackAdapter } from '../../adapters/slack/create-slack.ts';
import type { SlackWords } from '../../adapters/slack/words.ts';
import type { InstallationStore } from '../accounts/installations.ts';
import type { PersonRef } from '../chat/messages.ts';
import type { People } from '../chat/people.ts';
import { wordingIn } from '../chat/wording/wording.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { Keyring } from '../privacy/keyring.ts';
import type { Config, SlackConfig } from './config.ts';

/** What workspaces that install the bot by themselves need beside the configuration. */
export type Installing = {
  installations: InstallationStore;
  /** Signs what travels with a browser while it installs; the same in every process. */
  stateSecret: string;
};

/** `installing` is asked only where workspaces install the bot by themselves. */
export async function slackConnection(
  slack: SlackConfig,
  http: Pick<Config, 'port' | 'host'> & { server?: Server | null },
  installing: () => Promise<Installing>,
): Promise<{ connection: SlackConnection; baseUrl: string | undefined }> {
  const { mode, apiUrl: baseUrl } = slack;
  const door: Door = http.server ? { server: http.server } : { port: http.port, host: http.host };
  if (mode === 'socket') return { connection: { mode, botToken: slack.botToken, appToken: slack.appToken }, baseUrl };
  if (mode === 'http')
    return { connection: { mode, botToken: slack.botToken, signingSecret: slack.signingSecret, ...door }, baseUrl };
  const { clientId, clientSecret, signingSecret, publicUrl } = slack;
  return { connection: { mode, clientId, clientSecret, signingSecret, publicUrl, ...(await installing()), ...door }, baseUrl };
}

export type SlackParts = {
  clock: Clock;
  log: Logger;
  database: { installations: InstallationStore };
  keyring: Pick<Keyring, 'lookup'>;
  /** Where deliveries over HTTP arrive together with the portal's visitors; null: at an own server. */
  server: Server | null;
  people: Pick<People, 'localeOf' | 'learn'>;
};

/** Loaded only when Slack is configured: the library takes a third of a second. */
export async function connectSlack(slack: SlackConfig, config: Config, parts: SlackParts): Promise<SlackAdapter> {
  const { createSlack } = await import('../../adapters/slack/create-slack.ts');
  const { clock, log, database, keyring, server, people } = parts;
  const installing = async (): Promise<Installing> => ({
    installations: database.installations,
    stateSecret: Buffer.from(await keyring.lookup('installing', 'state')).toString('hex'),
  });
  const { connection, baseUrl } = await slackConnection(slack, { ...config, server }, installing);
  return createSlack({
    connection,
    words: slackWords(people),
    admins: config.slackAdmins,
    clock,
    log,
    ...(baseUrl ? { baseUrl } : {}),
  });
}

export const slackWords =
  ({ localeOf }: Pick<People, 'localeOf'>) =>
  (person: PersonRef): SlackWords => {
    const { notTaken, formNotOpened, platform, form } = wordingIn(localeOf(person));
    return { ...platform, notTaken, formNotOpened, briefCut: form.briefCut };
  };
