/** A Slack workspace on this machine: the real adapter talks to it, and it refuses what Slack refuses. */
import { createServer, type IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Clock, systemClock } from '../../../src/clock.ts';
import { createDeliveries } from './deliveries.ts';
import { createEnvelopes } from './envelopes.ts';
import { createFaults } from './faults.ts';
import { giveFile, takeReply, takeUpload } from './file-host.ts';
import { readManifest } from './manifest-rules.ts';
import { addChannel } from './methods/conversations.ts';
import { forgetFile } from './methods/files.ts';
import type { Surroundings } from './methods/method.ts';
import { createPerson, type Person } from './person.ts';
import { createRates } from './rates.ts';
import { createSocketLink } from './socket-link.ts';
import { answerCall, type WebApi } from './web-api.ts';
import { createWorld, type StoredFile, type StoredMessage, type World, waitFor } from './world.ts';

export type LoopbackOptions = {
  /** The app's manifest; its scopes are the scopes that are granted. */
  manifest: unknown;
  clock?: Clock;
  /** 0 or absent takes a free one. */
  port?: number;
};

export type LoopbackSlack = Awaited<ReturnType<typeof createLoopbackSlack>>;

const secrets = { botToken: 'xoxb-loopback-bot', appToken: 'xapp-loopback-app', signingSecret: 'loopback-signing-secret' };

export async function createLoopbackSlack(options: LoopbackOptions) {
  const world = createWorld({ clock: options.clock ?? systemClock, ...secrets });
  const faults = createFaults();
  const envelopes = createEnvelopes(world);
  const deliveries = createDeliveries(world, faults, envelopes);
  let origin = '';
  const around: Surroundings = {
    world,
    faults,
    rules: readManifest(options.manifest),
    baseUrl: () => origin,
  };
  const api: WebApi = { around, rates: createRates(() => world.clock.now()) };
  const server = createServer((request, response) => {
    serve(request, response, api).catch(() => {
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end('the loopback itself failed');
    });
  });
  const link = createSocketLink(server, world, envelopes);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const people = new Map<string, Person>();

  return {
    /** What the adapter takes as its base URL. */
    apiUrl: `${origin}/api/`,
    ...secrets,
    world,
    faults,
    team: world.team.id,
    /** A channel by its name; made with the bot in it when first named. */
    channel: (name: string, made: { withBot?: boolean; isPrivate?: boolean } = {}) =>
      [...world.channels.values()].find((channel) => channel.name === name) ?? addChannel(world, name, made),
    /** A person by name; made when first named. */
    person(name: string): Person {
      const known = people.get(name);
      if (known) return known;
      const person = createPerson(name, around, deliveries);
      people.set(name, person);
      return person;
    },
    messages: (channel: string): StoredMessage[] => (world.channels.get(channel)?.messages ?? []).filter((one) => !one.deleted),
    files: (): StoredFile[] => [...world.files.values()],
    file: (id: string): StoredFile | undefined => world.files.get(id),
    /** A file vanishes, as when its owner removes it. */
    removeFile: (id: string) => removeFile(world, id),
    calls: (method: string) => world.journal.filter((entry) => entry.method === method),
    deliverByHttp: (url: string | null) => deliveries.useHttp(url),
    dropSockets: envelopes.drop,
    refreshSockets: envelopes.refresh,
    connections: envelopes.connections,
    hasUndelivered: envelopes.hasUndelivered,
    waitFor: <Found>(find: () => Found | null | undefined | false, limits?: { withinMs?: number; what?: string }) =>
      waitFor(world, find, limits),
    async close() {
      link.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function removeFile(world: World, id: string) {
  const file = world.files.get(id);
  if (file) forgetFile(world, file);
  world.changed();
}

async function serve(request: IncomingMessage, response: ServerResponse, api: WebApi): Promise<void> {
  const line = api.around.faults.lineFor();
  if (line === 'open') return route(request, response, api);
  // An answer without a connection: the work is done, and nobody hears of it.
  if (line === 'breaks') await route(request, new ServerResponse(request), api);
  request.socket.destroy();
}

async function route(request: IncomingMessage, response: ServerResponse, api: WebApi): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, first, second] = pathname.split('/');
  if (request.method === 'GET' && first === 'files-pri') return giveFile(pathname, request, response, api.around);
  if (request.method === 'POST' && second) {
    if (first === 'api') return answerCall(second, request, response, api);
    if (first === 'upload') return takeUpload(second, request, response, api.around);
    if (first === 'response') return takeReply(second, request, response, api.around);
  }
  response.writeHead(404).end();
}
