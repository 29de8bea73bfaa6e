/** Notices that an ad was cancelled or erased while it is being made, in whichever process that happened. */
import type { Clock } from '../clock.ts';
import { AppError } from '../errors.ts';
import type { AdStore } from './ad.ts';

const lookEveryMs = 400;

/** `signal` aborts when the ad is no longer being drawn, or with the given one. `isLost`: it was the ad, not the worker. */
export function watchAd(
  deps: { ads: Pick<AdStore, 'list' | 'read'>; clock: Clock },
  adId: string,
  signal: AbortSignal,
): { signal: AbortSignal; isLost(): boolean; stop(): void } {
  const lost = new AbortController();
  const stopped = new AbortController();
  const look = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      await deps.clock.sleep(lookEveryMs, stopped.signal);
      if (!(await isDrawing(deps.ads, adId)))
        return lost.abort(new AppError('cancelled', 'The ad was cancelled.', { retry: 'never' }));
    }
  };
  look().catch(() => undefined);
  return {
    signal: AbortSignal.any([signal, lost.signal]),
    isLost: () => lost.signal.aborted,
    stop: () => stopped.abort(new AppError('cancelled', 'The ad is no longer watched.', { retry: 'never' })),
  };
}

/** A database that cannot answer is no reason to stop drawing: the next write decides. */
async function isDrawing(ads: Pick<AdStore, 'read'>, adId: string): Promise<boolean> {
  try {
    return (await ads.read(adId))?.state === 'drawing';
  } catch (error) {
    return !(error instanceof AppError && error.code === 'key-erased');
  }
}
