/** The inner end of the pipes, for programs that tests run inside the sandbox. */
import { readSync, writeSync } from 'node:fs';
import { encodeFrame, type Frame, type JobHeader, jobHeaderSchema } from '../../../src/generation/frames.ts';

export function sayFrame(frame: Frame, blob?: Uint8Array): void {
  sayBytes(encodeFrame(frame, blob));
}

export function sayBytes(bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(3, bytes, written);
}

/** Blocks until the whole job is there. */
export function readJob(): { job: JobHeader; blobs: Buffer[] } {
  const job = jobHeaderSchema.parse(JSON.parse(take(take(4).readUInt32LE(0)).toString('utf8')));
  return { job, blobs: job.sizes.map(take) };
}

function take(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let read = 0; read < length; ) {
    const count = readSync(0, bytes, read, length - read, null);
    if (count === 0) process.exit(1);
    read += count;
  }
  return bytes;
}
