/** How often somebody may try a password: per account, per address of the internet, and overall. Holds across processes; names nobody. */

/** Port to the counts. `what`: the hash under the hour's key is made there, and goes with that key. */
export interface TryStore {
  /** Counts one more; resolves with how many it makes in this hour's table. */
  count(what: string, hour: number): Promise<number>;
  takeBack(what: string, hour: number): Promise<void>;
  /** Removes counts of earlier hours, and their keys. */
  expire(beforeHour: number): Promise<void>;
}

/** Wrong tries within so many ms. Whoever is signed in stays so, whatever others try. */
const bounds = {
  account: { most: 8, withinMs: 15 * 60_000 },
  address: { most: 15, withinMs: 15 * 60_000 },
  everybody: { most: 20, withinMs: 60_000 },
} as const;

export type TryAbout = { account: string; address: string };
export type TryLimits = {
  /** Counts a try before it is made; null: too many were. Hand back what succeeded. */
  take(about: TryAbout): Promise<Taken | null>;
};
export type Taken = { handBack(): Promise<void> };

const hourMs = 3_600_000;

export function createTryLimits({ tries, clock }: { tries: TryStore; clock: { now(): number } }): TryLimits {
  return {
    async take({ account, address }) {
      const now = clock.now();
      const hour = Math.floor(now / hourMs);
      const window = (withinMs: number): number => Math.floor(now / withinMs);
      const counted = [
        { what: `address ${address} ${window(bounds.address.withinMs)}`, most: bounds.address.most },
        { what: `account ${account} ${window(bounds.account.withinMs)}`, most: bounds.account.most },
        { what: `everybody ${window(bounds.everybody.withinMs)}`, most: bounds.everybody.most },
      ];
      const done: string[] = [];
      const handBack = async (): Promise<void> => {
        for (const what of done) await tries.takeBack(what, hour);
      };
      for (const { what, most } of counted) {
        const count = await tries.count(what, hour);
        done.push(what);
        if (count <= most) continue;
        // What was not tried does not count, so that the next windows are as free as ever.
        await handBack();
        return null;
      }
      return { handBack };
    },
  };
}
