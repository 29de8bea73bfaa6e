/** How long work takes here, as counts that belong to nobody, and from them how long a wait will be. */
import { type FormatId, filmIds } from './formats.ts';

export type PaceKind = 'pictures' | 'video';
/** Upper bound in ms, and how many took at most that long but longer than the bound before. */
export type Bucket = { bucket: number; count: number };

export interface PaceStore {
  add(kind: PaceKind, bucket: number): Promise<void>;
  /** Ordered by bound. */
  read(kind: PaceKind): Promise<Bucket[]>;
}

const smallestMs = 500;
const growth = 1.5;

/** The bound of the bucket that a duration falls into; each is half again as wide as the one before. */
export const bucketOf = (ms: number): number =>
  Math.round(smallestMs * growth ** Math.max(0, Math.ceil(Math.log(Math.max(ms, 1) / smallestMs) / Math.log(growth))));

/** Null where nothing was measured yet. */
export function medianMs(buckets: readonly Bucket[]): number | null {
  const total = buckets.reduce((sum, { count }) => sum + count, 0);
  let seen = 0;
  for (const { bucket, count } of buckets) {
    seen += count;
    if (seen * 2 >= total && total > 0) return bucket;
  }
  return null;
}

export const kindOf = (formats: readonly FormatId[]): PaceKind =>
  formats.some((format) => filmIds.some((film) => film === format)) ? 'video' : 'pictures';
