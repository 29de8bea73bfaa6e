/** Receives what people do: runs the Slack library over a socket that is kept open, or behind a signed HTTP address. */
import type { Server } from 'node:http';
import type { SocketModeReceiver } from '@slack/bolt';
import type { Clock } from '../../src/clock.ts';
import type { Logger } from '../../src/log.ts';
import { clientOptions } from './calls.ts';
import {
  eventsPath,
  type HttpConnection,
  installPath,
  type OAuthConnection,
  redirectPath,
  type SlackConnection,
  type SocketConnection,
} from './connection.ts';
import { createInstallDoor } from './install-door.ts';
import type { ListenerHost } from './listeners.ts';
import { createQuietLogger } from './quiet-logger.ts';
import { SlackStartError, startProblem } from './start-problem.ts';

type Bot = { userId: string; botId: string };
/** `port` is where deliveries arrive; null over a socket. */
export type Intake = { port: number | null; stop(): Promise<void> };
export type IntakeOptions = {
  connection: SlackConnection;
  baseUrl: string;
  /** Null where each workspace has a bot of its own. */
  bot: Bot | null;
  onInstalled(workspace: string): void;
  clock: Clock;
  log: Logger;
  register(app: ListenerHost): void;
};

const helloWithinMs = 15_000;
const goodbyeWithinMs = 2_000;
const firstReconnectMs = 200;
const slowestReconnectMs = 30_000;

export async function startIntake(options: IntakeOptions): Promise<Intake> {
  const { connection } = options;
  return connection.mode === 'socket' ? startSocket(connection, options) : startHttp(connection, options);
}

/** The library is told what it would otherwise ask for at an unlucky moment, and never looks a token up: our calls do. */
function appOptions({ baseUrl, bot, log }: IntakeOptions) {
  const authorization = bot === null ? {} : { botId: bot.botId, botUserId: bot.userId };
  return {
    authorize: async () => authorization,
    clientOptions: clientOptions(baseUrl, log, helloWithinMs),
    logger: createQuietLogger(log),
    convoStore: false as const,
    ignoreSelf: false,
  };
}

async function startSocket(connection: SocketConnection, options: IntakeOptions): Promise<Intake> {
  const { baseUrl, log } = options;
  const bolt = await import('@slack/bolt');
  const receiver = new bolt.SocketModeReceiver({
    appToken: connection.appToken,
    logger: createQuietLogger(log),
    // Its own reconnecting waits five seconds, and ends the process when Slack cannot be reached at that moment.
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clientOptions(baseUrl, log, helloWithinMs) },
  });
  options.register(new bolt.App({ ...appOptions(options), receiver }));
  try {
    await connect(receiver, options.clock);
  } catch (error) {
    throw new SlackStartError(startProblem(error, 'app'), { cause: error });
  }
  const stopKeeping = keepConnected(receiver, options);
  return {
    port: null,
    async stop() {
      stopKeeping();
      await disconnect(receiver, options.clock);
    },
  };
}

async function connect(receiver: SocketModeReceiver, clock: Clock): Promise<void> {
  const answered = new AbortController();
  const silence = clock.sleep(helloWithinMs, answered.signal).then(() => {
    throw new Error('Slack did not say hello');
  });
  silence.catch(() => undefined);
  try {
    await Promise.race([receiver.client.start(), silence]);
  } catch (error) {
    await disconnect(receiver, clock);
    throw error;
  } finally {
    answered.abort();
  }
}

/** Reconnects soon after every loss, ever more slowly while Slack cannot be reached. Returns what ends it. */
function keepConnected(receiver: SocketModeReceiver, { clock, log }: IntakeOptions): () => void {
  const ended = new AbortController();
  let isTrying = false;
  let isLost = false;
  async function reconnect() {
    isTrying = true;
    for (let wait = firstReconnectMs; isLost && !ended.signal.aborted; wait = Math.min(wait * 2, slowestReconnectMs)) {
      try {
        await clock.sleep(wait, ended.signal);
        isLost = false;
        await connect(receiver, clock);
      } catch (error) {
        isLost = true;
        if (!ended.signal.aborted) log.warn('Slack cannot be reached', { problem: startProblem(error, 'app') });
      }
    }
    isTrying = false;
    if (!ended.signal.aborted) log.info('Connected to Slack again');
  }
  const onLoss = () => {
    isLost = true;
    if (!isTrying && !ended.signal.aborted) void reconnect();
  };
  receiver.client.on('disconnected', onLoss);
  return () => {
    ended.abort(new Error('stopped'));
    receiver.client.off('disconnected', onLoss);
  };
}

async function disconnect(receiver: SocketModeReceiver, clock: Clock): Promise<void> {
  const answered = new AbortController();
  const patience = clock.sleep(goodbyeWithinMs, answered.signal).catch(() => undefined);
  await Promise.race([receiver.client.disconnect().catch(() => undefined), patience]);
  answered.abort();
}

async function startHttp(connection: HttpConnection | OAuthConnection, options: IntakeOptions): Promise<Intake> {
  const { HTTPReceiver, App } = await import('@slack/bolt');
  const installDoor = connection.mode === 'oauth' ? await createInstallDoor({ ...options, connection }) : null;
  const receiver = new HTTPReceiver({
    signingSecret: connection.signingSecret,
    endpoints: [eventsPath],
    logger: createQuietLogger(options.log),
    customRoutes: installDoor ? [installPath, redirectPath].map((path) => ({ path, method: 'GET', handler: installDoor })) : [],
  });
  options.register(new App({ ...appOptions(options), receiver }));
  const doors = new Set([`POST ${eventsPath}`, ...(installDoor ? [`GET ${installPath}`, `GET ${redirectPath}`] : [])]);
  if ('server' in connection) return attach(receiver.requestListener, connection.server, doors);
  const listen = { port: connection.port, host: connection.host ?? '127.0.0.1' };
  const server = await receiver.start(listen).catch((error: unknown) => {
    throw new SlackStartError(startProblem(error, 'bot'), { cause: error });
  });
  return {
    port: portOf(server as Server),
    async stop() {
      const ended = new AbortController();
      const closed = receiver.stop().finally(() => ended.abort());
      (server as Server).closeIdleConnections();
      await options.clock.sleep(goodbyeWithinMs, ended.signal).catch(() => undefined);
      (server as Server).closeAllConnections();
      await closed;
    },
  };
}

type RequestListener = (...delivery: Parameters<import('@slack/bolt').HTTPReceiver['requestListener']>) => void;

function attach(listener: RequestListener, server: Server, doors: ReadonlySet<string>): Intake {
  const onRequest: RequestListener = (request, response) => {
    const door = `${request.method} ${request.url?.split('?')[0]}`;
    if (doors.has(door)) listener(request, response);
  };
  server.on('request', onRequest);
  return {
    port: portOf(server),
    async stop() {
      server.off('request', onRequest);
    },
  };
}

function portOf(server: Server): number | null {
  const address = server.address();
  return typeof address === 'object' ? (address?.port ?? null) : null;
}
