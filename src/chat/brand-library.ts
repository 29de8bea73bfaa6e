/** What `/ad brand` and `/ad products` show. */
import type { OwnerStore } from '../accounts/owners.ts';
import { mayChange } from '../brand/kit.ts';
import type { KitStore } from '../brand/kit-store.ts';
import type { ProductStore } from '../brand/product.ts';
import { channelKey } from './channel-key.ts';
import type { ChatLimits } from './chat-adapter.ts';
import { memberOf } from './forms/open-brand-form.ts';
import type { MessageView, PersonRef, Place } from './messages.ts';
import { kitsView, productsView } from './views/brand-views.ts';
import type { Wording } from './wording/wording.ts';

export type BrandLibraryDeps = {
  owners: Pick<OwnerStore, 'find' | 'findWorkspace' | 'isMember'>;
  kits: Pick<KitStore, 'ofWorkspace' | 'usedIn'>;
  products: Pick<ProductStore, 'ofOwner'>;
  limits: ChatLimits;
};

/** Fields of the form of a brand kit; a platform that shows fewer needs a second button for the rest. */
const kitFields = 14;

export async function brandsView(
  deps: BrandLibraryDeps,
  words: Wording,
  { person, place }: { person: PersonRef; place: Place },
): Promise<MessageView> {
  const member = await memberOf(deps, person);
  const kits = await deps.kits.ofWorkspace(member.workspaceOwnerId);
  const used = await deps.kits.usedIn(member.workspaceOwnerId, channelKey(place));
  const listed = kits.map((kit) => ({ ...kit, isUsedHere: kit.id === used?.id, isChangeable: mayChange(kit, member) }));
  return kitsView(words, listed, {
    hasShortForms: deps.limits.formFields < kitFields,
    hasOwnChoice: used?.isChosen ?? false,
  });
}

export async function savedView(deps: BrandLibraryDeps, words: Wording, person: PersonRef): Promise<MessageView> {
  const { ownerId } = await memberOf(deps, person);
  return productsView(words, await deps.products.ofOwner(ownerId));
}
