import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createDiskMediaStore } from '../../adapters/media-store/disk-media-store.ts';
import { areOwnStores } from '../../src/app/own-stores.ts';
import { systemClock } from '../../src/clock.ts';
import { once } from '../../src/generation/contents.ts';
import { removeStrays } from '../../src/generation/remove-strays.ts';
import { createKeyring, type KeyStore } from '../../src/privacy/keyring.ts';
import { memoryKeyStore } from '../support/memory-key-store.ts';
import { testFolder } from '../support/test-folder.ts';

const all = async (ids: AsyncIterable<string>): Promise<string[]> => {
  const found: string[] = [];
  for await (const id of ids) found.push(id);
  return found.sort();
};

const areas = ['photos', 'cutouts', 'logos', 'fonts', 'creatives', 'previews'] as const;

async function storesWithStrays() {
  const media = createDiskMediaStore({ folder: testFolder() });
  const keys = memoryKeyStore();
  const key = randomBytes(32);
  for (const area of areas) {
    for (const id of ['known', 'stray']) await media.put({ area, id, key }, once(Buffer.from('x')));
  }
  for (const scope of [
    'photo:known',
    'photo:stray',
    'ad:known',
    'ad:stray',
    'kit:known',
    'kit:stray',
    'product:known',
    'product:stray',
    'owner:stray',
  ])
    await keys.add(scope, key);
  const rows = new Set(['known']);
  const isKnown = async (id: string) => rows.has(id);
  return {
    media,
    keys,
    rows,
    index: {
      hasAd: isKnown,
      hasPhoto: isKnown,
      hasCreative: isKnown,
      hasKit: isKnown,
      hasValue: isKnown,
      hasLogo: isKnown,
      hasProduct: isKnown,
      hasOpenRequest: async () => false,
    },
  };
}

describe('stores that another database uses', () => {
  it('are known by their name, so that nothing in them is cleaned up', async () => {
    const media = createDiskMediaStore({ folder: testFolder() });
    const [keys, otherKeys] = [memoryKeyStore(), memoryKeyStore()];
    const named = (store: KeyStore, name: string) => ({
      keys: store,
      keyring: createKeyring({ store, masterKey: randomBytes(32), clock: systemClock, randomBytes }),
      media,
      name,
    });
    const here = named(keys, 'here');
    expect(await areOwnStores(here)).toBe(true);
    expect(await areOwnStores(here)).toBe(true);
    expect(await areOwnStores(named(otherKeys, 'elsewhere'))).toBe(false);
    expect(await areOwnStores({ ...here, name: 'elsewhere' })).toBe(false);
    expect(await areOwnStores(here)).toBe(true);
    await media.close();
  });
});

describe('bytes and keys that a crash left without their row', () => {
  it('go at the next start, and everything that has a row stays', async () => {
    const { media, keys, index } = await storesWithStrays();
    await removeStrays({ keys, media, index }, { suspects: new Map(), now: 0, graceMs: 0 });
    expect(await all(media.list('photos'))).toEqual(['known']);
    expect(await all(media.list('cutouts'))).toEqual(['known']);
    expect(await all(media.list('logos'))).toEqual(['known']);
    expect(await all(media.list('fonts'))).toEqual(['known']);
    expect(await all(media.list('creatives'))).toEqual(['known']);
    expect(await all(media.list('previews'))).toEqual([]);
    expect(await all(keys.list(''))).toEqual(['ad:known', 'kit:known', 'owner:stray', 'photo:known', 'product:known']);
    await media.close();
  });

  it('go an hour after they were first seen where other processes write to the same stores', async () => {
    const { media, keys, index } = await storesWithStrays();
    const suspects = new Map();
    const hour = 3_600_000;
    await removeStrays({ keys, media, index }, { suspects, now: 0, graceMs: hour });
    await removeStrays({ keys, media, index }, { suspects, now: hour - 1, graceMs: hour });
    expect(await all(media.list('photos'))).toEqual(['known', 'stray']);
    await removeStrays({ keys, media, index }, { suspects, now: hour, graceMs: hour });
    expect(await all(media.list('photos'))).toEqual(['known']);
    expect(await all(keys.list(''))).toEqual(['ad:known', 'kit:known', 'owner:stray', 'photo:known', 'product:known']);
    await media.close();
  });

  it('stay when their row only came a moment later', async () => {
    const { media, keys, index, rows } = await storesWithStrays();
    const suspects = new Map();
    await removeStrays({ keys, media, index }, { suspects, now: 0, graceMs: 60 });
    rows.add('stray');
    await removeStrays({ keys, media, index }, { suspects, now: 100, graceMs: 60 });
    expect(await all(media.list('photos'))).toEqual(['known', 'stray']);
    expect(await all(media.list('previews')), 'pictures of previews never have a row').toEqual([]);
    await media.close();
  });
});
