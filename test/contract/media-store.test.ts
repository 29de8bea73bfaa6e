/** Every media store gives back exactly what it was given, and notices whatever was done to it in between. */
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDiskMediaStore } from '../../adapters/media-store/disk-media-store.ts';
import { createS3MediaStore } from '../../adapters/media-store/s3-media-store.ts';
import type { Bytes, MediaObject, MediaStore } from '../../src/generation/ports.ts';
import { type LocalS3, startLocalS3 } from '../support/storage/local-s3.ts';

const key = randomBytes(32);
const segment = 65_536;
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

const photo = (id: string): MediaObject => ({ area: 'photos', id, key });

async function* chunksOf(bytes: Uint8Array, size = 10_007): Bytes {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function collect(bytes: Bytes): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(Uint8Array.from(chunk));
  return Buffer.concat(chunks);
}

async function* failing(): Bytes {
  yield randomBytes(300_000);
  throw new Error('the line broke');
}

async function all(ids: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const id of ids) found.push(id);
  return found.sort();
}

async function filesBelow(below: string): Promise<string[]> {
  const entries = await readdir(below, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** The one file that holds an object's bytes, found by its name. */
async function fileOf(below: string, id: string): Promise<string> {
  const found = (await filesBelow(below)).find(
    (path) => path.includes(id) && !path.includes('metadata') && !path.endsWith('.md5'),
  );
  if (!found) throw new Error(`No file of ${id}`);
  return found;
}

const kinds: { kind: string; create: () => MediaStore; raw: () => string }[] = [
  { kind: 'disk', create: () => createDiskMediaStore({ folder: join(folder, 'media') }), raw: () => join(folder, 'media') },
  { kind: 'S3', create: () => createS3MediaStore({ url: s3.url('media'), credentials: s3.credentials }), raw: () => s3.folder },
];

describe.each(kinds)('the media store on $kind', ({ create, raw }) => {
  let store: MediaStore;
  beforeAll(() => {
    store = create();
  });

  it.each([0, 1, segment - 1, segment, segment + 1, 2 * segment, 3 * segment + 17])(
    'gives back all of %i bytes',
    async (size) => {
      const bytes = randomBytes(size);
      expect(await store.put(photo(`size-${size}`), chunksOf(bytes))).toBe(size);
      expect(Buffer.compare(await collect(store.get(photo(`size-${size}`))), bytes)).toBe(0);
    },
  );

  it('gives back a long film', async () => {
    const bytes = randomBytes(20 * 1_048_576 + 5);
    await store.put(photo('film'), chunksOf(bytes, 1_000_003));
    expect(Buffer.compare(await collect(store.get(photo('film'))), bytes)).toBe(0);
  });

  it('replaces an object as a whole', async () => {
    await store.put(photo('twice'), chunksOf(Buffer.alloc(200_000, 1)));
    await store.put(photo('twice'), chunksOf(Buffer.from('second')));
    expect((await collect(store.get(photo('twice')))).toString()).toBe('second');
  });

  it('keeps nothing readable: the bytes on the disk are encrypted', async () => {
    await store.put(photo('canary'), chunksOf(Buffer.from('canary-in-a-photo'.repeat(1_000))));
    const files = await Promise.all((await filesBelow(raw())).map((path) => readFile(path, 'latin1')));
    expect(files.some((text) => text.includes('canary-in-a-photo'))).toBe(false);
  });

  it('opens nothing with another key', async () => {
    await store.put(photo('locked'), chunksOf(Buffer.from('x')));
    await expect(collect(store.get({ ...photo('locked'), key: randomBytes(32) }))).rejects.toMatchObject({
      code: 'media-damaged',
    });
  });

  it('says that an object is damaged, and not to try again, when there is none', async () => {
    await expect(collect(store.get(photo('never')))).rejects.toMatchObject({ code: 'media-damaged', retry: 'never' });
  });

  it('erases an object, and does not mind when there is none', async () => {
    await store.put(photo('erased'), chunksOf(Buffer.from('x')));
    await store.erase(photo('erased'));
    await store.erase(photo('erased'));
    await expect(collect(store.get(photo('erased')))).rejects.toMatchObject({ code: 'media-damaged' });
    expect((await filesBelow(raw())).filter((path) => path.includes('erased'))).toEqual([]);
  });

  it('lists what is in an area, and only there', async () => {
    await store.put({ area: 'creatives', id: 'one', key }, chunksOf(Buffer.from('x')));
    await store.put({ area: 'creatives', id: 'two', key }, chunksOf(Buffer.from('x')));
    expect(await all(store.list('creatives'))).toEqual(['one', 'two']);
    expect(await all(store.list('previews'))).toEqual([]);
  });

  it('keeps no part of an object whose bytes broke off, and the one before stays', async () => {
    await store.put(photo('broken-off'), chunksOf(Buffer.from('before')));
    await expect(store.put(photo('broken-off'), failing())).rejects.toThrow('the line broke');
    await expect(store.put(photo('never-whole'), failing())).rejects.toThrow('the line broke');
    expect((await collect(store.get(photo('broken-off')))).toString()).toBe('before');
    expect(await all(store.list('photos'))).not.toContain('never-whole');
  });

  it.each(['../escape', 'a/b', '', 'a.b', 'a\0b'])('refuses an id that is none: %j', async (id) => {
    await expect(store.put(photo(id), chunksOf(Buffer.from('x')))).rejects.toThrow(RangeError);
  });

  const sealed = segment + 16;
  const head = 43;
  const damages: Record<string, (bytes: Buffer) => Buffer> = {
    'a flipped bit at the start': (bytes) => flip(bytes, 10),
    'a flipped bit in the middle': (bytes) => flip(bytes, head + sealed + 100),
    'a flipped bit at the end': (bytes) => flip(bytes, bytes.length - 1),
    'a cut in the middle of a segment': (bytes) => bytes.subarray(0, bytes.length - 1_000),
    'a cut exactly between two segments': (bytes) => bytes.subarray(0, head + 2 * sealed),
    'nothing but the head': (bytes) => bytes.subarray(0, head),
    'an empty file': () => Buffer.alloc(0),
    'bytes behind the end': (bytes) => Buffer.concat([bytes, Buffer.alloc(1)]),
    'two segments that changed places': (bytes) =>
      Buffer.concat([
        bytes.subarray(0, head),
        bytes.subarray(head + sealed, head + 2 * sealed),
        bytes.subarray(head, head + sealed),
        bytes.subarray(head + 2 * sealed),
      ]),
  };

  it.each(Object.keys(damages))('notices %s', async (name) => {
    const id = `damaged-${Object.keys(damages).indexOf(name)}`;
    await store.put(photo(id), chunksOf(randomBytes(3 * segment + 500)));
    const path = await fileOf(raw(), id);
    await writeFile(path, damages[name]?.(await readFile(path)) ?? '');
    await expect(collect(store.get(photo(id)))).rejects.toMatchObject({ code: 'media-damaged', retry: 'never' });
  });

  it("notices another object's bytes in its place, although the key is the same", async () => {
    await store.put(photo('mine'), chunksOf(Buffer.from('mine')));
    await store.put(photo('other'), chunksOf(Buffer.from('other')));
    await copyFile(await fileOf(raw(), 'other'), await fileOf(raw(), 'mine'));
    await expect(collect(store.get(photo('mine')))).rejects.toMatchObject({ code: 'media-damaged' });
  });
});

const flip = (bytes: Buffer, at: number) => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
};

describe('the media store on disk', () => {
  it('can be read by nobody but its owner', async () => {
    const modes = await Promise.all(
      (await filesBelow(join(folder, 'media'))).map(async (path) => (await stat(path)).mode & 0o777),
    );
    expect([...new Set(modes)]).toEqual([0o600]);
  });

  it('removes what a killed program left unfinished when it is opened again', async () => {
    const left = join(folder, 'left-over');
    await createDiskMediaStore({ folder: left }).put(photo('a'), chunksOf(Buffer.from('x')));
    const unfinished = join(left, 'unfinished', 'elsewhere-1-0011');
    await writeFile(unfinished, 'half a photo');
    const longAgo = new Date(Date.now() - 2 * 86_400_000);
    await utimes(unfinished, longAgo, longAgo);
    await writeFile(join(left, 'unfinished', 'elsewhere-1-0022'), 'of another computer, just now');
    await all(createDiskMediaStore({ folder: left }).list('photos'));
    expect(await readdir(join(left, 'unfinished'))).toEqual(['elsewhere-1-0022']);
  });

  const canMount = spawnSync('mount', ['--version']).status === 0 && process.getuid?.() === 0;

  it('says that the disk is full, keeps no part, and works again when there is room', async (context) => {
    const small = join(folder, 'small');
    await mkdir(small);
    if (!canMount || spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'adwright-test', small]).status !== 0) {
      console.warn('SKIPPED: a small disk could not be mounted here, so a full disk is not tested.');
      return context.skip();
    }
    try {
      const store = createDiskMediaStore({ folder: small });
      await store.put(photo('fits'), chunksOf(randomBytes(500_000)));
      await expect(store.put(photo('too-much'), chunksOf(randomBytes(900_000)))).rejects.toMatchObject({
        code: 'disk-full',
        retry: 'later',
      });
      expect(await all(store.list('photos'))).toEqual(['fits']);
      expect(await readdir(join(small, 'unfinished'))).toEqual([]);
      await store.erase(photo('fits'));
      expect(await store.put(photo('too-much'), chunksOf(randomBytes(900_000)))).toBe(900_000);
    } finally {
      execFileSync('umount', [small]);
    }
  });
});

describe('the media store on S3', () => {
  it('says that it is unavailable when the server does not answer', async () => {
    const url = `s3://bucket?endpoint=${encodeURIComponent('http://127.0.0.1:9')}`;
    const store = createS3MediaStore({ url, credentials: s3.credentials });
    await expect(store.put(photo('a'), chunksOf(Buffer.from('x')))).rejects.toMatchObject({
      code: 'media-store-unavailable',
      retry: 'later',
    });
    await expect(collect(store.get(photo('a')))).rejects.toMatchObject({ code: 'media-store-unavailable' });
  });
});
