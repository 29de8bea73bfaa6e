/** Opens the forms of brand kits and products with what is stored, or says why not. */
import type { OwnerStore } from '../../accounts/owners.ts';
import { type KitUser, kitLimits, mayChange } from '../../brand/kit.ts';
import type { KitStore } from '../../brand/kit-store.ts';
import { productLimits } from '../../brand/product.ts';
import { proposedColours } from '../../brand/read-brand.ts';
import type { Ad, AdStore, PhotoStore } from '../../generation/ad.ts';
import type { FormRequest } from '../chat-adapter.ts';
import type { FormView, PersonRef } from '../messages.ts';
import { notTheirs, type SeenDeps } from '../who-sees.ts';
import type { Wording } from '../wording/wording.ts';
import { brandKitForm } from './brand-kit-form.ts';
import { productForm } from './product-form.ts';

export type BrandFormDeps = SeenDeps & {
  ads: Pick<AdStore, 'read'>;
  photos: Pick<PhotoStore, 'idsOfAd'>;
  owners: Pick<OwnerStore, 'isMember' | 'find' | 'findWorkspace'>;
  kits: Pick<KitStore, 'read'>;
};

type BrandFormRequest = Extract<FormRequest, { form: 'brand-kit' | 'product' }>;
type Opened = FormView | { refused: string };

export const newKitForm = (words: Wording, { place }: Pick<FormRequest, 'place'>): FormView =>
  brandKitForm(words, { place, kitId: null, facts: {}, hasLogo: false, isDefault: false, begins: 'look' });

export async function storedBrandForm(
  deps: BrandFormDeps,
  words: Wording,
  request: Extract<BrandFormRequest, { value: string }>,
): Promise<Opened> {
  if (request.from === 'kit') return kitForm(deps, words, request);
  const ad = await deps.ads.read(request.value);
  if (!ad?.recipe) return { refused: words.adGone };
  if (!(await deps.owners.isMember(ad.ownerId, request.person)))
    return { refused: await notTheirs(deps, words, ad, request.person) };
  return request.form === 'product' ? productOf(deps, words, request, ad) : brandOf(words, request, ad);
}

/** The person and their workspace; whoever is not known yet is nobody's member. */
export async function memberOf({ owners }: Pick<BrandFormDeps, 'owners'>, person: PersonRef): Promise<KitUser> {
  const [ownerId, workspaceOwnerId] = await Promise.all([owners.find(person), owners.findWorkspace(person)]);
  return { ownerId: ownerId ?? '', workspaceOwnerId: workspaceOwnerId ?? '', person: person.person };
}

async function kitForm(
  deps: BrandFormDeps,
  words: Wording,
  { value, place, person, begins }: Extract<BrandFormRequest, { from: 'kit' }>,
): Promise<Opened> {
  const kit = await deps.kits.read(value);
  const member = await memberOf(deps, person);
  if (!kit || kit.ownerId !== member.workspaceOwnerId) return { refused: words.brand.gone };
  if (!mayChange(kit, member)) return { refused: words.brand.notYours };
  return brandKitForm(words, { ...kit, place, kitId: kit.id, begins });
}

type FromAd = Extract<BrandFormRequest, { from: 'ad' }>;

/** "Save these as your brand?": the colours that the ad was drawn in, and what it says of the brand. */
function brandOf(words: Wording, { place }: FromAd, { recipe, brief }: Ad): FormView {
  const colours = brief.brand.colours.length > 0 ? brief.brand.colours : proposedColours(recipe?.palette ?? []);
  const facts = {
    name: brief.brand.name,
    colours,
    webAddress: brief.brand.webAddress,
    buttonText: (recipe?.copy.button ?? '').slice(0, kitLimits.buttonText),
  };
  return brandKitForm(words, { place, kitId: null, facts, hasLogo: false, isDefault: false, begins: 'look' });
}

async function productOf(deps: BrandFormDeps, words: Wording, { place }: FromAd, ad: Ad): Promise<Opened> {
  if ((await deps.photos.idsOfAd(ad.id)).length === 0) return { refused: words.product.noPhotos };
  const { copy, brand } = ad.recipe ?? { copy: { headline: '', price: '' }, brand: ad.brief.brand };
  const facts = {
    name: copy.headline.slice(0, productLimits.name),
    price: copy.price.slice(0, productLimits.price),
    link: brand.webAddress.slice(0, productLimits.link),
  };
  return productForm(words, { place, adId: ad.id, facts });
}
