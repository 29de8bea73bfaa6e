/** The sessions of the gateway: numbered events, kept so that a client that comes back is given what it missed. */
import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Faults } from '../faults.ts';
import type { Json, World } from '../world.ts';

export type Session = {
  id: string;
  intents: number;
  sequence: number;
  sent: { s: number; text: string }[];
  socket: WebSocket | null;
};

/** An event for every session that holds its intent; `intent` 0 means all. The body may depend on what a session may read. */
export type GatewayEvent = { name: string; intent: number; body: Json | ((held: number) => Json) };

export type Gateway = ReturnType<typeof createGateway>;

/** As many events are kept for a client that comes back. */
const keptEvents = 5_000;

export function createGateway(world: World, faults: Faults) {
  const sessions = new Map<string, Session>();

  function send(session: Session, name: string, body: Json) {
    session.sequence += 1;
    const text = JSON.stringify({ op: 0, t: name, s: session.sequence, d: body });
    session.sent.push({ s: session.sequence, text });
    if (session.sent.length > keptEvents) session.sent.shift();
    session.socket?.send(text);
  }

  function spread({ name, intent, body }: GatewayEvent) {
    for (const session of sessions.values()) {
      if (intent !== 0 && (session.intents & intent) === 0) continue;
      if (faults.lostEvents > 0) {
        faults.lostEvents -= 1;
        continue;
      }
      const copies = faults.duplicates > 0 ? 2 : 1;
      faults.duplicates = Math.max(0, faults.duplicates - 1);
      for (let copy = 0; copy < copies; copy += 1) send(session, name, typeof body === 'function' ? body(session.intents) : body);
    }
  }

  const sockets = () => [...sessions.values()].flatMap((session) => session.socket ?? []);

  return {
    open(socket: WebSocket, held: number): Session {
      const session = { id: randomUUID(), intents: held, sequence: 0, sent: [], socket };
      sessions.set(session.id, session);
      return session;
    },
    find: (id: string): Session | undefined => sessions.get(id),
    send,
    /** Gives a client that came back everything after `sequence`. */
    replay(session: Session, socket: WebSocket, sequence: number) {
      session.socket = socket;
      for (const { s, text } of session.sent) if (s > sequence) socket.send(text);
      send(session, 'RESUMED', {});
      world.changed();
    },
    forget(session: Session) {
      sessions.delete(session.id);
    },
    dispatch(event: GatewayEvent) {
      if (faults.lateByMs > 0) void world.clock.sleep(faults.lateByMs).then(() => spread(event));
      else spread(event);
    },
    connections: () => sockets().length,
    /** Cuts every socket without a word, as a network failure does; with a code, closes them with it. */
    drop(code?: number) {
      for (const socket of sockets()) {
        if (code === undefined) socket.terminate();
        else socket.close(code);
      }
    },
    /** Asks every client to come back, as Discord does when it moves a connection. */
    requestReconnect() {
      for (const socket of sockets()) socket.send(JSON.stringify({ op: 7, d: null }));
    },
    /** Ends every session; clients must begin anew, unless `canResume`. */
    invalidate(canResume: boolean) {
      const told = sockets();
      for (const session of sessions.values()) session.socket = null;
      if (!canResume) sessions.clear();
      for (const socket of told) socket.send(JSON.stringify({ op: 9, d: canResume }));
    },
  };
}
