/** Stored media that somebody altered: noticed at reading, and nothing is handed out from the first altered byte on. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDiskMediaStore } from '../../adapters/media-store/disk-media-store.ts';
import { createS3MediaStore } from '../../adapters/media-store/s3-media-store.ts';
import { once } from '../../src/generation/contents.ts';
import type { MediaObject, MediaStore } from '../../src/generation/ports.ts';
import { seeded } from '../support/kill-rounds.ts';
import { filesBelow } from '../support/raw-bytes.ts';
import { type LocalS3, startLocalS3 } from '../support/storage/local-s3.ts';

const segment = 65_536;
const sealedSegment = segment + 16;
const headBytes = 43;
const segments = 5;
const size = segments * segment - 100;
const seed = Number(process.env['PROOF_SEED'] ?? 20_261_123);
const flips = 200;

/** Two objects of one owner, under one key. */
const key = randomBytes(32);
const [plain, otherPlain] = [randomBytes(size), randomBytes(size)];
const object = (id: string): MediaObject => ({ area: 'creatives', id, key });

type Altered = {
  name: string;
  alter(own: Buffer, other: Buffer): Buffer;
  /** Whole segments before the first altered byte: at most these may be handed out. */
  good: number;
};

const piece = (bytes: Buffer, index: number): Buffer =>
  bytes.subarray(headBytes + index * sealedSegment, headBytes + (index + 1) * sealedSegment);
const rebuilt = (bytes: Buffer, order: readonly number[]): Buffer =>
  Buffer.concat([bytes.subarray(0, headBytes), ...order.map((index) => piece(bytes, index))]);

const alterations: Altered[] = [
  { name: 'another object of the same owner in its place', alter: (_, other) => other, good: 0 },
  {
    name: 'the head of another one',
    alter: (own, other) => Buffer.concat([other.subarray(0, headBytes), own.subarray(headBytes)]),
    good: 0,
  },
  {
    name: 'its head before the body of another one',
    alter: (own, other) => Buffer.concat([own.subarray(0, headBytes), other.subarray(headBytes)]),
    good: 0,
  },
  {
    name: 'a segment of another one',
    alter: (own, other) =>
      Buffer.concat([
        own.subarray(0, headBytes + 2 * sealedSegment),
        piece(other, 2),
        own.subarray(headBytes + 3 * sealedSegment),
      ]),
    good: 2,
  },
  { name: 'two segments that changed places', alter: (own) => rebuilt(own, [0, 2, 1, 3, 4]), good: 1 },
  { name: 'a segment twice', alter: (own) => rebuilt(own, [0, 1, 1, 2, 3, 4]), good: 2 },
  { name: 'a segment that is missing', alter: (own) => rebuilt(own, [0, 1, 3, 4]), good: 2 },
  { name: 'the last segment missing', alter: (own) => rebuilt(own, [0, 1, 2, 3]), good: 3 },
  { name: 'half of the last segment missing', alter: (own) => own.subarray(0, own.length - 30_000), good: 4 },
  { name: 'no bytes at all', alter: () => Buffer.alloc(0), good: 0 },
  { name: 'nothing but the head', alter: (own) => own.subarray(0, headBytes), good: 0 },
  { name: 'something behind the end', alter: (own) => Buffer.concat([own, randomBytes(sealedSegment)]), good: 4 },
];

let s3: LocalS3;
let folder: string;
beforeAll(async () => {
  s3 = await startLocalS3();
  folder = await mkdtemp(join(tmpdir(), 'adwright-media-'));
});
afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true, force: true });
});

const kinds: { kind: string; create: () => MediaStore; raw: () => string }[] = [
  { kind: 'disk', create: () => createDiskMediaStore({ folder }), raw: () => folder },
  { kind: 'S3', create: () => createS3MediaStore({ url: s3.url('media'), credentials: s3.credentials }), raw: () => s3.folder },
];

describe.each(kinds)('media on $kind', ({ create, raw }) => {
  let store: MediaStore;
  let own: Buffer;
  let other: Buffer;
  let path: string;
  const fileOf = (id: string): string =>
    filesBelow(raw()).find((file) => file.includes(id) && !file.includes('metadata') && !file.endsWith('.md5')) ?? '';
  beforeAll(async () => {
    store = create();
    await store.put(object('own'), once(plain));
    await store.put(object('other'), once(otherPlain));
    path = fileOf('own');
    [own, other] = [await readFile(path), await readFile(fileOf('other'))];
    expect(own.length).toBe(headBytes + size + segments * 16);
  });

  /** What was handed out before the reading failed; it must fail. */
  async function handedOut(bytes: Buffer): Promise<Buffer> {
    await writeFile(path, bytes);
    const parts: Uint8Array[] = [];
    const reading = (async () => {
      for await (const part of store.get(object('own'))) parts.push(Uint8Array.from(part));
    })();
    await expect(reading).rejects.toMatchObject({ code: 'media-damaged', retry: 'never' });
    return Buffer.concat(parts);
  }

  it.each(alterations)('is refused with $name, and only what was whole before it is read', async ({ alter, good }) => {
    const out = await handedOut(alter(own, other));
    expect(out.length).toBeLessThanOrEqual(good * segment);
    expect(out.equals(plain.subarray(0, out.length))).toBe(true);
  });

  it(`is refused with any bit turned over: ${flips} seeded ones`, async () => {
    const random = seeded(seed);
    for (let flip = 0; flip < flips; flip += 1) {
      const at = Math.floor(random() * own.length);
      const altered = Buffer.from(own);
      altered[at] = (altered[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      const out = await handedOut(altered);
      const whole = Math.max(0, Math.floor((at - headBytes) / sealedSegment));
      expect(out.length, `seed ${seed}, byte ${at}`).toBeLessThanOrEqual(whole * segment);
      expect(out.equals(plain.subarray(0, out.length))).toBe(true);
    }
  });

  it('is given back whole once it is as it was', async () => {
    await writeFile(path, own);
    const parts: Uint8Array[] = [];
    for await (const part of store.get(object('own'))) parts.push(Uint8Array.from(part));
    expect(Buffer.concat(parts).equals(plain)).toBe(true);
  });
});
