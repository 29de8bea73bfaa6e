/** A process that makes, opens and destroys keys of a folder until its input ends, and then says how it went: `key-user.ts FOLDER NAME`, master keys in MASTER_KEYS. */
import { randomBytes } from 'node:crypto';
import { createDiskKeyStore } from '../../../adapters/key-store/disk-key-store.ts';
import { parseMasterKeys } from '../../../src/app/environment.ts';
import { systemClock } from '../../../src/clock.ts';
import { createKeyring } from '../../../src/privacy/keyring.ts';

export type KeyUse = { made: number; failed: string[]; destroyed: string[] };

const [folder = '', name = ''] = process.argv.slice(2);
const store = createDiskKeyStore({ folder });
const masterKeys = parseMasterKeys((process.env['MASTER_KEYS'] ?? '').split(','));
const use: KeyUse = { made: 0, failed: [], destroyed: [] };
let isOver = false;
process.stdin.resume().once('end', () => {
  isOver = true;
});
process.stdout.write('begun\n');
while (!isOver) {
  // A new keyring each time remembers nothing: every key is read from the disk.
  const keyring = createKeyring({ store, masterKeys, clock: systemClock, randomBytes });
  const scope = `owner:${name}-${use.made}` as const;
  try {
    await keyring.create(scope, 'master');
    await keyring.open(`owner:${use.made % 300}`);
    await keyring.open(scope);
    if (use.made % 2 === 0) await keyring.destroy(scope);
    if (use.made % 2 === 0) use.destroyed.push(scope);
  } catch (error) {
    use.failed.push(String(error));
  }
  use.made += 1;
}
process.stdout.write(`${JSON.stringify(use)}\n`);
