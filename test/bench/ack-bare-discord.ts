/** The floor of the acknowledgement on Discord: a discord.js client that only acknowledges. Says that it is ready once it listens. */
import { Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js';
import { commandDefinitions } from '../../adapters/discord/command-table.ts';
import type { DiscordAddress } from './ack-discord.ts';
import { answerQuestions } from './helper-process.ts';

answerQuestions(async (address) => {
  const { apiUrl, botToken } = address as DiscordAddress;
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: apiUrl } });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(botToken);
  await ready;
  await client.application?.commands.set(commandDefinitions() as never);
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isRepliable()) void interaction.deferReply({ flags: MessageFlags.Ephemeral });
  });
  return 'ready';
});
