/** What a new ad is made with besides the words of its brief: the brand kit of its place, a saved product. */
import type { Member } from '../accounts/owners.ts';
import { applyBrand, saidThough } from '../brand/apply-brand.ts';
import type { Kit } from '../brand/kit.ts';
import type { KitStore } from '../brand/kit-store.ts';
import type { Product, ProductStore } from '../brand/product.ts';
import { type Brief, briefLimits } from '../generation/brief.ts';
import { writeHeadlines } from '../generation/copy/write-headlines.ts';
import type { Copy } from '../generation/recipe.ts';
import { channelKey } from './channel-key.ts';
import { noneOf } from './forms/make-ad-form.ts';
import { type KitOwnersDeps, kitOwners } from './kit-owners.ts';
import type { AdRequest } from './requests.ts';
import { type Wording, wordingIn } from './wording/wording.ts';

/** By now it is known how the photos are kept. */
export type AcceptedAdRequest = AdRequest & { keepPhotos: boolean };

export type BrandDeps = KitOwnersDeps & { kits: Pick<KitStore, 'read' | 'usedIn'>; products: Pick<ProductStore, 'read'> };

export type Branded = { brief: Brief; photoIds: string[]; refused: string | null };

/** `refused`: in words, why no ad can be made of it. */
export async function brandForAd(deps: BrandDeps, request: AcceptedAdRequest, member: Member): Promise<Branded> {
  const words = wordingIn(request.locale);
  const [kit, product] = await Promise.all([kitFor(deps, request, member), productFor(deps, request, member)]);
  const applied = applyBrand(request.text, { kit, product });
  const brief: Brief = {
    text: request.text,
    ...applied,
    words: { ...applied.words, ...(request.button === undefined ? {} : { button: request.button }) },
    ...(request.language ? { language: request.language } : {}),
    places: request.places,
    film: request.film,
    wholePhoto: product?.facts.wholePhoto ?? false,
    keepPhotos: request.keepPhotos,
  };
  const photoIds = product?.photoIds.slice(0, briefLimits.photos - request.files.length) ?? [];
  const isGone = request.product !== undefined && !product && request.files.length === 0;
  const refused = isGone ? words.product.goneForAd : neverSays(words, kit, writeHeadlines(brief));
  return { brief, photoIds, refused };
}

/** A kit that was deleted since the form was opened, or whose workspace the person left, gives way to the usual one. */
async function kitFor(deps: BrandDeps, { kit: chosen, place, person }: AdRequest, member: Member): Promise<Kit | null> {
  const { kits } = deps;
  if (chosen === noneOf) return null;
  const found = chosen ? await kits.read(chosen) : null;
  if (found && found.ownerId === member.workspaceOwnerId) return found;
  if (found && (await kitOwners(deps, person)).linked.includes(found.ownerId)) return found;
  const usual = await kits.usedIn(member.workspaceOwnerId, channelKey(place));
  return usual ? kits.read(usual.id) : null;
}

async function productFor({ products }: BrandDeps, { product: id }: AdRequest, member: Member): Promise<Product | null> {
  const product = id ? await products.read(id) : null;
  return product?.ownerId === member.ownerId ? product : null;
}

function neverSays(words: Wording, kit: Kit | null, copies: Copy[]): string | null {
  const said = kit ? saidThough(kit.facts.neverSay, copies) : [];
  return kit && said.length > 0 ? words.brand.neverSays(kit.facts.name, said) : null;
}

/** The same for words that a person changes afterwards; a kit that is gone forbids nothing. */
export async function forbiddenInEdit(
  { kits }: Pick<BrandDeps, 'kits'>,
  words: Wording,
  { brand }: Pick<Brief, 'brand'>,
  copy: Copy,
): Promise<string | null> {
  return neverSays(words, brand.kit ? await kits.read(brand.kit.id) : null, [copy]);
}
