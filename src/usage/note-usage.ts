/** Collects usage events for a moment and stores them together. */
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { NoteUsage, UsageEvent, UsageStore } from './usage.ts';

/** Long enough that a rush of people is over before its records are sealed and stored. */
const collectMs = 2_000;
const mostWaiting = 10_000;
/** Stored together, and the pause after them: whoever acts meanwhile must not be kept waiting. */
const together = 25;
const pauseMs = 25;

type Deps = {
  usage: Pick<UsageStore, 'record'>;
  /** Whether anything is kept of this person: by the time a record is stored they may have been erased. */
  isKnown(person: string): Promise<boolean>;
  clock: Clock;
  log: Logger;
};

export function createNoteUsage({ usage, isKnown, clock, log }: Deps): {
  note: NoteUsage;
  /** Stores what waits. */
  settle(): Promise<void>;
} {
  const waiting: UsageEvent[] = [];
  let writing: Promise<void> | null = null;
  let hurry = new AbortController();

  /** Also what comes while it stores: nobody else would fetch it. */
  async function write(): Promise<void> {
    while (waiting.length > 0) {
      await pause(collectMs);
      const taken = waiting.splice(0);
      while (taken.length > 0) {
        const events = taken.splice(0, together);
        await store(events).catch((error: unknown) =>
          log.warn('usage events were not stored', {
            count: events.length,
            reason: error instanceof Error ? error.name : 'unknown',
          }),
        );
        if (taken.length > 0) await pause(pauseMs);
      }
    }
  }

  const pause = (ms: number): Promise<void> => clock.sleep(ms, hurry.signal).catch(() => undefined);

  /** Of somebody who is gone only what happened stays, not who it was. */
  async function store(events: readonly UsageEvent[]): Promise<void> {
    const known = new Set<string | null>();
    for (const person of new Set(events.map((event) => event.person)))
      if (person !== null && (await isKnown(person))) known.add(person);
    await usage.record(events.map((event) => (known.has(event.person) ? event : { ...event, person: null })));
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
