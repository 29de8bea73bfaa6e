/** Socket Mode's envelopes: each goes to one connection, and to the next one again until it is acknowledged. */
import type { WebSocket } from 'ws';
import type { DeliveryKind, Reply } from './deliveries.ts';
import type { Json, World } from './world.ts';

type Envelope = { id: string; kind: DeliveryKind; payload: Json; attempts: number; settle: (reply: Reply) => void };

export type Envelopes = ReturnType<typeof createEnvelopes>;

export function createEnvelopes(world: World) {
  const open = new Map<string, Envelope>();
  const sockets = new Set<WebSocket>();
  return {
    deliver(kind: DeliveryKind, payload: Json, copies: number): Promise<Reply> {
      return new Promise((settle) => {
        const envelope: Envelope = { id: crypto.randomUUID(), kind, payload, attempts: 0, settle };
        open.set(envelope.id, envelope);
        const socket = [...sockets].at(-1);
        for (let copy = 0; socket && copy < copies; copy += 1) send(socket, envelope);
      });
    },
    /** A socket said hello: it gets what nobody acknowledged. */
    connected(socket: WebSocket) {
      sockets.add(socket);
      for (const envelope of open.values()) send(socket, envelope);
      world.changed();
    },
    disconnected(socket: WebSocket) {
      sockets.delete(socket);
      world.changed();
    },
    acknowledged(id: string, body: Json) {
      const envelope = open.get(id);
      open.delete(id);
      envelope?.settle({ kind: 'acknowledged', body });
      world.changed();
    },
    connections: () => sockets.size,
    hasUndelivered: () => open.size > 0,
    /** Cuts every socket without a word, as a network failure does. */
    drop() {
      for (const socket of sockets) socket.terminate();
    },
    /** Asks the app to reconnect, as Slack does when it moves a connection. */
    refresh() {
      const frame = JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'loopback' } });
      for (const socket of sockets) socket.send(frame);
    },
  };
}

function send(socket: WebSocket, envelope: Envelope) {
  const retry = envelope.attempts > 0 ? { retry_attempt: envelope.attempts, retry_reason: 'timeout' } : {};
  const { id: envelope_id, kind: type, payload } = envelope;
  envelope.attempts += 1;
  socket.send(JSON.stringify({ envelope_id, type, payload, accepts_response_payload: type !== 'events_api', ...retry }));
}
