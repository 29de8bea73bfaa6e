/** Remembers things for a while, and only so many of them: the oldest goes first. Nothing of it is stored. */
import type { Clock } from './clock.ts';

export type BoundedMemory<Thing> = ReturnType<typeof createBoundedMemory<Thing>>;

export function createBoundedMemory<Thing>({ clock, most, livesMs }: { clock: Clock; most: number; livesMs: number }) {
  const kept = new Map<string, { thing: Thing; until: number }>();
  return {
    put(key: string, thing: Thing): void {
      kept.delete(key);
      kept.set(key, { thing, until: clock.now() + livesMs });
      const oldest = kept.size > most ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
    },
    /** Undefined for what is not known, or no longer. */
    get(key: string): Thing | undefined {
      const found = kept.get(key);
      if (!found) return undefined;
      if (clock.now() <= found.until) return found.thing;
      kept.delete(key);
      return undefined;
    },
    forget: (key: string): void => void kept.delete(key),
    clear: (): void => kept.clear(),
  };
}
