/** The portal as an outside system: one server for browsers, which another adapter may share. */
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { getRequestListener } from '@hono/node-server';
import type { OutsideSystem } from '../../src/privacy/personal-data.ts';
import { webPersonalData } from './declaration.ts';
import { createPages } from './pages.ts';
import { isSecure, type WebOptions } from './web-app.ts';

export interface Web extends OutsideSystem {
  /** Listens from now on. Rejects with an error whose `remedy` says what to do. Resolves with the port. */
  start(at: { port: number; host: string }): Promise<number>;
  /** Takes nothing new, and lets go of whoever is still there after `graceMs`. */
  stop(graceMs: number): Promise<void>;
}

/** Ms: slow senders must not hold connections. */
const limits = { headers: 10_000, request: 30_000, idle: 60_000 } as const;

/** Listens nowhere yet. */
export function createWebServer(tls: { cert: string; key: string } | undefined): Server {
  const server = tls ? createTlsServer({ ...tls, minVersion: 'TLSv1.2' }) : createServer();
  server.headersTimeout = limits.headers;
  server.requestTimeout = limits.request;
  server.keepAliveTimeout = limits.idle;
  return server;
}

export function createWeb(server: Server, options: WebOptions & { here: string }): Web {
  const pages = createPages(options, options.here);
  const listener = getRequestListener(pages.fetch, { overrideGlobalObjects: false });
  server.on('request', (request, response) => {
    if (!options.leaves(request.url?.split('?')[0] ?? '/')) void listener(request, response);
  });
  let isOpen = false;
  const stop = async (graceMs: number): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const ended = new AbortController();
    await Promise.race([closed, options.clock.sleep(graceMs, ended.signal).catch(() => undefined)]);
    ended.abort(new Error('closed'));
    server.closeAllConnections();
    await closed;
  };
  return {
    name: 'web',
    personalData: webPersonalData,
    async start({ port, host }) {
      await new Promise<void>((resolve, reject) => {
        server.once('error', (error) => reject(new WebStartError(error, host, port)));
        server.listen(port, host, resolve);
      });
      isOpen = true;
      options.log.info('the portal is open', { secure: isSecure(options) ? 'yes' : 'no' });
      const address = server.address();
      return typeof address === 'object' && address ? address.port : port;
    },
    stop,
    close: () => stop(0),
  };
}

class WebStartError extends Error {
  readonly remedy: string;
  constructor(cause: Error, host: string, port: number) {
    super('The portal could not be opened.', { cause });
    this.remedy = `Nothing can listen on ${host}:${port} (${cause.message}). Set PORT or HOST to another one, or stop the program that has it.`;
  }
}
