/** From configuration to the Slack adapter. */
import type { SlackConnection } from '../../adapters/slack/connection.ts';
import type { SlackAdapter } from '../../adapters/slack/create-slack.ts';
import { fallbackLocale } from '../chat/locale.ts';
import { wordingIn } from '../chat/wording/wording.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { Config, SlackConfig } from './config.ts';

export function slackConnection(
  slack: SlackConfig,
  http: Pick<Config, 'port' | 'host'>,
): { connection: SlackConnection; baseUrl: string | undefined } {
  const { botToken, apiUrl: baseUrl } = slack;
  if (slack.mode === 'socket') return { connection: { mode: 'socket', botToken, appToken: slack.appToken }, baseUrl };
  return {
    connection: { mode: 'http', botToken, signingSecret: slack.signingSecret, port: http.port, host: http.host },
    baseUrl,
  };
}

/** Loaded only when Slack is configured: the library takes a third of a second. */
export async function connectSlack(
  slack: SlackConfig,
  config: Config,
  options: { clock: Clock; log: Logger },
): Promise<SlackAdapter> {
  const { createSlack } = await import('../../adapters/slack/create-slack.ts');
  const { connection, baseUrl } = slackConnection(slack, config);
  const wording = wordingIn(fallbackLocale);
  const words = { notTaken: wording.notTaken, formNotOpened: wording.formNotOpened };
  return createSlack({ connection, words, ...options, ...(baseUrl ? { baseUrl } : {}) });
}
