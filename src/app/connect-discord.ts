/** From configuration to the Discord adapter. */
import type { DiscordConnection } from '../../adapters/discord/connection.ts';
import type { DiscordAdapter } from '../../adapters/discord/create-discord.ts';
import type { DiscordWords } from '../../adapters/discord/words.ts';
import { fallbackLocale, localeOf } from '../chat/locale.ts';
import { wordingIn } from '../chat/wording/wording.ts';
import type { Clock } from '../clock.ts';
import { randomId } from '../ids.ts';
import type { Logger } from '../log.ts';
import type { DiscordConfig } from './config.ts';

export function discordConnection({ botToken, applicationId, apiUrl, cdnUrl }: DiscordConfig): DiscordConnection {
  return { botToken, applicationId, ...(apiUrl ? { apiUrl } : {}), ...(cdnUrl ? { cdnUrl } : {}) };
}

/** Loaded only when Discord is configured: the library takes half a second. */
export async function connectDiscord(discord: DiscordConfig, options: { clock: Clock; log: Logger }): Promise<DiscordAdapter> {
  const { createDiscord } = await import('../../adapters/discord/create-discord.ts');
  return createDiscord({ connection: discordConnection(discord), words: discordWords, newId: randomId, ...options });
}

function discordWords(tag: string | undefined): DiscordWords {
  const words = wordingIn(localeOf(tag) ?? fallbackLocale);
  return { notTaken: words.notTakenPress, formNotOpened: words.formNotOpened, ...words.platform };
}
