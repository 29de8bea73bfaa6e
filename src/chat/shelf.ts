/** What a person can put into an ad, at hand without asking a store: the brand kits they may use, and the products they saved. */
import type { KitStore } from '../brand/kit-store.ts';
import type { ProductStore } from '../brand/product.ts';
import type { Clock } from '../clock.ts';
import { type KitOwnersDeps, kitOwners } from './kit-owners.ts';
import type { PersonRef } from './messages.ts';
import { personKey } from './take-in.ts';

export type Named = { id: string; name: string };
/** `isLinked`: of another workspace than the one they are in. */
export type OnShelf = { kits: (Named & { isLinked: boolean })[]; products: Named[] };
export const emptyShelf: OnShelf = { kits: [], products: [] };

export interface Shelf {
  /** As last learned; null for a person not met since the start, or longer ago than it is remembered. */
  known(person: PersonRef): OnShelf | null;
  learn(person: PersonRef): Promise<OnShelf>;
  /** Something of this workspace changed. */
  forget(workspace: Pick<PersonRef, 'platform' | 'workspace'>): void;
}

export type ShelfDeps = {
  owners: KitOwnersDeps['owners'];
  accounts: KitOwnersDeps['accounts'];
  chatOf: KitOwnersDeps['chatOf'];
  kits: Pick<KitStore, 'ofWorkspace'>;
  products: Pick<ProductStore, 'ofOwner'>;
  clock: Clock;
};

/** Another process may have changed them meanwhile. */
const rememberMs = 60_000;
const mostRemembered = 10_000;

/** As many as every platform's form can offer, besides the usual one and none. */
const mostKits = 20;

export function createShelf(deps: ShelfDeps): Shelf {
  const { owners, kits, products, clock } = deps;
  const remembered = new Map<string, { onShelf: OnShelf; until: number }>();
  return {
    known(person) {
      const found = remembered.get(personKey(person));
      return found && found.until > clock.now() ? found.onShelf : null;
    },
    async learn(person) {
      const [ownerId, { own, linked }] = await Promise.all([owners.find(person), kitOwners(deps, person)]);
      const found = await Promise.all([...(own ? [own] : []), ...linked].map((workspace) => kits.ofWorkspace(workspace)));
      const saved = ownerId ? await products.ofOwner(ownerId) : [];
      const named = ({ id, facts }: { id: string; facts: { name: string } }): Named => ({ id, name: facts.name });
      const usable = found.flat().map((kit) => ({ ...named(kit), isLinked: kit.ownerId !== own }));
      const onShelf = { kits: usable.slice(0, mostKits), products: saved.map(named) };
      const key = personKey(person);
      remembered.delete(key);
      remembered.set(key, { onShelf, until: clock.now() + rememberMs });
      const oldest = remembered.size > mostRemembered ? remembered.keys().next().value : undefined;
      if (oldest !== undefined) remembered.delete(oldest);
      return onShelf;
    },
    forget({ platform, workspace }) {
      for (const key of remembered.keys()) if (key.startsWith(`${platform} ${workspace} `)) remembered.delete(key);
    },
  };
}
