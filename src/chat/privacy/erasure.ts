/** An erasure on request: what it is about, and what its steps need to know. */
import { z } from 'zod';
import type { AccountStore } from '../../accounts/account.ts';
import type { Belongings, OwnerStore } from '../../accounts/owners.ts';
import type { ProductStore } from '../../brand/product.ts';
import type { AdStore, StepStore } from '../../generation/ad.ts';
import { localeSchema } from '../locale.ts';
import { personSchema, placeSchema } from '../requests.ts';
import { type ErasureScope, erasureScope } from './erasure-scope.ts';

const ids = z.array(z.string());

export const erasureFactsSchema = z.object({
  scope: erasureScope,
  person: personSchema,
  /** Where the answer goes; null: it is asked for in the portal, and waits there. */
  place: placeSchema.nullable(),
  locale: localeSchema,
  /** Whoever is erased; empty where only things of theirs are. */
  owners: ids,
  /** The things that go. */
  things: z.object({ ads: ids, creatives: ids, photos: ids, products: ids, kits: ids }),
  handedOver: z.number().int(),
  /** Which ads become their workspaces', noted before the first one does. */
  handing: z.array(z.object({ person: personSchema, ads: ids })).default([]),
  /** Whoever is erased, as their platforms know them, for what names them elsewhere. */
  people: z.array(personSchema).default([]),
  /** What is owed on chat platforms: ids of obligations, with what became of them. */
  owed: z.array(
    z.object({
      id: z.string(),
      system: z.string(),
      messages: z.number().int(),
      files: z.number().int(),
      state: z.enum(['done', 'outstanding', 'lapsed', 'impossible']),
    }),
  ),
  /** Ms since 1970; 0: not yet. */
  keysDestroyedAt: z.number(),
  erasedAt: z.number(),
});
export type ErasureFacts = z.infer<typeof erasureFactsSchema>;

export type CollectDeps = {
  owners: Pick<OwnerStore, 'find' | 'belongings'>;
  accounts: Pick<AccountStore, 'of' | 'members' | 'credentials'>;
  ads: Pick<AdStore, 'read' | 'versions'>;
  steps: Pick<StepStore, 'creativeIds'>;
  products: Pick<ProductStore, 'read' | 'photosOfItsOwn'>;
};

export type Collected = Pick<ErasureFacts, 'owners' | 'things'>;

const nothing: ErasureFacts['things'] = { ads: [], creatives: [], photos: [], products: [], kits: [] };

/** What the scope means at this moment; null where nothing of this person is meant. */
export async function collect(deps: CollectDeps, scope: ErasureScope, person: ErasureFacts['person']): Promise<Collected | null> {
  const ownerId = await deps.owners.find(person);
  if (!ownerId) return null;
  const owned = await deps.owners.belongings(ownerId);
  switch (scope.kind) {
    case 'ad': {
      if (!owned.ads.includes(scope.adId)) return null;
      const ads = await deps.ads.versions(scope.adId);
      const creatives = (await Promise.all(ads.map((id) => deps.steps.creativeIds(id)))).flat();
      return { owners: [], things: { ...nothing, ads, creatives } };
    }
    case 'photos':
      return { owners: [], things: { ...nothing, photos: owned.photos, products: owned.products } };
    case 'product': {
      if (!owned.products.includes(scope.productId)) return null;
      const photos = await deps.products.photosOfItsOwn(scope.productId);
      return { owners: [], things: { ...nothing, products: [scope.productId], photos } };
    }
    case 'workspace':
      return withThings(deps, [ownerId, ...(await accountOfNobodyElse(deps, ownerId))]);
    case 'account': {
      const accountId = await deps.accounts.of(ownerId);
      return withThings(deps, accountId ? [...(await deps.accounts.members(accountId)), accountId] : [ownerId]);
    }
  }
}

/** An account that nobody can sign in to goes with its last member. */
async function accountOfNobodyElse({ accounts }: CollectDeps, ownerId: string): Promise<string[]> {
  const accountId = await accounts.of(ownerId);
  if (!accountId || (await accounts.credentials(accountId))) return [];
  return (await accounts.members(accountId)).length > 1 ? [] : [accountId];
}

async function withThings({ owners }: CollectDeps, ownerIds: string[]): Promise<Collected> {
  const owned = await Promise.all(ownerIds.map((id) => owners.belongings(id)));
  const all = (kind: keyof Belongings): string[] => owned.flatMap((things) => things[kind]);
  return {
    owners: ownerIds,
    things: { ads: all('ads'), creatives: all('creatives'), photos: all('photos'), products: all('products'), kits: all('kits') },
  };
}
