/** Tries again what must be stored although nobody will ask for it a second time: news that Slack tells once, and tokens that were used up for others. */
import type { Clock } from '../../src/clock.ts';
import type { Logger } from '../../src/log.ts';

const waitsMs = [1_000, 4_000, 15_000, 60_000, 240_000];

/** Rejects when the last try fails, or when `signal` ends it. */
export async function persist<Result>(
  deed: () => Promise<Result>,
  { clock, log, signal }: { clock: Clock; log: Logger; signal?: AbortSignal },
): Promise<Result> {
  for (const wait of waitsMs) {
    try {
      return await deed();
    } catch (error) {
      log.warn('Something could not be stored yet and is tried again', {
        reason: error instanceof Error ? error.name : 'unknown',
        wait,
      });
      await clock.sleep(wait, signal);
    }
  }
  return deed();
}
