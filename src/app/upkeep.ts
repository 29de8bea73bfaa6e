/** What the program looks after once an hour besides its jobs. */
import type { Clock } from '../clock.ts';
import { removeStrays, type Suspects } from '../generation/remove-strays.ts';
import type { Logger } from '../log.ts';
import { warnAfterShare } from '../privacy/privacy-request.ts';
import { areOwnStores } from './own-stores.ts';
import type { Stores } from './stores.ts';

const hourMs = 3_600_000;

export type Upkeep = {
  /** Removes what a crash left. `graceMs`: how long a thing must have been seen without a row; 0 only while nothing else writes. */
  hunt(graceMs: number): Promise<void>;
  /** Tells the operator of requests that are nearly due. */
  warnOfLate(): Promise<void>;
  /** Every hour from now on. Returns what ends it. */
  begin(): () => void;
};

export function createUpkeep({
  stores,
  clock,
  log,
}: {
  stores: Pick<Stores, 'database' | 'media' | 'keys' | 'keyring'>;
  clock: Clock;
  log: Logger;
}): Upkeep {
  const { database, media, keys, keyring } = stores;
  const suspects: Suspects = new Map();

  async function hunt(graceMs: number): Promise<void> {
    if (await areOwnStores({ keys, keyring, media, name: await database.installation() }))
      return removeStrays({ keys, media, index: database.index }, { suspects, now: clock.now(), graceMs });
    log.warn('the media or key store belongs to another database, so nothing in it is cleaned up');
  }

  /** The operator is told in time (GDPR art. 12). */
  async function warnOfLate(): Promise<void> {
    for (const { id, dueAt } of await database.privacyRequests.late(clock.now(), warnAfterShare))
      log.warn('a request of a person about their own data is nearly due', {
        requestId: id,
        dueAt: new Date(dueAt).toISOString(),
      });
  }

  return {
    hunt,
    warnOfLate,
    begin() {
      const each = () => {
        hunt(hourMs).catch(() => log.warn('the hunt for strays failed; it is repeated in an hour'));
        warnOfLate().catch(() => log.warn('whether requests are nearly due was not seen; it is looked again in an hour'));
      };
      const timer = setInterval(each, hourMs);
      return () => clearInterval(timer);
    },
  };
}
