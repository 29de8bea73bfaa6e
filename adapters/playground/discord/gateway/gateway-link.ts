/** The loopback's end of the gateway: greets, checks who identifies, acknowledges heartbeats and lets clients resume. Close codes: Discord's opcodes-and-status-codes page. */
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Surroundings } from '../surroundings.ts';
import { toldGuildCreate, toldUser } from '../told.ts';
import { intents, knownIntents, privileged } from './intents.ts';
import type { Session } from './sessions.ts';

const closeCodes = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSequence: 4007,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const;

/** A client may send no larger frame, in bytes. */
const mostFrameBytes = 4096;

const identify = z.object({ token: z.string(), intents: z.number().int(), properties: z.record(z.string(), z.unknown()) });
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number().int().nonnegative() });
const frame = z.object({ op: z.number().int(), d: z.unknown() });

export type GatewayRules = {
  /** How often a client must send a heartbeat, in milliseconds. */
  heartbeatMs: number;
  /** Privileged intents that Discord has granted. */
  grantedIntents: number;
};

export function createGatewayLink(server: Server, around: Surroundings, rules: GatewayRules) {
  const link = new WebSocketServer({ server });
  const counts = { heartbeats: 0, identifies: 0, resumes: 0 };
  link.on('connection', (socket) => {
    let session: Session | null = null;
    // A session that was ended leaves its socket to begin anew or to resume.
    const isIn = () => session?.socket === socket;
    const leave = () => {
      if (session?.socket === socket) session.socket = null;
      around.world.changed();
    };
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      leave();
      // A client that says goodbye gives its session up.
      if (session && (code === 1000 || code === 1001)) around.gateway.forget(session);
    });
    socket.on('message', (data) => {
      const bytes = data as Buffer;
      const read = bytes.length > mostFrameBytes ? null : frame.safeParse(parsed(bytes.toString())).data;
      if (!read) return socket.close(closeCodes.decodeError);
      switch (read.op) {
        case 1:
          counts.heartbeats += 1;
          socket.send(JSON.stringify({ op: 11 }));
          return around.world.changed();
        case 2:
          if (isIn()) return socket.close(closeCodes.alreadyAuthenticated);
          counts.identifies += 1;
          session = begin(socket, read.d, around, rules);
          return;
        case 6:
          if (isIn()) return socket.close(closeCodes.alreadyAuthenticated);
          counts.resumes += 1;
          session = comeBack(socket, read.d, around);
          return;
        case 3:
        case 4:
        case 8:
          return isIn() ? undefined : socket.close(closeCodes.notAuthenticated);
        default:
          return socket.close(closeCodes.unknownOpcode);
      }
    });
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: rules.heartbeatMs } }));
  });
  return {
    counts,
    close() {
      for (const socket of link.clients) socket.terminate();
      link.close();
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isBotToken(token: string, { world, faults }: Surroundings): boolean {
  return !faults.deadToken && token === world.botToken;
}

function begin(socket: WebSocket, data: unknown, around: Surroundings, rules: GatewayRules): Session | null {
  const { world, gateway, baseUrl } = around;
  const close = (code: number) => {
    socket.close(code);
    return null;
  };
  const read = identify.safeParse(data).data;
  if (!read) return close(closeCodes.decodeError);
  if (!isBotToken(read.token, around)) return close(closeCodes.authenticationFailed);
  if ((read.intents & ~knownIntents) !== 0) return close(closeCodes.invalidIntents);
  if ((read.intents & privileged & ~rules.grantedIntents) !== 0) return close(closeCodes.disallowedIntents);
  const session = gateway.open(socket, read.intents);
  const guilds = [...world.guilds.values()].filter((guild) => guild.hasBot);
  gateway.send(session, 'READY', {
    v: 10,
    user: { ...toldUser(world.bot), verified: true, mfa_enabled: false, email: null, flags: 0 },
    guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: baseUrl().replace('http', 'ws'),
    session_type: 'normal',
    private_channels: [],
    shard: [0, 1],
    application: { id: world.app.id, flags: 0 },
  });
  if ((read.intents & intents.guilds) !== 0) {
    for (const guild of guilds) gateway.send(session, 'GUILD_CREATE', toldGuildCreate(world, guild));
  }
  world.changed();
  return session;
}

function comeBack(socket: WebSocket, data: unknown, around: Surroundings): Session | null {
  const read = resume.safeParse(data).data;
  if (!read || !isBotToken(read.token, around)) {
    socket.close(read ? closeCodes.authenticationFailed : closeCodes.decodeError);
    return null;
  }
  const session = around.gateway.find(read.session_id);
  if (!session) {
    socket.send(JSON.stringify({ op: 9, d: false }));
    return null;
  }
  if (read.seq > session.sequence) {
    socket.close(closeCodes.invalidSequence);
    return null;
  }
  around.gateway.replay(session, socket, read.seq);
  return session;
}
