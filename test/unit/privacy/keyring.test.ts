import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createDiskKeyStore } from '../../../adapters/key-store/disk-key-store.ts';
import { createKeyring, type Keyring, type KeyStore } from '../../../src/privacy/keyring.ts';
import { seal, unseal } from '../../../src/privacy/seal.ts';
import { testClock } from '../../support/test-clock.ts';
import { testFolder } from '../../support/test-folder.ts';

const place = 'Ad.brief:1';

describe('a sealed value', () => {
  const key = randomBytes(32);
  const sealed = seal(key, place, Buffer.from('secret'), randomBytes(12));

  it('opens only with its key and in its place', () => {
    expect(Buffer.from(unseal(key, place, sealed)).toString()).toBe('secret');
    expect(() => unseal(key, 'Ad.brief:2', sealed)).toThrow(/could not be opened/);
    expect(() => unseal(randomBytes(32), place, sealed)).toThrow(/could not be opened/);
  });

  it('shows every flipped byte', () => {
    for (let at = 0; at < sealed.length; at += 1) {
      const flipped = Uint8Array.from(sealed);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      expect(() => unseal(key, place, flipped)).toThrow(/could not be opened/);
    }
  });
});

describe('the keyring', () => {
  const clock = testClock();
  let store: KeyStore;
  const open = (masterKey: Uint8Array): Keyring => createKeyring({ store, masterKeys: [masterKey], clock, randomBytes });
  const masterKey = randomBytes(32);
  let keyring: Keyring;

  beforeEach(() => {
    store = createDiskKeyStore({ folder: testFolder() });
    keyring = open(masterKey);
  });

  it('gives the same key for the same scope, also after a restart', async () => {
    const key = await keyring.create('owner:a', 'master');
    expect(await open(masterKey).create('owner:a', 'master')).toEqual(key);
    expect(await keyring.create('owner:b', 'master')).not.toEqual(key);
  });

  it("takes an owner's things with the owner's key, and nobody else's", async () => {
    await keyring.create('owner:a', 'master');
    await keyring.create('owner:b', 'master');
    await keyring.create('ad:1', 'owner:a');
    await keyring.create('ad:2', 'owner:b');
    await keyring.destroy('owner:a');
    clock.advance(5_001);
    await expect(keyring.open('ad:1')).rejects.toMatchObject({ code: 'key-erased' });
    await expect(keyring.open('ad:2')).resolves.toBeInstanceOf(Uint8Array);
  });

  it('forgets a key that another process destroyed within five seconds', async () => {
    await keyring.create('owner:a', 'master');
    const other = open(masterKey);
    await other.open('owner:a');
    await keyring.destroy('owner:a');
    clock.advance(5_001);
    await expect(other.open('owner:a')).rejects.toMatchObject({ code: 'key-erased' });
  });

  it('opens nothing under another master key', async () => {
    await keyring.create('owner:a', 'master');
    await expect(open(randomBytes(32)).open('owner:a')).rejects.toMatchObject({ code: 'master-key-unknown' });
  });

  it('finds the same hash for the same text, another one for another kind of text', async () => {
    expect(await keyring.lookup('member', 'anna')).toEqual(await open(masterKey).lookup('member', 'anna'));
    expect(await keyring.lookup('member', 'anna')).not.toEqual(await keyring.lookup('delivery', 'anna'));
  });
});
