/** What a person can put into an ad, at hand without asking a store: the brand kits of their workspace, and the products they saved. */
import type { OwnerStore } from '../accounts/owners.ts';
import type { KitStore } from '../brand/kit-store.ts';
import type { ProductStore } from '../brand/product.ts';
import type { Clock } from '../clock.ts';
import type { PersonRef } from './messages.ts';
import { personKey } from './take-in.ts';

export type Named = { id: string; name: string };
export type OnShelf = { kits: Named[]; products: Named[] };
export const emptyShelf: OnShelf = { kits: [], products: [] };

export interface Shelf {
  /** As last learned; null for a person not met since the start, or longer ago than it is remembered. */
  known(person: PersonRef): OnShelf | null;
  learn(person: PersonRef): Promise<OnShelf>;
  /** Something of this workspace changed. */
  forget(workspace: Pick<PersonRef, 'platform' | 'workspace'>): void;
}

export type ShelfDeps = {
  owners: Pick<OwnerStore, 'find' | 'findWorkspace'>;
  kits: Pick<KitStore, 'ofWorkspace'>;
  products: Pick<ProductStore, 'ofOwner'>;
  clock: Clock;
};

/** Another process may have changed them meanwhile. */
const rememberMs = 60_000;
const mostRemembered = 10_000;

export function createShelf({ owners, kits, products, clock }: ShelfDeps): Shelf {
  const remembered = new Map<string, { onShelf: OnShelf; until: number }>();
  return {
    known(person) {
      const found = remembered.get(personKey(person));
      return found && found.until > clock.now() ? found.onShelf : null;
    },
    async learn(person) {
      const [ownerId, workspaceId] = await Promise.all([owners.find(person), owners.findWorkspace(person)]);
      const [found, saved] = await Promise.all([
        workspaceId ? kits.ofWorkspace(workspaceId) : [],
        ownerId ? products.ofOwner(ownerId) : [],
      ]);
      const named = ({ id, facts }: { id: string; facts: { name: string } }): Named => ({ id, name: facts.name });
      const onShelf = { kits: found.map(named), products: saved.map(named) };
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
