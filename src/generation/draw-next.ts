/** The `make-ad` job: a bell for one ad. What is drawn is the ad whose turn it is, until the one that was rung for is no longer waiting. */
import { fairOrder } from './fair-turns.ts';
import { type MakeDeps, makeAd } from './make-ad.ts';

/** `after`: called when an ad was drawn and others may have moved up. */
export async function drawNext(deps: MakeDeps, adId: string, signal: AbortSignal, after: () => Promise<void>): Promise<void> {
  for (;;) {
    const { waiting, drawing } = await deps.ads.turns();
    const isWaiting = waiting.some(({ id }) => id === adId);
    const next = isWaiting ? (fairOrder(waiting, drawing)[0]?.id ?? adId) : adId;
    await makeAd(deps, next, signal);
    await after();
    if (next === adId) return;
  }
}
