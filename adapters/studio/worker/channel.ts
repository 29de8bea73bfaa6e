/** The worker's two pipes: the one job comes in on standard input, frames go out on descriptor 3. */
import { read, readSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { encodeFrame, type Frame, frameLimits, type JobHeader, jobHeaderSchema } from '../../../src/generation/frames.ts';

const framesOut = 3;

export function sendFrame(frame: Frame, blob?: Uint8Array): void {
  const bytes = encodeFrame(frame, blob);
  let sent = 0;
  while (sent < bytes.length) {
    try {
      sent += writeSync(framesOut, bytes, sent);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
}

/** Waits for the answer; nothing else of this worker goes on meanwhile. */
export function ask(header: unknown, blob?: Uint8Array): Buffer {
  sendFrame({ frame: 'ask', header }, blob);
  const length = readExactly(4).readUInt32LE();
  if (length > frameLimits.answerBytes) throw new Error('Answer over its limit');
  return readExactly(length);
}

function readExactly(length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let read = 0;
  while (read < length) {
    const got = readSync(0, bytes, read, length - read, null);
    if (got === 0) throw new Error('The job ended in the middle');
    read += got;
  }
  return bytes;
}

type Handed = { job: JobHeader; blobs: Buffer[] };

/** A job that may come at any time: seen as soon as its first byte is there, whatever else is being done. */
export type ComingJob = {
  hasCome(): boolean;
  /** Resolves when its first byte is there, or after `ms`. */
  within(ms: number): Promise<void>;
  /** Waits for it and then blocks until all of it is there; null when the supervisor closes the pipe without one. */
  take(): Promise<Handed | null>;
};

export function expectJob(): ComingJob {
  const head = Buffer.alloc(4);
  let hasCome = false;
  const first = new Promise<number>((resolve, reject) => {
    read(0, head, 0, 1, null, (error, got) => {
      hasCome = true;
      if (error) reject(error);
      else resolve(got);
    });
  });
  return {
    hasCome: () => hasCome,
    async within(ms) {
      const waited = new AbortController();
      await Promise.race([first.catch(() => undefined), sleep(ms, null, { signal: waited.signal }).catch(() => undefined)]);
      waited.abort();
    },
    take: async () => ((await first) === 0 ? null : readRest(head)),
  };
}

/** `head` has its first byte already. */
function readRest(head: Buffer): Handed | null {
  for (let have = 1; have < 4; ) {
    const got = readSync(0, head, have, 4 - have, null);
    if (got === 0) return null;
    have += got;
  }
  const length = head.readUInt32LE();
  if (length > frameLimits.headerBytes + 65_536) throw new Error('Job header over its limit');
  const job = jobHeaderSchema.parse(JSON.parse(readExactly(length).toString('utf8')));
  return { job, blobs: job.sizes.map(readExactly) };
}
