/** Proves from the journal alone that no limit was overrun: what was counted together, when, and against which limit. */
import type { JournalEntry } from './world.ts';

type Seen = { bucket: string; start: number; end: number; limit: number; passed: number };

/** What is wrong, in words; empty when every request fell into a window of its bucket that still had room. */
export function overrunWindows(journal: readonly JournalEntry[]): string[] {
  const windows = new Map<string, Seen>();
  const problems: string[] = [];
  for (const { at, counted } of journal) {
    for (const { bucket, limit, windowMs, windowStart } of counted) {
      const end = windowStart + windowMs;
      const key = `${bucket} ${windowStart}`;
      const window = windows.get(key) ?? { bucket, start: windowStart, end, limit, passed: 0 };
      window.passed += 1;
      windows.set(key, window);
      if (at < windowStart || at >= end) problems.push(`${bucket}: a request at ${at} was counted from ${windowStart} to ${end}`);
    }
  }
  const inOrder = [...windows.values()].sort((one, other) => one.start - other.start);
  const lastEnd = new Map<string, number>();
  for (const { bucket, start, end, limit, passed } of inOrder) {
    if (passed > limit) problems.push(`${bucket}: ${passed} requests from ${start} to ${end}, and ${limit} are allowed`);
    if (start < (lastEnd.get(bucket) ?? 0)) problems.push(`${bucket}: the window from ${start} began within another`);
    lastEnd.set(bucket, end);
  }
  return problems;
}
