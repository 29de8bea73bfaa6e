/** Waits for something in the loopback world without looking at a clock more often than needed. */
import type { World } from './world.ts';

/** Resolves as soon as `find` gives something; looks again at every change of the world. */
export function waitFor<Found>(
  world: World,
  find: () => Found | null | undefined | false,
  { withinMs = 10_000, what = 'a change' }: { withinMs?: number; what?: string } = {},
): Promise<Found> {
  return new Promise((resolve, reject) => {
    const stop = world.onChange(look);
    const timer = setTimeout(() => finish(() => reject(new Error(`Waited in vain for ${what}`))), withinMs);
    function finish(settle: () => void) {
      clearTimeout(timer);
      stop();
      settle();
    }
    function look() {
      try {
        const found = find();
        if (found) finish(() => resolve(found));
      } catch (error) {
        finish(() => reject(error));
      }
    }
    look();
  });
}
