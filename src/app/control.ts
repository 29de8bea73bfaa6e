/** The control socket: lets other commands use the stores that a running `npm start` holds. Frames as in `generation/frames.ts`. */

import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../errors.ts';
import { type AdDesk, type DeskEvent, deskEventSchema, type Order, orderSchema } from '../generation/ad-desk.ts';
import { encodeFrame, encodeJobHeader, frameLimits, jobHeaderSchema, readFrames } from '../generation/frames.ts';
import { photoLimits } from '../generation/photo.ts';
import { type CheckResult, checkResultSchema } from './checks.ts';

/** Node cuts a longer path off without a word. */
const longestPath = 100;

/** A short path in a private folder, the same for every command on this data folder. */
export function controlPath(dataDir: string, runtimeDir: string | undefined): string {
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const folder = join(runtimeDir ?? tmpdir(), `adwright-${process.getuid?.() ?? 'user'}`);
  const path = join(folder, `${name}.sock`);
  if (Buffer.byteLength(path) > longestPath) return join('/tmp', `adwright-${process.getuid?.() ?? 'user'}`, `${name}.sock`);
  return path;
}

export type ControlHandlers = { desk: AdDesk; check(): Promise<CheckResult[]> };

/** Listens on `path`, readable by this user alone. The caller holds the data folder's lock, so a file left there is nobody's. */
export async function serveControl(path: string, handlers: ControlHandlers): Promise<{ close(): Promise<void> }> {
  const folder = join(path, '..');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  rmSync(path, { force: true });
  const open = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    answer(socket, handlers).catch(() => socket.destroy());
  });
  await listenPrivately(server, path);
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
        rmSync(path, { force: true });
      }),
  };
}

async function listenPrivately(server: Server, path: string): Promise<void> {
  const before = process.umask(0o177);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(path, resolve);
    });
  } finally {
    process.umask(before);
  }
}

async function answer(socket: Socket, handlers: ControlHandlers): Promise<void> {
  const gone = new AbortController();
  socket.on('close', () => gone.abort(new AppError('cancelled', 'The other side hung up.', { retry: 'never' })));
  const { kind, header, blobs } = await readRequest(socket);
  try {
    if (kind === 'check') {
      for (const result of await handlers.check()) await send(socket, encodeFrame({ frame: 'data', header: result }));
    } else {
      const { order, names } = readOrder(header);
      const photos = blobs.map((bytes, index) => ({ name: names[index] ?? 'photo', bytes }));
      await handlers.desk.make(
        order,
        photos,
        (event, bytes) => send(socket, encodeFrame({ frame: 'data', header: event }, bytes)),
        gone.signal,
      );
    }
    socket.end(encodeFrame({ frame: 'done' }));
  } catch (error) {
    const message = error instanceof AppError ? error.code : 'studio-failed';
    socket.end(encodeFrame({ frame: 'error', message }));
  }
}

function readOrder(header: unknown): { order: Order; names: string[] } {
  const { order, names } = header as { order: unknown; names: unknown };
  return { order: orderSchema.parse(order), names: Array.isArray(names) ? names.map(String) : [] };
}

function send(socket: Socket, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => socket.write(bytes, (error) => (error ? reject(error) : resolve())));
}

/** The whole request, bounded: a header, then as many bytes as it announced. */
async function readRequest(socket: Socket): Promise<{ kind: string; header: unknown; blobs: Uint8Array[] }> {
  const parts: Buffer[] = [];
  let held = 0;
  for await (const part of socket.iterator({ destroyOnReturn: false })) {
    parts.push(part);
    held += part.length;
    if (held > 6 * photoLimits.bytes) throw new AppError('too-late', 'The request is too large.', { retry: 'never' });
  }
  const all = Buffer.concat(parts);
  const length = all.readUInt32LE(0);
  if (length > frameLimits.headerBytes) throw new AppError('too-late', 'The request header is too large.', { retry: 'never' });
  const { kind, header, sizes } = jobHeaderSchema.parse(JSON.parse(all.subarray(4, 4 + length).toString('utf8')));
  const starts = sizes.map((_, index) => sizes.slice(0, index).reduce((sum, size) => sum + size, 4 + length));
  return { kind, header, blobs: sizes.map((size, index) => all.subarray(starts[index], (starts[index] ?? 0) + size)) };
}

/** The desk of the process that listens on `path`. */
export function remoteDesk(path: string): AdDesk {
  return {
    async make(order, photos, on, signal) {
      const header = { order, names: photos.map((photo) => photo.name) };
      for await (const { header: event, blob } of ask(
        path,
        'make-ad',
        header,
        photos.map((photo) => photo.bytes),
        signal,
      )) {
        await on(deskEventSchema.parse(event) satisfies DeskEvent, blob);
      }
    },
  };
}

export async function remoteCheck(path: string): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for await (const { header } of ask(path, 'check', {}, [], AbortSignal.timeout(60_000)))
    results.push(checkResultSchema.parse(header));
  return results;
}

async function* ask(
  path: string,
  kind: string,
  header: unknown,
  blobs: Uint8Array[],
  signal: AbortSignal,
): AsyncGenerator<{ header: unknown; blob: Uint8Array }> {
  const socket = createConnection({ path, allowHalfOpen: true });
  const abort = () => socket.destroy(new AppError('cancelled', 'Stopped on request.', { retry: 'never' }));
  signal.addEventListener('abort', abort, { once: true });
  try {
    socket.write(encodeJobHeader({ kind, header, sizes: blobs.map((blob) => blob.length) }));
    for (const blob of blobs) socket.write(blob);
    socket.end();
    for await (const { frame, blob } of readFrames(socket)) {
      if (frame.frame === 'done') return;
      if (frame.frame === 'error')
        throw new AppError('studio-failed', `The running program answered: ${frame.message}`, { retry: 'later' });
      if (frame.frame === 'data') yield { header: frame.header, blob };
    }
    throw new AppError('studio-failed', 'The running program hung up.', { retry: 'later' });
  } finally {
    signal.removeEventListener('abort', abort);
    socket.destroy();
  }
}
