import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createDiskMediaStore } from '../../adapters/media-store/disk-media-store.ts';
import { once } from '../../src/generation/contents.ts';
import { removeStrays } from '../../src/generation/remove-strays.ts';
import { memoryKeyStore } from '../support/memory-key-store.ts';
import { testFolder } from '../support/test-folder.ts';

const all = async (ids: AsyncIterable<string>): Promise<string[]> => {
  const found: string[] = [];
  for await (const id of ids) found.push(id);
  return found.sort();
};

describe('bytes and keys that a crash left without their row', () => {
  it('go at the next start, and everything that has a row stays', async () => {
    const media = createDiskMediaStore({ folder: testFolder() });
    const keys = memoryKeyStore();
    const key = randomBytes(32);
    for (const area of ['photos', 'cutouts', 'creatives', 'previews'] as const) {
      for (const id of ['known', 'stray']) await media.put({ area, id, key }, once(Buffer.from('x')));
    }
    for (const scope of ['photo:known', 'photo:stray', 'ad:known', 'ad:stray', 'owner:stray']) await keys.add(scope, key);
    const isKnown = async (id: string) => id === 'known';
    await removeStrays({ keys, media, index: { hasAd: isKnown, hasPhoto: isKnown, hasCreative: isKnown } });
    expect(await all(media.list('photos'))).toEqual(['known']);
    expect(await all(media.list('cutouts'))).toEqual(['known']);
    expect(await all(media.list('creatives'))).toEqual(['known']);
    expect(await all(media.list('previews'))).toEqual([]);
    expect(await all(keys.list(''))).toEqual(['ad:known', 'owner:stray', 'photo:known']);
    await media.close();
  });
});
