import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readKeyCopy, readValueKeys, writeKeyCopy } from '../../adapters/backup/key-copy.ts';
import { createKeyring, type KeyStore } from '../../src/privacy/keyring.ts';
import { memoryKeyStore } from '../support/memory-key-store.ts';
import { testClock } from '../support/test-clock.ts';
import { testFolder } from '../support/test-folder.ts';

const masterKey = randomBytes(32);
const keyringOver = (store: KeyStore) => createKeyring({ store, masterKeys: [masterKey], clock: testClock(), randomBytes });

describe('the copy of the keys', () => {
  it('opens what was changed while the backup was made, but nothing of somebody who was erased in that time', async () => {
    const [keys, folder] = [memoryKeyStore(), testFolder()];
    const keyring = keyringOver(keys);
    for (const name of ['anna', 'ben'] as const) {
      await keyring.create(`owner:${name}`, 'master');
      await keyring.create(`value:${name}-then`, `owner:${name}`);
    }
    const then = Buffer.from(await keyring.open('value:ben-then'));
    const earlier = await readValueKeys(keys);
    await keyring.create('value:ben-now', 'owner:ben');
    await keyring.destroy('value:ben-then');
    await keyring.destroy('value:anna-then');
    await keyring.destroy('owner:anna');
    expect(await writeKeyCopy(folder, { keys, earlier, madeAt: 1, installation: 'here' })).toBe(4);

    const restored = memoryKeyStore();
    for (const [scope, wrapped] of (await readKeyCopy(folder))?.keys ?? []) await restored.add(scope, wrapped);
    const again = keyringOver(restored);
    expect(Buffer.from(await again.open('value:ben-then'))).toEqual(then);
    await again.open('value:ben-now');
    await expect(again.open('value:anna-then')).rejects.toMatchObject({ code: 'key-erased' });
  });
});
