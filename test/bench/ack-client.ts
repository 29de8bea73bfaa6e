/** Sends signed commands over connections that stay open, a fixed number at once, and times each until its answer is whole. */
import { Agent, request } from 'node:http';
import { signedHeaders } from '../../adapters/playground/slack/signature.ts';

export type SignedCommand = { body: string; headers: Record<string, string | number> };

export function signed(bodies: readonly string[], secret: string): SignedCommand[] {
  const now = Math.floor(Date.now() / 1000);
  return bodies.map((body) => ({
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
      ...signedHeaders(secret, body, now),
    },
  }));
}

export type Client = {
  /** Opens every connection: a server closes those that were idle for some seconds. */
  warm(): Promise<void>;
  /** Milliseconds of each command, in the order they were answered. */
  send(commands: readonly SignedCommand[]): Promise<number[]>;
  close(): void;
};

export function createClient(port: number, inFlight: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight, maxFreeSockets: inFlight });
  const one = ({ body, headers }: SignedCommand): Promise<number> =>
    new Promise((resolve, reject) => {
      const begun = performance.now();
      const post = request({ agent, host: '127.0.0.1', port, path: '/slack/events', method: 'POST', headers }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`A command was answered with ${response.statusCode}`));
        response.on('end', () => resolve(performance.now() - begun));
        response.resume();
      });
      post.on('error', reject);
      post.end(body);
    });
  const open = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const get = request({ agent, host: '127.0.0.1', port, path: '/warm' }, (response) => response.resume().on('end', resolve));
      get.on('error', reject);
      get.end();
    });
  return {
    async warm() {
      await Promise.all(Array.from({ length: inFlight }, open));
    },
    async send(commands) {
      const times: number[] = [];
      let next = 0;
      const keepOneInFlight = async () => {
        for (let command = commands[next++]; command; command = commands[next++]) times.push(await one(command));
      };
      await Promise.all(Array.from({ length: inFlight }, keepOneInFlight));
      return times;
    },
    close: () => agent.destroy(),
  };
}
