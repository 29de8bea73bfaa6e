/** Encrypted streams: AES-256-GCM in 64 KiB segments. A flipped bit, a cut, a swapped segment or another object's bytes are noticed. */
import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { AppError } from '../../src/errors.ts';
import type { Bytes } from '../../src/generation/ports.ts';

const segmentBytes = 65_536;
const tagBytes = 16;
const magic = Buffer.from('ADW1');
const saltBytes = 32;
const noncePrefixBytes = 7;
const headBytes = magic.length + saltBytes + noncePrefixBytes;
const algorithm = 'aes-256-gcm';

/** The content key of the owning record, and the place the bytes belong to. */
export type SegmentKey = { key: Uint8Array; place: string };

export async function* encryptSegments(
  bytes: Bytes,
  { key, place }: SegmentKey,
  randomBytes: (length: number) => Uint8Array,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltBytes);
  const prefix = randomBytes(noncePrefixBytes);
  const own = deriveKey(key, salt, place);
  yield Buffer.concat([magic, salt, prefix]);
  let counter = 0;
  for await (const { segment, isLast } of inSegments(bytes, segmentBytes)) {
    const cipher = createCipheriv(algorithm, own, nonce(prefix, counter, isLast));
    yield Buffer.concat([cipher.update(segment), cipher.final(), cipher.getAuthTag()]);
    counter += 1;
  }
}

/** Every segment is proved before it is given out, but only the end of the stream proves that nothing is missing. */
export async function* decryptSegments(sealed: Bytes, { key, place }: SegmentKey): AsyncGenerator<Uint8Array> {
  const source = sealed[Symbol.asyncIterator]();
  const { head, rest } = await readHead(source);
  if (!head.subarray(0, magic.length).equals(magic)) throw damaged();
  const salt = head.subarray(magic.length, magic.length + saltBytes);
  const prefix = head.subarray(magic.length + saltBytes);
  const own = deriveKey(key, salt, place);
  let counter = 0;
  for await (const { segment, isLast } of inSegments(continued(rest, source), segmentBytes + tagBytes)) {
    yield openSegment(own, nonce(prefix, counter, isLast), segment);
    counter += 1;
  }
}

export const damaged = (cause?: unknown) =>
  new AppError('media-damaged', 'Stored media is damaged or missing.', { retry: 'never', cause });

function openSegment(key: Uint8Array, nonceBytes: Uint8Array, segment: Buffer): Buffer {
  if (segment.length < tagBytes) throw damaged();
  const decipher = createDecipheriv(algorithm, key, nonceBytes);
  decipher.setAuthTag(segment.subarray(segment.length - tagBytes));
  try {
    const plain = decipher.update(segment.subarray(0, segment.length - tagBytes));
    // Throws unless the segment is whole; in this mode no bytes are left for it.
    decipher.final();
    return plain;
  } catch (error) {
    throw damaged(error);
  }
}

function deriveKey(key: Uint8Array, salt: Uint8Array, place: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, `adwright media ${place}`, 32));
}

/** Twelve bytes: random start, number of the segment, and whether it is the last one. */
function nonce(prefix: Uint8Array, counter: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.set(prefix, 0);
  bytes.writeUInt32BE(counter, noncePrefixBytes);
  bytes[11] = isLast ? 1 : 0;
  return bytes;
}

/** Cuts any chunks into pieces of one size; the last may be shorter, and is empty when there are no bytes at all. */
async function* inSegments(bytes: Bytes, size: number): AsyncGenerator<{ segment: Buffer; isLast: boolean }> {
  let waiting: Buffer[] = [];
  let held = 0;
  for await (const chunk of bytes) {
    for (let rest = viewOf(chunk); rest.length > 0; ) {
      // Only now is it known that a full segment was not the last one.
      if (held === size) {
        yield { segment: together(waiting), isLast: false };
        waiting = [];
        held = 0;
      }
      const taken = rest.subarray(0, size - held);
      waiting.push(taken);
      held += taken.length;
      rest = rest.subarray(taken.length);
    }
  }
  yield { segment: together(waiting), isLast: true };
}

/** Mostly a segment lies in one chunk, and need not be copied. */
const together = (parts: Buffer[]): Buffer => (parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts));

async function readHead(source: AsyncIterator<Uint8Array>): Promise<{ head: Buffer; rest: Buffer }> {
  let held = Buffer.alloc(0);
  while (held.length < headBytes) {
    const next = await source.next();
    if (next.done) throw damaged();
    held = Buffer.concat([held, next.value]);
  }
  return { head: held.subarray(0, headBytes), rest: held.subarray(headBytes) };
}

async function* continued(first: Buffer, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield first;
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
  } finally {
    await source.return?.();
  }
}

const viewOf = (chunk: Uint8Array) => Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
