/** Where an ad stands in the queue, and how long the wait will be by what such work usually takes here. */
import type { AdStore } from './ad.ts';
import { fairOrder } from './fair-turns.ts';
import type { FormatId } from './formats.ts';
import { kindOf, medianMs, type PaceKind, type PaceStore } from './pace.ts';

/** `waitMs` until it begins; null where nothing was measured yet. */
export type QueuePlace = { ahead: number; waitMs: number | null };

export type QueueDeps = { ads: Pick<AdStore, 'turns'>; pace: Pick<PaceStore, 'read'> };

/** Of all waiting ads, in the order in which they are drawn. */
export async function queuePlaces(deps: QueueDeps): Promise<({ id: string } & QueuePlace)[]> {
  const { waiting, drawing } = await deps.ads.turns();
  if (waiting.length === 0) return [];
  const usual = {
    pictures: medianMs(await deps.pace.read('pictures')),
    video: medianMs(await deps.pace.read('video')),
  } satisfies Record<PaceKind, number | null>;
  const duration = ({ formats }: { formats: readonly FormatId[] }): number | null => usual[kindOf(formats)];
  // Of those being drawn, half is done on average.
  let waitMs = drawing.reduce<number | null>((sum, one) => plus(sum, half(duration(one))), 0);
  return fairOrder(waiting, drawing).map((one, index) => {
    const place = { id: one.id, ahead: drawing.length + index, waitMs };
    waitMs = plus(waitMs, duration(one));
    return place;
  });
}

export async function placeInQueue(deps: QueueDeps, adId: string): Promise<QueuePlace> {
  const { ahead, waitMs } = (await queuePlaces(deps)).find(({ id }) => id === adId) ?? { ahead: 0, waitMs: null };
  return { ahead, waitMs };
}

const plus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);
const half = (value: number | null): number | null => value && value / 2;
