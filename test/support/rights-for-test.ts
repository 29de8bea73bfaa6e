/** What requests about one's own data need, over any stores: without a chat, as in the portal. */
import { encode } from 'html-entities';
import { createArchiver } from '../../adapters/archive/zip.ts';
import type { Stores } from '../../src/app/stores.ts';
import { systemClock } from '../../src/clock.ts';
import { silentLogger } from '../../src/log.ts';
import { createSigner } from '../../src/privacy/signing.ts';

export const rightsOver = ({ database, keys, keyring, media }: Stores) => ({
  ...database,
  keys,
  keyring,
  media,
  archiver: createArchiver(),
  signer: createSigner({ keys, keyring }),
  chatOf: () => undefined,
  backupDays: 7,
  escapeHtml: (text: string) => encode(text),
  clock: systemClock,
  log: silentLogger,
});
