import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createDiskKeyStore } from '../../../adapters/key-store/disk-key-store.ts';
import { createKeyring, type KeyStore } from '../../../src/privacy/keyring.ts';
import { endRotation, rewrap } from '../../../src/privacy/rewrap.ts';
import type { MasterKeys } from '../../../src/privacy/wrapped-key.ts';
import { testClock } from '../../support/test-clock.ts';
import { testFolder } from '../../support/test-folder.ts';

const [old, fresh] = [randomBytes(32), randomBytes(32)];
const clock = testClock();
const ringOf = (store: KeyStore, ...masterKeys: MasterKeys) => createKeyring({ store, masterKeys, clock, randomBytes });
const ignore = () => undefined;

async function storeWithKeys() {
  const store = createDiskKeyStore({ folder: testFolder() });
  const ring = ringOf(store, old);
  await ring.lookup('start', 'check');
  const owners = Array.from({ length: 40 }, (_, index) => `owner:${index}` as const);
  const keys = await Promise.all(owners.map((owner) => ring.create(owner, 'master')));
  await ring.create('ad:1', 'owner:1');
  return { store, owners, keys };
}

describe('rotating the master key', () => {
  it('wraps every key anew: the same keys open with the new one alone, and none with the old one', async () => {
    const { store, owners, keys } = await storeWithKeys();
    const done = await rewrap({ keys: store, masterKeys: [fresh, old], randomBytes }, ignore);
    await endRotation({ keys: store });
    expect(done).toEqual({ rewrapped: owners.length + 1, unopened: 0 });
    const after = ringOf(store, fresh);
    expect(await Promise.all(owners.map((owner) => after.open(owner)))).toEqual(keys);
    await expect(after.open('ad:1')).resolves.toBeInstanceOf(Uint8Array);
    for (const owner of owners)
      await expect(ringOf(store, old).open(owner)).rejects.toMatchObject({ code: 'master-key-unknown' });
  });

  it('tells how much is left', async () => {
    const { store } = await storeWithKeys();
    const told: number[] = [];
    await rewrap({ keys: store, masterKeys: [fresh, old], randomBytes }, ({ looked, all }) => told.push(all - looked));
    expect(told[0]).toBe(41);
    expect(told).toContain(0);
  });

  it('cut off in the middle, keeps both keys needed at every start until it was run to its end', async () => {
    const { store } = await storeWithKeys();
    const cut = ({ rewrapped }: { rewrapped: number }) => {
      if (rewrapped === 10) throw new Error('killed');
    };
    await expect(rewrap({ keys: store, masterKeys: [fresh, old], randomBytes }, cut)).rejects.toThrow('killed');
    await expect(ringOf(store, fresh).open('system:lookup')).rejects.toMatchObject({ code: 'master-key-unknown' });
    await expect(ringOf(store, old).open('system:rewrap')).rejects.toMatchObject({ code: 'master-key-unknown' });
    await expect(ringOf(store, old, fresh).open('system:rewrap')).resolves.toBeInstanceOf(Uint8Array);
    expect((await rewrap({ keys: store, masterKeys: [fresh, old], randomBytes }, ignore)).unopened).toBe(0);
    await expect(ringOf(store, fresh).open('system:lookup')).resolves.toBeInstanceOf(Uint8Array);
  });

  it('counts what opens with no key that was given, and leaves it as it is', async () => {
    const { store } = await storeWithKeys();
    await ringOf(store, randomBytes(32)).create('owner:third', 'master');
    const before = await store.read('owner:third');
    const done = await rewrap({ keys: store, masterKeys: [fresh, old], randomBytes }, ignore);
    expect(done.unopened).toBe(1);
    expect(await store.read('owner:third')).toEqual(before);
  });

  it('lets others read, make and destroy keys meanwhile: none fails, and none that was destroyed is there again', async () => {
    const { store, owners } = await storeWithKeys();
    const others = [ringOf(store, fresh, old), ringOf(store, old, fresh)].map(async (ring, who) => {
      const destroyed: string[] = [];
      for (let count = 0; count < 50; count += 1) {
        clock.advance(6_000);
        const mine = `owner:${who}-${count}` as const;
        await ring.create(mine, 'master');
        await ring.open(owners[count % owners.length] ?? 'owner:1');
        if (count % 2 === 0) destroyed.push(mine);
        if (count % 2 === 0) await ring.destroy(mine);
      }
      return destroyed;
    });
    const deps = { keys: store, masterKeys: [fresh, old] as const, randomBytes };
    let areDone = false;
    const all = Promise.all(others).finally(() => {
      areDone = true;
    });
    do await rewrap(deps, ignore);
    while (!areDone);
    const destroyed = (await all).flat();
    expect(destroyed.length).toBeGreaterThan(10);
    for (const scope of destroyed) expect(await store.read(scope)).toBeNull();
    expect((await rewrap(deps, ignore)).unopened).toBe(0);
    for await (const scope of store.list('owner:')) await ringOf(store, fresh).open(scope as `owner:${string}`);
  });
});
