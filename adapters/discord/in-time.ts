/** What the core says to a deed, or that it was too late to say anything. */
import type { Taken } from '../../src/chat/chat-adapter.ts';
import type { Clock } from '../../src/clock.ts';
import type { Logger } from '../../src/log.ts';

/** The core promises an answer within 2 s. */
const coreDeadlineMs = 2_300;

export async function inTime(
  ask: () => Promise<Taken>,
  { notTaken, clock, log }: { notTaken: string; clock: Clock; log: Logger },
): Promise<Taken> {
  const refused: Taken = { kind: 'refused', words: notTaken };
  try {
    const first = await orLate(ask(), coreDeadlineMs, clock);
    if (first !== 'late') return first;
    log.warn('The core did not answer in time');
  } catch (error) {
    log.error('The core failed to answer', { code: error instanceof Error ? error.name : 'unknown' });
  }
  return refused;
}

export async function orLate<Thing>(coming: Promise<Thing>, ms: number, clock: Clock): Promise<Thing | 'late'> {
  const answered = new AbortController();
  const late = clock.sleep(ms, answered.signal).then(
    () => 'late' as const,
    () => 'late' as const,
  );
  try {
    return await Promise.race([coming, late]);
  } finally {
    answered.abort();
  }
}
