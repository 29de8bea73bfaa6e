/** From configuration to the Discord adapter. */
import type { DiscordConnection } from '../../adapters/discord/connection.ts';
import type { DiscordAdapter } from '../../adapters/discord/create-discord.ts';
import type { DiscordWords } from '../../adapters/discord/words.ts';
import type { PersonRef } from '../chat/messages.ts';
import type { People } from '../chat/people.ts';
import { wordingIn } from '../chat/wording/wording.ts';
import type { Clock } from '../clock.ts';
import { randomId } from '../ids.ts';
import type { Logger } from '../log.ts';
import type { DiscordConfig } from './config.ts';

export function discordConnection({ botToken, applicationId, apiUrl, cdnUrl }: DiscordConfig): DiscordConnection {
  return { botToken, applicationId, ...(apiUrl ? { apiUrl } : {}), ...(cdnUrl ? { cdnUrl } : {}) };
}

export type DiscordParts = { clock: Clock; log: Logger; people: Pick<People, 'localeOf' | 'learn'> };

/** Loaded only when Discord is configured: the library takes half a second. */
export async function connectDiscord(discord: DiscordConfig, parts: DiscordParts): Promise<DiscordAdapter> {
  const { clock, log, people } = parts;
  const { createDiscord } = await import('../../adapters/discord/create-discord.ts');
  const meet = async (person: PersonRef): Promise<void> => void (await people.learn(person).catch(() => undefined));
  return createDiscord({
    connection: discordConnection(discord),
    words: discordWords(people),
    meet,
    newId: randomId,
    clock,
    log,
  });
}

export const discordWords =
  ({ localeOf }: Pick<People, 'localeOf'>) =>
  (person: PersonRef): DiscordWords => {
    const words = wordingIn(localeOf(person));
    return { notTaken: words.notTakenPress, formNotOpened: words.formNotOpened, ...words.platform };
  };
