/**
 * How bytes enter and leave a sandboxed worker. One worker, one job.
 * In (standard input): u32 length, JSON `{ kind, header, sizes }`, then the blobs, one after another.
 * Out (descriptor 3): frames of u32 JSON length, u32 blob length, JSON, blob; all numbers little-endian.
 * Answers to what it asks (standard input, after the blobs): u32 length, then the bytes.
 */
import { z } from 'zod';

/** What the worker's program needs around it, told by whoever owns the worker. */
export type SandboxRuntime = {
  /** TypeScript entry, bundled into one file; absolute path. */
  entry: string;
  /** npm packages that stay outside the bundle and are mounted beside it, with what they need. */
  packages: readonly string[];
  /** Of these packages only these files are needed, by their paths inside the package; of the others all. */
  only?: Readonly<Record<string, readonly string[]>>;
  /** Files that lie beside the bundle: where each comes from, by its name there. Those that are not there are left out. */
  beside?: Readonly<Record<string, string>>;
};

export const frameLimits = { jsonBytes: 65_536, blobBytes: 268_435_456, headerBytes: 1_048_576, answerBytes: 65_536 } as const;

/** `ready`: booted, waiting for a job. `data`: a result or progress, its meaning is the job's. `ask`: the worker waits for an answer in bytes. `error`: the job failed in an orderly way. */
export const frameSchema = z.discriminatedUnion('frame', [
  z.object({ frame: z.literal('ready') }),
  z.object({ frame: z.literal('data'), header: z.unknown() }),
  z.object({ frame: z.literal('ask'), header: z.unknown() }),
  z.object({ frame: z.literal('done') }),
  z.object({ frame: z.literal('error'), message: z.string().max(2_000) }),
]);
export type Frame = z.infer<typeof frameSchema>;

export const jobHeaderSchema = z.object({
  kind: z.string(),
  header: z.unknown(),
  sizes: z.array(z.number().int().nonnegative()),
});
export type JobHeader = z.infer<typeof jobHeaderSchema>;

export function encodeJobHeader(job: JobHeader): Buffer {
  const json = Buffer.from(JSON.stringify(job));
  const head = Buffer.alloc(4);
  head.writeUInt32LE(json.length);
  return Buffer.concat([head, json]);
}

export function encodeAnswer(bytes: Uint8Array): Buffer {
  if (bytes.length > frameLimits.answerBytes) throw new RangeError('The answer is too long.');
  const head = Buffer.alloc(4);
  head.writeUInt32LE(bytes.length);
  return Buffer.concat([head, bytes]);
}

export function encodeFrame(frame: Frame, blob: Uint8Array = new Uint8Array(0)): Buffer {
  const json = Buffer.from(JSON.stringify(frame));
  const head = Buffer.alloc(8);
  head.writeUInt32LE(json.length, 0);
  head.writeUInt32LE(blob.length, 4);
  return Buffer.concat([head, json, blob]);
}

/** More bytes were announced or sent than a job may hand back. */
export class FrameTooBig extends Error {}

/** Reads frames from hostile bytes; throws when a length is over its limit or the JSON is not a frame. */
export async function* readFrames(source: AsyncIterable<Uint8Array>): AsyncGenerator<{ frame: Frame; blob: Uint8Array }> {
  const parts: Buffer[] = [];
  let held = 0;
  const take = (length: number): Buffer => {
    const all = parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
    parts.length = 0;
    if (all.length > length) parts.push(all.subarray(length));
    held = all.length - length;
    return all.subarray(0, length);
  };
  let lengths: { json: number; blob: number } | null = null;
  for await (const chunk of source) {
    parts.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    held += chunk.byteLength;
    for (;;) {
      if (!lengths && held >= 8) {
        const head = take(8);
        lengths = { json: head.readUInt32LE(0), blob: head.readUInt32LE(4) };
        if (lengths.json > frameLimits.jsonBytes || lengths.blob > frameLimits.blobBytes)
          throw new FrameTooBig('frame over its limit');
      }
      if (!lengths || held < lengths.json + lengths.blob) break;
      const json = take(lengths.json);
      const blob = take(lengths.blob);
      lengths = null;
      yield { frame: frameSchema.parse(JSON.parse(json.toString('utf8'))), blob };
    }
  }
  if (held > 0 || lengths) throw new Error('frames end in the middle');
}
