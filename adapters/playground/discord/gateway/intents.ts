/** Which events a session is sent, and what it may read in them. Bits and groups: Discord's documentation, events/gateway. */
import { mentionedUsers } from '../told-message.ts';
import type { Channel, Json, StoredMessage, World } from '../world.ts';

export const intents = { guilds: 1, guildMessages: 1 << 9, directMessages: 1 << 12, messageContent: 1 << 15 } as const;

/** Members, presences and message content need Discord's permission. */
export const privileged = (1 << 1) | (1 << 8) | intents.messageContent;
export const knownIntents = 0b11_0001_1111_1111_1111_1111_1111;

export const messageIntent = (channel: Channel | undefined): number =>
  channel?.guild ? intents.guildMessages : intents.directMessages;

/** A message as a bot reads it without the content intent: empty unless it is its own, direct, or names the bot. */
export function readableMessage(told: Json, message: StoredMessage, held: number, world: World): Json {
  const isOpen =
    (held & intents.messageContent) !== 0 ||
    world.channels.get(message.channel)?.guild === null ||
    message.author === world.bot.id ||
    mentionedUsers(message).includes(world.bot.id);
  return isOpen ? told : { ...told, content: '', attachments: [], embeds: [], components: [] };
}
