/** A Slack on this machine, with one workspace or several: the real adapter talks to it, and it refuses what Slack refuses. */
import { createServer, type IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Clock, systemClock } from '../../../src/clock.ts';
import { createDeliveries } from './deliveries.ts';
import { createEnvelopes } from './envelopes.ts';
import { createFaults } from './faults.ts';
import { giveFile, takeReply, takeUpload } from './file-host.ts';
import { readManifest } from './manifest-rules.ts';
import type { Surroundings } from './methods/method.ts';
import { createOAuthDesk, oauthApp } from './oauth-desk.ts';
import { createRates } from './rates.ts';
import { createSocketLink } from './socket-link.ts';
import { answerCall, type WebApi } from './web-api.ts';
import { createWorkspace, type LoopbackWorkspace } from './workspace.ts';
import { createIds, createWorld } from './world.ts';

export type LoopbackOptions = {
  /** The app's manifest; its scopes are the scopes that are granted. */
  manifest: unknown;
  /** Optional scopes of the manifest that are granted, too. */
  granted?: readonly string[];
  clock?: Clock;
  /** 0 or absent takes a free one. */
  port?: number;
};

/** `organisation`: its name; `isOrganisationWide`: what is installed there is installed for the whole of it. */
export type WorkspaceOptions = { organisation?: string; isOrganisationWide?: boolean };

export type LoopbackSlack = Awaited<ReturnType<typeof createLoopbackSlack>>;

const secrets = { botToken: 'xoxb-loopback-bot', appToken: 'xapp-loopback-app', signingSecret: 'loopback-signing-secret' };

export async function createLoopbackSlack(options: LoopbackOptions) {
  const clock = options.clock ?? systemClock;
  const nextId = createIds();
  const appId = nextId('A');
  const rules = readManifest(options.manifest, options.granted);
  const oauth = createOAuthDesk({ rules, clock, nextId });
  const faults = createFaults();
  let origin = '';

  function surroundings(name: string, { organisation, isOrganisationWide = false }: WorkspaceOptions = {}): Surroundings {
    const named = organisation === undefined ? {} : { organisation: { id: nextId('E'), name: organisation } };
    const { appToken, signingSecret } = secrets;
    const world = createWorld({ clock, appToken, signingSecret, nextId, appId, name, ...named, isOrganisationWide });
    const around = { world, faults, rules, oauth, baseUrl: () => origin };
    oauth.open(around);
    return around;
  }
  const atDesk = (around: Surroundings): WebApi => ({ around, rates: createRates(() => clock.now()) });
  const first = surroundings('Loopback');
  first.world.access.issue(secrets.botToken, null);
  const places: [WebApi, ...WebApi[]] = [atDesk(first)];
  const envelopes = createEnvelopes(first.world);
  const deliveries = createDeliveries(first.world, faults, envelopes);
  const server = createServer((request, response) => {
    serve(request, response, places).catch(() => {
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end('the loopback itself failed');
    });
  });
  const link = createSocketLink(server, first.world, envelopes);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    /** What the adapter takes as its base URL. */
    apiUrl: `${origin}/api/`,
    ...secrets,
    ...oauthApp,
    faults,
    /** The limits of the first workspace: `rates.times = 20` for twenty times as much. */
    rates: places[0].rates,
    ...createWorkspace(first, deliveries),
    /** One more workspace, in which the app is not installed yet. */
    workspace(name: string, made: WorkspaceOptions = {}): LoopbackWorkspace {
      const around = surroundings(name, made);
      places.push(atDesk(around));
      return createWorkspace(around, deliveries);
    },
    deliverByHttp: (url: string | null) => deliveries.useHttp(url),
    dropSockets: envelopes.drop,
    refreshSockets: envelopes.refresh,
    connections: envelopes.connections,
    hasUndelivered: envelopes.hasUndelivered,
    async close() {
      link.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

type Places = readonly [WebApi, ...WebApi[]];

async function serve(request: IncomingMessage, response: ServerResponse, places: Places): Promise<void> {
  const line = places[0].around.faults.lineFor();
  if (line === 'open') return route(request, response, places);
  // An answer without a connection: the work is done, and nobody hears of it.
  if (line === 'breaks') await route(request, new ServerResponse(request), places);
  request.socket.destroy();
}

async function route(request: IncomingMessage, response: ServerResponse, places: Places): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, first, second = ''] = pathname.split('/');
  /** Files and reply addresses are known in one workspace only. */
  const where = (isThere: (world: Surroundings['world']) => boolean): Surroundings =>
    (places.find(({ around }) => isThere(around.world)) ?? places[0]).around;
  if (request.method === 'GET' && first === 'files-pri')
    return giveFile(
      pathname,
      request,
      response,
      where(({ team }) => second.startsWith(`${team.id}-`)),
    );
  if (request.method === 'POST' && second) {
    if (first === 'api') return answerCall(second, request, response, places);
    if (first === 'upload')
      return takeUpload(
        second,
        request,
        response,
        where(({ files }) => files.has(second)),
      );
    if (first === 'response')
      return takeReply(
        second,
        request,
        response,
        where(({ replyLinks }) => replyLinks.has(second)),
      );
  }
  response.writeHead(404).end();
}
