/** The chat platforms that are configured, each connected by its own adapter. */
import type { ChatAdapter, ChatEvents } from '../chat/chat-adapter.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { Config } from './config.ts';
import { connectDiscord } from './connect-discord.ts';
import { connectSlack } from './connect-slack.ts';

export interface ChatPlatform extends ChatAdapter {
  /** Listens to people from now on. Rejects with an error whose `remedy` says what to do. */
  start(events: ChatEvents): Promise<unknown>;
  /** Hears nobody any more; posting goes on. Safe to call twice. */
  stop(): Promise<void>;
}

export async function connectChats(config: Config, options: { clock: Clock; log: Logger }): Promise<ChatPlatform[]> {
  return [
    ...(config.slack ? [await connectSlack(config.slack, config, options)] : []),
    ...(config.discord ? [await connectDiscord(config.discord, options)] : []),
  ];
}
