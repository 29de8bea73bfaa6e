/** Carries out what the forms of brand kits and products ask for. Done twice, each is still the same. */
import { hasAccepted } from '../accounts/acceptance.ts';
import { kitLimits, mayChange } from '../brand/kit.ts';
import { productLimits } from '../brand/product.ts';
import { proposedColours } from '../brand/read-brand.ts';
import { eraseFont, eraseLogo, saveFont, saveLogo } from '../generation/contents.ts';
import type { FontProblem } from '../generation/font.ts';
import type { PreparedLogo } from '../generation/ports.ts';
import { type FileProblem, openFile, prepareFile, type SourceProblem } from '../generation/prepare-photos.ts';
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
  const [logo, font] = [await logoOf(deps, request, signal), await fontOf(deps, request, signal)];
  const colours = request.facts.colours.length > 0 || !logo.value ? request.facts.colours : proposedColours(logo.value.palette);
  const keepsFont = request.font !== 'remove' && known?.facts.font != null;
  const facts = { ...request.facts, colours, font: keepsFont ? request.facts.font : null };
  if (known) await deps.kits.change(id, facts);
  else await deps.kits.add({ id, ownerId: member.workspaceOwnerId, makerId: member.ownerId, facts });
  await changeLogo(deps, id, request.logo === 'remove' ? 'remove' : logo.value);
  if (request.font === 'remove') await eraseFont(deps, id);
  if (font.value) {
    await saveFont(deps, id, font.value);
    await deps.kits.change(id, { ...facts, font: request.facts.font });
  }
  if (request.everywhere) await deps.kits.useEverywhere(id);
  deps.shelf.forget(request.person);
  const said = [
    words.brand.saved(facts.name),
    ...(logo.problem ? [words.brand.logoProblem(words.photoProblem(logo.problem))] : []),
    ...(font.problem ? [words.brand.fontProblem(font.problem)] : []),
  ];
  await say(deps, request, said.join(' '));
  return 'done';
}

async function fontOf(
  deps: CarryOutDeps,
  { font: file, place }: KitRequest,
  signal: AbortSignal,
): Promise<{ value: Uint8Array | null; problem: FileProblem | FontProblem | null }> {
  if (!file || file === 'remove') return { value: null, problem: null };
  const chat = chatFor(deps, place.platform);
  const opened = await openFile(() => chat.fetch(file));
  const checked = opened.ok ? await deps.studio.checkFont(opened.value, signal) : opened;
  return checked.ok ? { value: checked.value, problem: null } : { value: null, problem: checked.problem };
}

/** A logo that cannot be used keeps nothing else from being saved. */
async function logoOf(
  deps: CarryOutDeps,
  { logo: file, place }: KitRequest,
  signal: AbortSignal,
): Promise<{ value: PreparedLogo | null; problem: SourceProblem | null }> {
  if (!file || file === 'remove') return { value: null, problem: null };
  const chat = chatFor(deps, place.platform);
  const prepared = await prepareFile(
    () => chat.fetch(file),
    (bytes) => deps.studio.prepareLogo(bytes, signal),
  );
  return prepared.ok ? { value: prepared.value, problem: null } : { value: null, problem: prepared.problem };
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
  // How its photo is shown was chosen on the ad that it is saved from.
  const facts = { ...request.facts, ...(ad.brief.wholePhoto ? { wholePhoto: true } : {}) };
  await deps.products.add({ id: intakeId, ownerId: ad.ownerId, facts, photoIds });
  deps.shelf.forget(request.person);
  await say(deps, request, words.saved(request.facts.name));
  return 'done';
}
