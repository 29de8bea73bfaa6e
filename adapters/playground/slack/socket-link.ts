/** The loopback's end of Socket Mode: greets, pings, and hands acknowledgements on. */
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Envelopes } from './envelopes.ts';
import type { World } from './world.ts';

const pingEveryMs = 10_000;
const acknowledgement = z.object({ envelope_id: z.string(), payload: z.record(z.string(), z.unknown()).optional() });

export function createSocketLink(server: Server, world: World, envelopes: Envelopes) {
  const link = new WebSocketServer({ server, path: '/link/' });
  link.on('connection', (socket) => greet(socket, world, envelopes));
  return {
    close() {
      for (const socket of link.clients) socket.terminate();
      link.close();
    },
  };
}

function greet(socket: WebSocket, world: World, envelopes: Envelopes) {
  const pings = setInterval(() => socket.ping(), pingEveryMs);
  socket.on('close', () => {
    clearInterval(pings);
    envelopes.disconnected(socket);
  });
  socket.on('error', () => socket.terminate());
  socket.on('message', (data) => {
    const read = acknowledgement.safeParse(JSON.parse(data.toString()));
    if (read.success) envelopes.acknowledged(read.data.envelope_id, read.data.payload ?? {});
  });
  const hello = {
    type: 'hello',
    num_connections: envelopes.connections() + 1,
    debug_info: { host: 'loopback', approximate_connection_time: 18_060 },
    connection_info: { app_id: world.app.id },
  };
  socket.send(JSON.stringify(hello), () => envelopes.connected(socket));
}
