/** Collects usage events for a moment and stores them together. */
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { NoteUsage, UsageEvent, UsageStore } from './usage.ts';

/** Long enough that a rush of people is over before its records are sealed and stored. */
const collectMs = 2_000;
const mostWaiting = 10_000;

export function createNoteUsage({ usage, clock, log }: { usage: Pick<UsageStore, 'record'>; clock: Clock; log: Logger }): {
  note: NoteUsage;
  /** Stores what waits. */
  settle(): Promise<void>;
} {
  let waiting: UsageEvent[] = [];
  let writing: Promise<void> | null = null;
  let hurry = new AbortController();

  async function write(): Promise<void> {
    await clock.sleep(collectMs, hurry.signal).catch(() => undefined);
    const events = waiting;
    waiting = [];
    await usage.record(events).catch((error: unknown) =>
      log.warn('usage events were not stored', {
        count: events.length,
        reason: error instanceof Error ? error.name : 'unknown',
      }),
    );
  }

  return {
    note(event) {
      if (waiting.length >= mostWaiting) return;
      waiting.push(event);
      writing ??= write().finally(() => {
        writing = null;
      });
    },
    async settle() {
      hurry.abort();
      await writing;
      hurry = new AbortController();
    },
  };
}
