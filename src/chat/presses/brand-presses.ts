/** Buttons under the lists of brand kits and saved products. Who may press them is looked at here: they are not about an ad. */
import { eraseKit, eraseProduct } from '../../brand/erase-brand.ts';
import { type Kit, mayChange } from '../../brand/kit.ts';
import { channelKey } from '../channel-key.ts';
import { memberOf } from '../forms/open-brand-form.ts';
import type { PressRequest } from '../requests.ts';
import type { Wording } from '../wording/wording.ts';
import { type CarryOutDeps, type Settled, say } from './press.ts';

export type ShelfDeed = (
  deps: CarryOutDeps,
  press: { intakeId: string; request: PressRequest; words: Wording },
) => Promise<Settled>;

type Found = { kit: Kit; isChangeable: boolean };

async function findKit(deps: CarryOutDeps, { person, value }: PressRequest): Promise<Found | null> {
  const member = await memberOf(deps, person);
  const kit = await deps.kits.read(value);
  return kit && kit.ownerId === member.workspaceOwnerId ? { kit, isChangeable: mayChange(kit, member) } : null;
}

/** Anyone of the workspace: what a channel's ads look like is the channel's affair. */
export const useKit: ShelfDeed = async (deps, { request, words }) => {
  const found = await findKit(deps, request);
  if (!found) return say(deps, request, words.brand.gone);
  await deps.kits.useIn(found.kit.id, channelKey(request.place));
  await say(deps, request, words.brand.inUse(found.kit.facts.name));
  return 'done';
};

/** Also where none was chosen: then nothing changes. */
export const useUsualKit: ShelfDeed = async (deps, { request, words }) => {
  await deps.kits.useIn(null, channelKey(request.place));
  await say(deps, request, words.brand.usualAgain);
  return 'done';
};

export const deleteKit: ShelfDeed = async (deps, { request, words }) => {
  const found = await findKit(deps, request);
  if (!found) return say(deps, request, words.brand.gone);
  if (!found.isChangeable) return say(deps, request, words.brand.notYours);
  await eraseKit(deps, found.kit.id);
  deps.shelf.forget(request.person);
  await say(deps, request, words.brand.removed(found.kit.facts.name));
  return 'done';
};

export const deleteProduct: ShelfDeed = async (deps, { request, words }) => {
  const product = await deps.products.read(request.value);
  if (!product || !(await deps.owners.isMember(product.ownerId, request.person))) return say(deps, request, words.product.gone);
  await eraseProduct(deps, product.id);
  deps.shelf.forget(request.person);
  await say(deps, request, words.product.removed(product.facts.name));
  return 'done';
};
