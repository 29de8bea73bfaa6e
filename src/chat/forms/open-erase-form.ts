/** Opens the form for deleting one's data with what is held. */
import type { AccountStore } from '../../accounts/account.ts';
import type { OwnerStore } from '../../accounts/owners.ts';
import type { ProductStore } from '../../brand/product.ts';
import type { AdStore } from '../../generation/ad.ts';
import type { FormView, PersonRef, Place } from '../messages.ts';
import { titleOf } from '../views/library-view.ts';
import type { Wording } from '../wording/wording.ts';
import { eraseForm } from './erase-form.ts';

export type EraseFormDeps = {
  owners: Pick<OwnerStore, 'find' | 'tally'>;
  accounts: Pick<AccountStore, 'of'>;
  ads: Pick<AdStore, 'ofOwner'>;
  products: Pick<ProductStore, 'ofOwner'>;
};

/** The newest ones; older ones are deleted with the button under them, or with everything. */
const mostAds = 15;

export async function storedEraseForm(
  deps: EraseFormDeps,
  words: Wording,
  { person, place }: { person: PersonRef; place: Place },
): Promise<FormView | { refused: string }> {
  const ownerId = await deps.owners.find(person);
  if (!ownerId) return { refused: words.privacy.statusNone };
  const [counts, ads, products, accountId] = await Promise.all([
    deps.owners.tally(ownerId),
    deps.ads.ofOwner(ownerId, { channel: null, most: 100 }),
    deps.products.ofOwner(ownerId),
    deps.accounts.of(ownerId),
  ]);
  const newest = ads.filter((ad, index) => ads.findIndex((other) => other.rootId === ad.rootId) === index).slice(0, mostAds);
  return eraseForm(words, place, {
    counts,
    hasAccount: accountId !== null,
    ads: newest.map((ad) => ({ id: ad.id, title: titleOf(ad) })),
    products: products.map(({ id, facts }) => ({ id, name: facts.name })),
  });
}
