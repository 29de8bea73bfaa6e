/** Carries out what the forms of brand kits and products ask for. Done twice, each is still the same. */
import { hasAccepted } from '../accounts/acceptance.ts';
import { kitLimits, mayChange } from '../brand/kit.ts';
import { productLimits } from '../brand/product.ts';
import { proposedColours } from '../brand/read-brand.ts';
import { eraseLogo, saveLogo } from '../generation/contents.ts';
import type { PreparedLogo } from '../generation/ports.ts';
import { prepareFile, type SourceProblem } from '../generation/prepare-photos.ts';
import { policyVersion } from '../privacy/policy.ts';
import { adFor, type CarryOutDeps, type Settled, say } from './presses/press.ts';
import type { KitRequest, ProductRequest } from './requests.ts';
import { chatFor } from './start-ad.ts';
import { wordingIn } from './wording/wording.ts';

/** A new kit has the id of the request that asked for it, so that a crash makes no second one. */
export async function saveKit(deps: CarryOutDeps, intakeId: string, request: KitRequest, signal: AbortSignal): Promise<Settled> {
  const words = wordingIn(request.locale);
  if (!hasAccepted(await deps.settings.read(request.person), policyVersion)) return say(deps, request, words.privacy.acceptFirst);
  const member = await deps.owners.ensureMember(request.person);
  const id = request.kitId ?? intakeId;
  const known = await deps.kits.read(id);
  if (request.kitId !== null && known?.ownerId !== member.workspaceOwnerId) return say(deps, request, words.brand.gone);
  if (known && !mayChange(known, { ...member, ...request.person })) return say(deps, request, words.brand.notYours);
  const others = (await deps.kits.ofWorkspace(member.workspaceOwnerId)).filter((kit) => kit.id !== id);
  if (!known && others.length >= kitLimits.kits) return say(deps, request, words.brand.tooMany(kitLimits.kits));
  const { logo, problem } = await logoOf(deps, request, signal);
  const colours = request.facts.colours.length > 0 || !logo ? request.facts.colours : proposedColours(logo.palette);
  const facts = { ...request.facts, colours };
  if (known) await deps.kits.change(id, facts);
  else await deps.kits.add({ id, ownerId: member.workspaceOwnerId, makerId: member.ownerId, facts });
  await changeLogo(deps, id, request.logo === 'remove' ? 'remove' : logo);
  if (request.everywhere) await deps.kits.useEverywhere(id);
  deps.shelf.forget(request.person);
  const saved = words.brand.saved(facts.name);
  await say(deps, request, problem ? `${saved} ${words.brand.logoProblem(words.photoProblem(problem))}` : saved);
  return 'done';
}

/** A logo that cannot be used keeps nothing else from being saved. */
async function logoOf(
  deps: CarryOutDeps,
  { logo: file, place }: KitRequest,
  signal: AbortSignal,
): Promise<{ logo: PreparedLogo | null; problem: SourceProblem | null }> {
  if (!file || file === 'remove') return { logo: null, problem: null };
  const chat = chatFor(deps, place.platform);
  const prepared = await prepareFile(
    () => chat.fetch(file),
    (bytes) => deps.studio.prepareLogo(bytes, signal),
  );
  return prepared.ok ? { logo: prepared.value, problem: null } : { logo: null, problem: prepared.problem };
}

/** Bytes before the row that tells of them, and after it when they go. */
async function changeLogo(deps: CarryOutDeps, id: string, logo: PreparedLogo | 'remove' | null): Promise<void> {
  if (logo === 'remove') {
    await deps.kits.setLogo(id, false);
    await eraseLogo(deps, id);
  } else if (logo) {
    await saveLogo(deps, id, logo.logo);
    await deps.kits.setLogo(id, true);
  }
}

export async function saveProduct(deps: CarryOutDeps, intakeId: string, request: ProductRequest): Promise<Settled> {
  const words = wordingIn(request.locale).product;
  const ad = await adFor(deps, request, request.adId, 'owner');
  if (!ad) return 'refused';
  const photos = await deps.photos.ofAd(ad.id);
  if (photos.length === 0) return say(deps, request, words.noPhotos);
  const others = (await deps.products.ofOwner(ad.ownerId)).filter((product) => product.id !== intakeId);
  if (others.length >= productLimits.products) return say(deps, request, words.tooMany(productLimits.products));
  const photoIds = photos.map((photo) => photo.id);
  await deps.products.add({ id: intakeId, ownerId: ad.ownerId, facts: request.facts, photoIds });
  deps.shelf.forget(request.person);
  await say(deps, request, words.saved(request.facts.name));
  return 'done';
}
