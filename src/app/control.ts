/** The control socket: lets other commands use the stores that a running program holds. Frames as in `generation/frames.ts`. */
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '../errors.ts';
import { encodeFrame, frameLimits, type JobHeader, jobHeaderSchema } from '../generation/frames.ts';
import { photoLimits } from '../generation/photo.ts';
import type { Logger } from '../log.ts';
import { type GuestHandlers, serveGuest, type Tell } from './serve-guest.ts';
import { StartProblem } from './start-problem.ts';

/** Node cuts a longer path off without a word. */
const longestPath = 100;
/** How long a guest that was answered or sent away may take to hang up. */
const farewellMs = 5_000;

/** A short path in a private folder, the same for every command on this data folder. */
export function controlPath(dataDir: string, runtimeDir: string | undefined): string {
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const folder = join(runtimeDir ?? tmpdir(), `adwright-${process.getuid?.() ?? 'user'}`);
  const path = join(folder, `${name}.sock`);
  if (Buffer.byteLength(path) > longestPath) return join('/tmp', `adwright-${process.getuid?.() ?? 'user'}`, `${name}.sock`);
  return path;
}

export type ControlHandlers = GuestHandlers & { log: Logger };

export type Control = {
  /** How many other commands use this process now. */
  guests(): number;
  /** Lets guests finish for as long as `patienceMs`, then sends the rest away; resolves when all their work has ended. */
  close(patienceMs: number): Promise<void>;
};

/** `gone` aborts when the guest hangs up or is sent away. `stay` ends after its work and the last byte. */
type Guest = { socket: Socket; gone: AbortController; stay: Promise<void> };

/** Listens on `path`, readable by this user alone. The caller holds the data folder's lock, so a file left there is nobody's. */
export async function serveControl(path: string, handlers: ControlHandlers): Promise<Control> {
  makePrivateFolder(dirname(path));
  rmSync(path, { force: true });
  const guests = new Set<Guest>();
  const server = createServer((socket) => {
    const guest = welcome(socket, handlers);
    guests.add(guest);
    void guest.stay.finally(() => guests.delete(guest));
  });
  await listenPrivately(server, path);
  return {
    guests: () => guests.size,
    async close(patienceMs) {
      const late = pause(patienceMs, true, { ref: false });
      while (guests.size > 0) if (await Promise.race([late, ...[...guests].map((guest) => guest.stay)])) break;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const guest of guests) guest.gone.abort(new AppError('cancelled', 'The program stops.', { retry: 'later' }));
      await Promise.race([Promise.all([...guests].map((guest) => guest.stay)), pause(farewellMs, null, { ref: false })]);
      for (const guest of guests) guest.socket.destroy();
      await closed;
      rmSync(path, { force: true });
    },
  };
}

/** Whoever owns the folder could put a socket of their own there, and would be handed the photos: so it is ours alone, or the start stops. */
function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  const fault = !found.isDirectory()
    ? 'is a link, not a folder'
    : found.uid !== process.getuid?.()
      ? 'belongs to another user'
      : (found.mode & 0o777) !== 0o700 && 'can be opened by other users';
  if (fault)
    throw new StartProblem(
      `The folder ${folder}, in which other commands reach this program, ${fault}. Remove it, or set XDG_RUNTIME_DIR to a folder that only you can open.`,
    );
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

function welcome(socket: Socket, handlers: ControlHandlers): Guest {
  const gone = new AbortController();
  const hungUp = () => gone.abort(new AppError('cancelled', 'The other side hung up.', { retry: 'never' }));
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.once('end', hungUp).once('close', hungUp);
  socket.on('error', () => socket.destroy());
  const stay = answer(socket, handlers, gone.signal)
    .catch(() => undefined)
    .then(async () => {
      await Promise.race([closed, pause(farewellMs, null, { ref: false })]);
      socket.destroy();
    });
  return { socket, gone, stay };
}

async function answer(socket: Socket, handlers: ControlHandlers, signal: AbortSignal): Promise<void> {
  try {
    await send(socket, encodeFrame({ frame: 'ready' }));
    const request = await readRequest(socket, signal);
    const tell: Tell = (event, bytes) => send(socket, encodeFrame({ frame: 'data', header: event }, bytes));
    await serveGuest(handlers, request, tell, signal);
    socket.end(encodeFrame({ frame: 'done' }));
  } catch (error) {
    const code = error instanceof AppError ? error.code : null;
    if (!socket.destroyed && code !== 'cancelled')
      handlers.log.warn('a request from a shell failed', { code, reason: error instanceof Error ? error.name : 'unknown' });
    socket.end(encodeFrame({ frame: 'error', message: farewell(error) }));
  }
}

function farewell(error: unknown): string {
  if (!(error instanceof AppError)) return 'It met an error of its own; its log tells more.';
  return error.code === 'cancelled' ? 'It was stopped before this was done.' : `${error.message} (${error.code})`;
}

function send(socket: Socket, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => socket.write(bytes, (error) => (error ? reject(error) : resolve())));
}

/** The whole request, bounded: a header, then as many bytes as it announced. Goes on listening, so that a hang-up is heard at once. */
function readRequest(socket: Socket, signal: AbortSignal): Promise<JobHeader & { blobs: Uint8Array[] }> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let held = 0;
    let job: { header: JobHeader; start: number; end: number } | null = null;
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    socket.on('data', (part) => {
      if (job && held >= job.end) return;
      parts.push(Buffer.from(part));
      held += part.length;
      try {
        job ??= announced(parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts));
      } catch (error) {
        return reject(error);
      }
      if (job && held >= job.end) resolve({ ...job.header, blobs: split(Buffer.concat(parts), job.header.sizes, job.start) });
    });
  });
}

/** The header, once all of it is there, and where the request ends. */
function announced(bytes: Buffer): { header: JobHeader; start: number; end: number } | null {
  if (bytes.length < 4) return null;
  const start = 4 + bytes.readUInt32LE(0);
  if (start > frameLimits.headerBytes) throw tooLarge();
  if (bytes.length < start) return null;
  const header = jobHeaderSchema.parse(JSON.parse(bytes.subarray(4, start).toString('utf8')));
  const end = header.sizes.reduce((sum, size) => sum + size, start);
  if (end > 6 * photoLimits.bytes) throw tooLarge();
  return { header, start, end };
}

const tooLarge = () => new AppError('too-late', 'The request is too large.', { retry: 'never' });

function split(bytes: Buffer, sizes: number[], start: number): Uint8Array[] {
  let end = start;
  return sizes.map((size) => {
    end += size;
    return bytes.subarray(end - size, end);
  });
}
