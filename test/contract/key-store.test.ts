/** Every key store keeps wrapped keys safely and destroys them for good. */
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDiskKeyStore } from '../../adapters/key-store/disk-key-store.ts';
import { createS3KeyStore } from '../../adapters/key-store/s3-key-store.ts';
import type { KeyStore } from '../../src/privacy/keyring.ts';
import { type Bucket, type LoopbackS3, startLoopbackS3 } from '../support/storage/loopback-s3.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text));
let s3: LoopbackS3;
let folder: string;

beforeAll(async () => {
  s3 = await startLoopbackS3();
  folder = await mkdtemp(join(tmpdir(), 'adwright-keys-'));
});
afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true, force: true });
});

async function all(scopes: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const scope of scopes) found.push(scope);
  return found.sort();
}

/** Every file below a folder, as text. */
async function rawBytes(below: string): Promise<string> {
  const names = await readdir(below, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1'));
  return (await Promise.all(files)).join('\n');
}

const kinds: { kind: string; create: () => KeyStore; raw: () => Promise<string> }[] = [
  { kind: 'disk', create: () => createDiskKeyStore({ folder: join(folder, 'keys') }), raw: () => rawBytes(folder) },
  { kind: 'S3', create: () => createS3KeyStore({ url: s3.url('keys'), credentials: s3.credentials }), raw: async () => s3.raw() },
];

describe.each(kinds)('the key store on $kind', ({ create, raw }) => {
  let store: KeyStore;
  beforeAll(() => {
    store = create();
  });

  it('gives back the very key it was given, also after it was opened anew', async () => {
    expect(await store.add('owner:abc', bytes('wrapped key'))).toBe(true);
    expect(await create().read('owner:abc')).toEqual(bytes('wrapped key'));
  });

  it('replaces nothing that is not as it was read: neither another wrapping nor a key that was destroyed', async () => {
    await store.add('ad:9', bytes('first'));
    expect(await store.replace('ad:9', bytes('other'), bytes('canary-of-a-late-rewrap'))).toBe(false);
    await store.destroy('ad:9');
    expect(await store.replace('ad:9', bytes('first'), bytes('canary-of-a-late-rewrap'))).toBe(false);
    expect(await store.read('ad:9')).toBeNull();
    expect(await raw()).not.toContain('canary-of-a-late-rewrap');
  });

  it('a key that is destroyed while it is wrapped anew never comes back', async () => {
    for (let round = 0; round < 40; round += 1) {
      const scope = `ad:race-${round}`;
      await store.add(scope, bytes('canary-before'));
      await Promise.all([store.replace(scope, bytes('canary-before'), bytes('canary-after!')), store.destroy(scope)]);
      expect(await store.read(scope)).toBeNull();
    }
    expect(await raw()).not.toMatch(/canary-before|canary-after/);
  });

  it('knows no key that was never made', async () => {
    expect(await store.read('owner:never')).toBeNull();
  });

  it('never replaces a key by adding one', async () => {
    expect(await store.add('owner:abc', bytes('another key'))).toBe(false);
    expect(await store.read('owner:abc')).toEqual(bytes('wrapped key'));
  });

  it('replaces a key when it is wrapped anew, and the old bytes are gone', async () => {
    await store.add('ad:1', bytes('canary-of-the-old-wrapping'));
    expect(await store.replace('ad:1', bytes('canary-of-the-old-wrapping'), bytes('new wrapping'))).toBe(true);
    expect(await store.read('ad:1')).toEqual(bytes('new wrapping'));
    expect(await raw()).not.toContain('canary-of-the-old-wrapping');
  });

  it('destroys a key for good: no copy of it is on the disk', async () => {
    await store.add('ad:2', bytes('canary-of-a-destroyed-key'));
    expect(await raw()).toContain('canary-of-a-destroyed-key');
    await store.destroy('ad:2');
    await store.destroy('ad:2');
    expect(await store.read('ad:2')).toBeNull();
    expect(await raw()).not.toContain('canary-of-a-destroyed-key');
  });

  it('lists the scopes that begin alike, and no others', async () => {
    await Promise.all(['photo:1', 'photo:2', 'photographer:3', 'intake:42'].map((scope) => store.add(scope, bytes('x'))));
    expect(await all(store.list('photo:'))).toEqual(['photo:1', 'photo:2']);
    expect(await all(store.list('nothing:'))).toEqual([]);
    expect(await all(store.list(''))).toContain('intake:42');
  });

  it.each(['', '../etc/passwd', 'Owner:A', 'a/b', 'a_b', `a${'b'.repeat(120)}`])(
    'refuses a scope that is none: %j',
    async (scope) => {
      await expect(store.read(scope)).rejects.toThrow(RangeError);
      await expect(store.destroy(scope)).rejects.toThrow(RangeError);
    },
  );
});

describe('the key store on disk', () => {
  it('lets exactly one of many who add the same key at once win', async () => {
    const store = createDiskKeyStore({ folder: join(folder, 'race') });
    const racers = Array.from({ length: 20 }, (_, index) => store.add('system:lookup', bytes(`racer ${index}`)));
    const won = (await Promise.all(racers)).map((isFirst, index) => (isFirst ? index : -1)).filter((index) => index >= 0);
    expect(won).toHaveLength(1);
    expect(await store.read('system:lookup')).toEqual(bytes(`racer ${won[0]}`));
  });

  it('can be read by nobody but its owner', async () => {
    const modes = await Promise.all(
      (await readdir(join(folder, 'keys'), { recursive: true, withFileTypes: true })).map(async (entry) => {
        const { mode } = await stat(join(entry.parentPath, entry.name));
        return `${entry.isDirectory() ? 'folder' : 'file'} ${(mode & 0o777).toString(8)}`;
      }),
    );
    expect([...new Set(modes)].sort()).toEqual(['file 600', 'folder 700']);
    expect((await stat(join(folder, 'keys'))).mode & 0o777).toBe(0o700);
  });

  it('completes a destruction that was cut off by a crash when it is opened again', async () => {
    const cutOff = join(folder, 'cut-off');
    await mkdir(join(cutOff, '00'), { recursive: true, mode: 0o700 });
    await writeFile(join(cutOff, '00', '.gone-0011223344556677'), 'canary-of-a-cut-off-key');
    expect(await createDiskKeyStore({ folder: cutOff }).read('ad:3')).toBeNull();
    expect(await readdir(join(cutOff, '00'))).toEqual([]);
  });

  it('says that it is unavailable when its folder cannot be used, and works again when it can', async () => {
    const blocked = join(folder, 'blocked');
    await writeFile(blocked, 'a file where the folder should be');
    const store = createDiskKeyStore({ folder: blocked });
    await expect(store.read('ad:4')).rejects.toMatchObject({ code: 'key-store-unavailable', retry: 'later' });
    await rm(blocked);
    expect(await store.read('ad:4')).toBeNull();
  });
});

describe('the key store on S3', () => {
  it.each([
    ['keeps old versions', { versioning: 'Enabled' }, /keeps old versions.*make a new bucket/],
    ['kept old versions once', { versioning: 'Suspended' }, /keeps old versions.*make a new bucket/],
    ['locks its objects', { locked: true }, /objects are locked.*without Object Lock/],
    ['does not tell whether it keeps versions', { denies: ['versioning'] }, /does not tell.*s3:GetBucketVersioning/],
    ['does not tell whether it locks', { denies: ['object-lock'] }, /does not tell.*s3:GetBucketObjectLockConfiguration/],
    ['heeds no conditions', { heedsConditions: false }, /conditional writes.*Use another server/],
  ] as [string, Partial<Bucket>, RegExp][])('refuses a bucket that %s, and says what to do', async (_, unlike, words) => {
    const other = await startLoopbackS3();
    try {
      Object.assign(other.bucket, unlike);
      const store = createS3KeyStore({ url: other.url('keys'), credentials: other.credentials });
      await expect(store.add('ad:5', bytes('key'))).rejects.toMatchObject({
        code: 'key-store-unavailable',
        retry: 'never',
        message: expect.stringMatching(words),
      });
      expect(other.raw()).toBe('');
    } finally {
      await other.close();
    }
  });

  it('says that it is unavailable when the server does not answer', async () => {
    const url = `s3://bucket?endpoint=${encodeURIComponent('http://127.0.0.1:9')}`;
    const store = createS3KeyStore({ url, credentials: s3.credentials });
    await expect(store.read('ad:6')).rejects.toMatchObject({ code: 'key-store-unavailable', retry: 'later' });
  });
});
