/** Tells an event from its redeliveries, and from its twin of another kind: a mention arrives as a mention and as a message. */
import { createBoundedMemory } from '../../src/bounded-memory.ts';
import type { Clock } from '../../src/clock.ts';

/** Slack tries again after a minute and after five. */
const rememberMs = 3_600_000;
const mostRemembered = 20_000;

export type DeliveriesSeen = ReturnType<typeof createDeliveriesSeen>;

export function createDeliveriesSeen(clock: Clock) {
  const seen = createBoundedMemory<true>({ clock, most: mostRemembered, livesMs: rememberMs });
  return {
    /** True the first time that any of these names is met; all of them are known from then on. */
    isNew(names: readonly (string | undefined)[]): boolean {
      const given = names.filter((name) => name !== undefined);
      const isKnown = given.some((name) => seen.get(name));
      for (const name of given) seen.put(name, true);
      return !isKnown;
    },
  };
}
