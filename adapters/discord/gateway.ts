/** Hears what people do: runs the Discord library over its gateway, which reconnects and resumes by itself. */
import {
  type APIInteraction,
  Client,
  type ClientOptions,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type GatewayMessageCreateDispatchData,
  type Guild,
  Options,
  Partials,
} from 'discord.js';
import type { Clock } from '../../src/clock.ts';
import type { Logger } from '../../src/log.ts';
import { orLate } from './in-time.ts';
import { canSee, missingIn } from './permissions.ts';
import { DiscordStartError, startProblem } from './start-problem.ts';

export type Heard = {
  onInteraction(interaction: APIInteraction): void;
  onMessage(message: GatewayMessageCreateDispatchData): void;
  /** The bot was added to a server; one that comes back after an outage is not told. At the start: those it was added to lately, also while it did not run. */
  onJoined(guild: { id: string; owner: string; locale: string }): void;
  /** The bot was removed from a server; an outage of Discord is not told. */
  onLeft(guild: string): void;
};

export type Gateway = {
  guilds(): string[];
  /** The boost tier of a server, or null where it is not known. */
  tierOf(guild: string): number | null;
  /** What the bot may not do in a channel of what it needs; null where the channel is not known or not seen. */
  missingIn(channel: string): ReturnType<typeof missingIn>;
  /** Whether somebody sees a channel; true where nobody can tell. */
  sees(person: string, channel: string): Promise<boolean>;
  stop(): Promise<void>;
};

const readyWithinMs = 30_000;
const goodbyeWithinMs = 2_000;
/** Nobody says hello after that. */
const newForMs = 7 * 86_400_000;

type GatewayOptions = { token: string; rest: NonNullable<ClientOptions['rest']>; heard: Heard; clock: Clock; log: Logger };

export async function startGateway({ token, rest, heard, clock, log }: GatewayOptions): Promise<Gateway> {
  const client = new Client({
    // None of them is privileged: the words of a message come with it where the bot is named or spoken to directly.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    // Nothing of what people write is kept.
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0, ReactionManager: 0 }),
    rest,
  });
  listen(client, heard, log);
  try {
    await connect(client, token, clock);
  } catch (error) {
    await destroy(client, clock);
    throw new DiscordStartError(startProblem(error));
  }
  tellOfNew(client, heard, clock);
  return {
    guilds: () => [...client.guilds.cache.keys()],
    tierOf: (guild) => client.guilds.cache.get(guild)?.premiumTier ?? null,
    missingIn(id) {
      const channel = client.channels.cache.get(id);
      return channel && !channel.isDMBased() ? missingIn(channel) : null;
    },
    async sees(person, id) {
      const channel = client.channels.cache.get(id);
      return !channel || channel.isDMBased() || canSee(channel, person);
    },
    stop: () => destroy(client, clock),
  };
}

function listen(client: Client, heard: Heard, log: Logger): void {
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => heard.onInteraction(interaction));
  client.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) => heard.onMessage(message));
  client.on(Events.GuildCreate, (guild) => heard.onJoined(joined(guild)));
  client.on(Events.GuildDelete, (guild) => heard.onLeft(guild.id));
  // Without a listener an error would end the process; its message may quote an address.
  client.on(Events.Error, (error) => log.error('The Discord library reports a failure', { kind: error.name }));
  client.on(Events.ShardError, (error) => log.warn('The line to Discord broke', { kind: error.name }));
  client.on(Events.ShardReconnecting, () => log.info('Connecting to Discord again'));
  client.on(Events.ShardResume, (_shard, replayed) => log.info('Connected to Discord again', { replayed }));
  client.on(Events.ShardDisconnect, ({ code }) => log.error('Discord closed the line for good', { code }));
  client.on(Events.Invalidated, () => log.error('Discord ended the session; start the program again'));
}

const joined = ({ id, ownerId, preferredLocale }: Guild) => ({ id, owner: ownerId, locale: preferredLocale });

function tellOfNew(client: Client, heard: Heard, clock: Clock): void {
  for (const guild of client.guilds.cache.values())
    if (guild.joinedTimestamp > clock.now() - newForMs) heard.onJoined(joined(guild));
}

async function connect(client: Client, token: string, clock: Clock): Promise<void> {
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  const loggedIn = client.login(token).then(() => ready);
  if ((await orLate(loggedIn, readyWithinMs, clock)) === 'late') throw new Error('Discord did not become ready');
}

async function destroy(client: Client, clock: Clock): Promise<void> {
  await orLate(
    client.destroy().catch(() => undefined),
    goodbyeWithinMs,
    clock,
  );
}
