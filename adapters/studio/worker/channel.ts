/** The worker's two pipes: the one job comes in on standard input, frames go out on descriptor 3. */
import { readSync, writeSync } from 'node:fs';
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

/** Blocks until a job is handed over; null when the supervisor closes the pipe without one. */
export function readJob(): { job: JobHeader; blobs: Buffer[] } | null {
  const head = Buffer.alloc(4);
  if (readSync(0, head, 0, 1, null) === 0) return null;
  for (let read = 1; read < 4; ) {
    const got = readSync(0, head, read, 4 - read, null);
    if (got === 0) return null;
    read += got;
  }
  const length = head.readUInt32LE();
  if (length > frameLimits.headerBytes + 65_536) throw new Error('Job header over its limit');
  const job = jobHeaderSchema.parse(JSON.parse(readExactly(length).toString('utf8')));
  return { job, blobs: job.sizes.map(readExactly) };
}
