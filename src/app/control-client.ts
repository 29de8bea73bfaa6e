/** The other end of the control socket: how a command asks the program that holds the data folder, or comes to hold it itself. */
import { createConnection, type Socket } from 'node:net';
import { type MailDesk, mailEventSchema } from '../chat/privacy/by-mail/mail-desk.ts';
import { systemClock } from '../clock.ts';
import { AppError } from '../errors.ts';
import { type AdDesk, type DeskEvent, deskEventSchema } from '../generation/ad-desk.ts';
import { encodeJobHeader, type Frame, readFrames } from '../generation/frames.ts';
import { type Affected, affectedSchema, type Incident } from '../privacy/incident.ts';
import { type CheckResult, checkResultSchema } from './checks.ts';
import { FolderTaken, lockHolder } from './lock.ts';
import { StartProblem } from './start-problem.ts';

/** A program answers within this time after it took the folder, and lets go of it after it stopped; also a doctor, on a busy machine. */
const patienceMs = 30_000;
const answerMs = 5_000;

type Frames = AsyncGenerator<{ frame: Frame; blob: Uint8Array }>;
/** A connection that the running program has answered; it stays there for as long as this is open. */
export type Line = { socket: Socket; frames: Frames };

/**
 * Waits until the program that holds the folder answers, or until the folder is free and `take` got it: while another
 * command starts or stops, neither is so for a moment.
 */
export async function reachOr<Taken>(
  dataDir: string,
  take: () => Promise<Taken>,
  signal?: AbortSignal,
): Promise<{ line: Line } | { taken: Taken }> {
  const deadline = systemClock.now() + patienceMs;
  for (;;) {
    const holder = lockHolder(dataDir);
    const line = holder ? await connectControl(holder.socket) : null;
    if (line) return { line };
    try {
      if (!holder) return { taken: await take() };
    } catch (error) {
      if (!(error instanceof FolderTaken)) throw error;
    }
    if (systemClock.now() > deadline) {
      const who = holder ? ` (process ${holder.pid})` : '';
      throw new StartProblem(`Another Adwright${who} holds ${dataDir} but does not answer. Try again in a moment, or stop it.`);
    }
    await systemClock.sleep(200, signal);
  }
}

/** Null when nobody answers there. */
async function connectControl(path: string): Promise<Line | null> {
  const socket = createConnection({ path });
  // Whoever reads hears of it; later nobody does, and nobody needs to.
  socket.on('error', () => undefined);
  const frames = readFrames(socket);
  const timer = setTimeout(() => socket.destroy(), answerMs);
  try {
    const first = await frames.next();
    if (!first.done && first.value.frame.frame === 'ready') return { socket, frames };
  } catch {
    // Gone, not there yet, or not a program of ours: the caller asks again.
  } finally {
    clearTimeout(timer);
  }
  socket.destroy();
  return null;
}

/** The desk of the process at the other end, for one ad. */
export function remoteDesk(line: Line): AdDesk {
  return {
    async make(order, photos, on, signal) {
      const header = { order, names: photos.map((photo) => photo.name) };
      const blobs = photos.map((photo) => photo.bytes);
      for await (const { header: event, blob } of ask(line, 'make-ad', header, blobs, signal)) {
        await on(deskEventSchema.parse(event) satisfies DeskEvent, blob);
      }
    },
  };
}

/** The desk for requests that came by mail, in the process at the other end. */
export function remoteMail(line: Line): MailDesk {
  return {
    async serve(order, say, signal) {
      for await (const { header, blob } of ask(line, 'mail', order, [], signal)) await say(mailEventSchema.parse(header), blob);
    },
  };
}

export async function* remoteAffected(line: Line, incident: Incident, signal: AbortSignal): AsyncGenerator<Affected> {
  for await (const { header } of ask(line, 'incident', incident, [], signal)) yield affectedSchema.parse(header);
}

export async function remoteCheck(line: Line): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for await (const { header } of ask(line, 'check', {}, [], AbortSignal.timeout(120_000)))
    results.push(checkResultSchema.parse(header));
  return results;
}

async function* ask(
  line: Line,
  kind: string,
  header: unknown,
  blobs: Uint8Array[],
  signal: AbortSignal,
): AsyncGenerator<{ header: unknown; blob: Uint8Array }> {
  const { socket, frames } = line;
  const abort = () => socket.destroy();
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  try {
    socket.write(encodeJobHeader({ kind, header, sizes: blobs.map((blob) => blob.length) }));
    for (const blob of blobs) socket.write(blob);
    for (;;) {
      const next = await frames.next().catch(() => null);
      if (signal.aborted) throw new AppError('cancelled', 'Stopped on request.', { retry: 'never' });
      if (!next || next.done) throw new StartProblem('The running program went away before this was done. Please try again.');
      const { frame, blob } = next.value;
      if (frame.frame === 'done') return;
      if (frame.frame === 'error') throw new StartProblem(`The running program could not do it. ${frame.message}`);
      if (frame.frame === 'data') yield { header: frame.header, blob };
    }
  } finally {
    signal.removeEventListener('abort', abort);
    socket.destroy();
  }
}
