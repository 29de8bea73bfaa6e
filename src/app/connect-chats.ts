/** The chat platforms that are configured, each connected by its own adapter. */
import type { ChatAdapter, ChatEvents } from '../chat/chat-adapter.ts';
import type { Config } from './config.ts';
import { connectDiscord } from './connect-discord.ts';
import { connectSlack, type SlackParts } from './connect-slack.ts';

export interface ChatPlatform extends ChatAdapter {
  /** Listens to people from now on. Rejects with an error whose `remedy` says what to do. */
  start(events: ChatEvents): Promise<unknown>;
  /** The workspaces that the bot is in, as the platform told at the start; absent where it does not tell. */
  workspaces?(): string[];
  /** Hears nobody any more; posting goes on. Safe to call twice. */
  stop(): Promise<void>;
}

export async function connectChats(config: Config, parts: SlackParts): Promise<ChatPlatform[]> {
  return [
    ...(config.slack ? [await connectSlack(config.slack, config, parts)] : []),
    ...(config.discord ? [await connectDiscord(config.discord, parts)] : []),
  ];
}
