/** A Discord on this machine: the real adapter talks to it, and it refuses what Discord refuses. */
import { createServer, type IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Clock, systemClock } from '../../../src/clock.ts';
import { downloadRoute, giveAttachment } from './cdn.ts';
import { addChannel, deleteChannel, denyBot } from './channels.ts';
import { createFaults } from './faults.ts';
import { createGatewayLink, type GatewayRules } from './gateway/gateway-link.ts';
import { createGateway } from './gateway/sessions.ts';
import { addGuild, boost, inviteBot, removeBot, setOutage } from './guilds.ts';
import { tokenLivesMs } from './interactions.ts';
import { allPermissions, bitsOf, type Permission } from './permissions.ts';
import { createPerson, type Person } from './person.ts';
import { createRates } from './rates.ts';
import { answerRest } from './rest-api.ts';
import { routes } from './routes/all-routes.ts';
import type { Surroundings } from './surroundings.ts';
import { waitFor } from './wait-for.ts';
import { type Channel, createWorld, type Guild, type JournalEntry, type StoredFile, type StoredMessage } from './world.ts';

export type LoopbackOptions = {
  clock?: Clock;
  /** 0 or absent takes a free one. */
  port?: number;
} & Partial<GatewayRules>;

export type LoopbackDiscord = Awaited<ReturnType<typeof createLoopbackDiscord>>;

type ChannelMade = {
  /** The first guild where absent. */
  guild?: Guild;
  /** Whether the bot sees the channel; it does where absent. */
  withBot?: boolean;
  /** All that the bot may do there; what everybody may where absent. */
  permissions?: readonly Permission[];
  /** Makes it a thread under this channel. */
  under?: Channel;
};

const isRoute = (name: string): boolean => name in routes || name === downloadRoute;
const botToken = 'loopback-discord-bot-token';
/** What the real Discord asks for. */
const usualHeartbeatMs = 41_250;

export async function createLoopbackDiscord(options: LoopbackOptions = {}) {
  const world = createWorld({ clock: options.clock ?? systemClock, botToken });
  const faults = createFaults(isRoute);
  const gateway = createGateway(world, faults);
  const rates = createRates();
  let origin = '';
  const around: Surroundings = { world, faults, rates, gateway, baseUrl: () => origin };
  const server = createServer((request, response) => {
    serve(request, response, around).catch(() => {
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end('the loopback itself failed');
    });
  });
  const { heartbeatMs = usualHeartbeatMs, grantedIntents = 0 } = options;
  const link = createGatewayLink(server, around, { heartbeatMs, grantedIntents });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    /** What discord.js takes as `rest.api`; it adds the version itself. */
    apiUrl: `${origin}/api`,
    /** What discord.js takes as `rest.cdn`; attachments have addresses under it. */
    cdnUrl: origin,
    botToken,
    applicationId: world.app.id,
    botId: world.bot.id,
    world,
    faults,
    /** The limits: `rates.times = 20` for twenty times as much, `rates.isOn = false` for none. */
    rates,
    /** How often the bot identified itself, resumed and sent heartbeats. */
    gatewayCounts: link.counts,
    ...places(around),
    ...gatewaySwitches(around),
    /** What is to be seen in a channel, oldest first. */
    messages: (channel: string): StoredMessage[] =>
      (world.channels.get(channel)?.messages ?? []).filter((one) => !one.deleted && one.onlyFor === null),
    files: (): StoredFile[] => [...world.files.values()].filter((file) => !file.deleted),
    file: (id: string): StoredFile | undefined => world.files.get(id),
    /** Every request of a route, such as `POST /channels/{channel_id}/messages`. */
    calls(route: string): JournalEntry[] {
      if (!isRoute(route)) throw new Error(`The loopback has no route "${route}"`);
      return world.journal.filter((entry) => `${entry.method} ${entry.route}` === route);
    },
    /** Every interaction's token is too old from now on. */
    expireTokens() {
      for (const interaction of world.interactions.values()) interaction.createdAt -= tokenLivesMs + 1;
    },
    waitFor: <Found>(find: () => Found | null | undefined | false, limits?: { withinMs?: number; what?: string }) =>
      waitFor(world, find, limits),
    async close() {
      link.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function places(around: Surroundings) {
  const { world } = around;
  const people = new Map<string, Person>();
  /** A guild by its name; made with the bot in it when first named, owned by somebody who does nothing unless said. */
  const guild = (name: string, made: { ownedBy?: Person } = {}): Guild =>
    [...world.guilds.values()].find((one) => one.name === name) ?? addGuild(name, around, made.ownedBy?.id);
  return {
    guild,
    /** A channel by its name; made when first named. */
    channel(name: string, made: ChannelMade = {}): Channel {
      const home =
        made.guild ??
        (made.under?.guild ? world.guilds.get(made.under.guild) : undefined) ??
        [...world.guilds.values()][0] ??
        guild('Loopback');
      const known = [...world.channels.values()].find((one) => one.name === name && one.guild === home.id);
      return known ?? makeChannel(name, home, made, around);
    },
    /** A person by name; made when first named. */
    person(name: string): Person {
      const known = people.get(name);
      if (known) return known;
      const person = createPerson(name, around);
      people.set(name, person);
      return person;
    },
    deleteChannel: (channel: Channel) => deleteChannel(channel, around),
    /** The bot may do these in a channel from now on, and nothing else. */
    allowBot: (channel: Channel, permissions: readonly Permission[]) => denyBot(channel, allBut(permissions), around),
    /** A guild's boost tier, which decides how large files may be there. */
    boost: (guild: Guild, tier: 0 | 1 | 2 | 3) => boost(guild, tier, around),
    /** The bot is removed from a guild. */
    removeGuild: (guild: Guild) => removeBot(guild, around),
    /** The bot is invited to a guild again. */
    inviteBack: (guild: Guild) => inviteBot(guild, around),
    /** Discord cannot reach a guild for a while, or can again. */
    guildOutage: (guild: Guild, isOut = true) => setOutage(guild, isOut, around),
  };
}

const allBut = (permissions: readonly Permission[]): bigint => bitsOf(allPermissions) & ~bitsOf(permissions);

function makeChannel(name: string, home: Guild, made: ChannelMade, around: Surroundings): Channel {
  const denied = made.withBot === false ? bitsOf(['ViewChannel']) : made.permissions ? allBut(made.permissions) : 0n;
  const place = made.under ? { kind: 'thread' as const, parent: made.under.id } : { kind: 'text' as const };
  return addChannel({ ...place, name, guild: home.id, deniedToBot: denied }, around);
}

function gatewaySwitches({ gateway }: Surroundings) {
  return {
    /** Cuts every socket without a word; with a close code, says so. */
    dropSockets: gateway.drop,
    requestReconnect: gateway.requestReconnect,
    /** Ends the session; the bot must identify itself anew, unless it may resume. */
    invalidateSession: (canResume = false) => gateway.invalidate(canResume),
    connections: gateway.connections,
  };
}

async function serve(request: IncomingMessage, response: ServerResponse, around: Surroundings): Promise<void> {
  const line = around.faults.lineFor();
  if (line === 'open') return route(request, response, around);
  // An answer without a connection: the work is done, and nobody hears of it.
  if (line === 'breaks') await route(request, new ServerResponse(request), around);
  request.socket.destroy();
}

async function route(request: IncomingMessage, response: ServerResponse, around: Surroundings): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (url.pathname.startsWith('/api/')) return answerRest(request, response, around);
  if (request.method === 'GET' && /^\/(ephemeral-)?attachments\//.test(url.pathname))
    return giveAttachment(url, response, around);
  response.writeHead(404).end();
}
