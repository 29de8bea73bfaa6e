/** Erases a kit or a product: its key first, so that every copy anywhere is unreadable at once, then bytes, then rows. Safe to repeat at any point. */
import type { PhotoStore } from '../generation/ad.ts';
import { type ContentDeps, eraseFont, eraseLogo, erasePhoto } from '../generation/contents.ts';
import type { KitStore } from './kit-store.ts';
import type { ProductStore } from './product.ts';

export async function eraseKit(deps: ContentDeps & { kits: Pick<KitStore, 'remove'> }, id: string): Promise<void> {
  await deps.keyring.destroy(`kit:${id}`);
  await eraseLogo(deps, id);
  await eraseFont(deps, id);
  await deps.kits.remove(id);
}

export type EraseProductDeps = ContentDeps & {
  products: Pick<ProductStore, 'photosOfItsOwn' | 'remove'>;
  photos: Pick<PhotoStore, 'remove'>;
};

/** Photos that an ad still needs stay with that ad. */
export async function eraseProduct(deps: EraseProductDeps, id: string): Promise<void> {
  await deps.keyring.destroy(`product:${id}`);
  for (const photoId of await deps.products.photosOfItsOwn(id)) {
    await erasePhoto(deps, photoId);
    await deps.photos.remove(photoId);
  }
  await deps.products.remove(id);
}
