/** Proves from the journal alone that no limit was overrun: in no stretch of a window's length were there more calls than the limit. */
import type { JournalEntry } from './world.ts';

/** What is wrong, in words; empty when every stretch had room. */
export function overrunWindows(journal: readonly JournalEntry[]): string[] {
  const buckets = new Map<string, { at: number; limit: number; windowMs: number }[]>();
  for (const { at, counted } of journal) {
    if (!counted) continue;
    const { bucket, limit, windowMs } = counted;
    const calls = buckets.get(bucket) ?? [];
    calls.push({ at, limit, windowMs });
    buckets.set(bucket, calls);
  }
  return [...buckets].flatMap(([bucket, calls]) => {
    const inOrder = calls.sort((one, other) => one.at - other.at);
    const over = inOrder.find(({ at, limit, windowMs }, place) => {
      const before = inOrder[place - limit];
      return before !== undefined && at - before.at < windowMs;
    });
    return over ? [`${bucket}: more than ${over.limit} calls in the ${over.windowMs} ms before ${over.at}`] : [];
  });
}
