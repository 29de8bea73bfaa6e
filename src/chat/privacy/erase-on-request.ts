/**
 * The `privacy` job for an erasure, in a straight line: fence → note what is owed elsewhere → destroy keys → erase here → count that nothing
 * remains → signed receipt → work off what is owed → addendum. Each step is stored when it is done; killed at any point it goes on where it was.
 */
import { type EraseProductDeps, eraseProduct } from '../../brand/erase-brand.ts';
import { adStates } from '../../generation/ad.ts';
import { erasePhoto } from '../../generation/contents.ts';
import { type EraseDeps, eraseAd } from '../../generation/erase-ad.ts';
import type { PrivacyRequest, PrivacyRequestStore } from '../../privacy/privacy-request.ts';
import type { ConversationStore } from '../conversation-store.ts';
import { fulfil, type ObligationDeps, obligationLapsesAfterMs } from '../obligations.ts';
import { personKey } from '../take-in.ts';
import { destroyOwnerKeys, type EraseOwnersDeps, eraseOwners, scopesOf } from './erase-owners.ts';
import { type CollectDeps, collect, type ErasureFacts, erasureFactsSchema } from './erasure.ts';
import { adsInChannels, type HandOverDeps, handOver } from './hand-over.ts';
import { type NoteDeps, noteOwed } from './note-owed.ts';
import { type TellDroppedDeps, tellDropped } from './tell-dropped.ts';
import { type UnnameDeps, unname } from './unname.ts';
import { type WriteReceiptDeps, writeReceipt } from './write-receipt.ts';

export type EraseOnRequestDeps = EraseDeps &
  EraseProductDeps &
  EraseOwnersDeps &
  CollectDeps &
  HandOverDeps &
  NoteDeps &
  TellDroppedDeps &
  UnnameDeps &
  WriteReceiptDeps &
  ObligationDeps & {
    conversations: ConversationStore;
    privacyRequests: PrivacyRequestStore;
  };

export const erasureSteps = ['listed', 'collected', 'noted', 'keys', 'erased', 'receipt'] as const;
export type ErasureStep = (typeof erasureSteps)[number];

export async function eraseOnRequest(deps: EraseOnRequestDeps, request: PrivacyRequest): Promise<void> {
  const read = erasureFactsSchema.safeParse(request.facts);
  if (!read.success) return deps.privacyRequests.finish(request.id, 'done');
  let facts = read.data;
  const from = request.step === null ? 0 : erasureSteps.indexOf(request.step as ErasureStep) + 1;
  for (const step of erasureSteps.slice(from)) {
    facts = await carryOutStep(deps, request, step, facts);
    await deps.privacyRequests.advance(request.id, step, facts);
  }
  await workOff(deps, request, facts);
}

async function carryOutStep(
  deps: EraseOnRequestDeps,
  request: PrivacyRequest,
  step: ErasureStep,
  facts: ErasureFacts,
): Promise<ErasureFacts> {
  switch (step) {
    case 'listed':
      return list(deps, request, facts);
    case 'collected':
      return fence(deps, facts);
    case 'noted':
      return facts.owners.length > 0 ? { ...facts, owed: await noteOwed(deps, request.id, facts.things.ads) } : facts;
    case 'keys': {
      await tellDropped(deps, facts.people);
      await destroyOwnerKeys(deps, facts.owners);
      if (facts.owners.length === 0) for (const scope of scopesOf(facts.things)) await deps.keyring.destroy(scope);
      return { ...facts, keysDestroyedAt: deps.clock.now() };
    }
    case 'erased':
      await eraseHere(deps, facts);
      return { ...facts, erasedAt: deps.clock.now() };
    case 'receipt':
      await writeReceipt(deps, request, facts, 'receipt');
      return facts;
  }
}

/** Who goes, and which of their ads stay with others: known before anything changes, so that a crash changes no count. */
async function list(deps: EraseOnRequestDeps, request: PrivacyRequest, facts: ErasureFacts): Promise<ErasureFacts> {
  const { scope, person } = facts;
  if (scope.kind !== 'workspace' && scope.kind !== 'account') {
    const { things } = (await collect(deps, scope, person)) ?? facts;
    // As soon as they are marked, whoever sweeps takes them back, and nobody could tell any more what was posted of them.
    return { ...facts, owed: await noteOwed(deps, request.id, things.ads) };
  }
  const people = await peopleOf(deps, scope, person);
  const handing: ErasureFacts['handing'] = [];
  if (scope.handOver) for (const one of people) handing.push({ person: one, ads: await adsInChannels(deps, one) });
  return { ...facts, people, handing };
}

/** From here on nothing new is begun; what is handed to the workspace is no longer theirs. */
async function fence(deps: EraseOnRequestDeps, facts: ErasureFacts): Promise<ErasureFacts> {
  const { scope, person } = facts;
  let handedOver = 0;
  for (const one of facts.handing) handedOver += await handOver(deps, one.person, one.ads);
  const collected = await collect(deps, scope, person);
  const { owners, things } = collected ?? facts;
  await deps.owners.fence(owners);
  // Whoever goes as a whole is fenced with all their ads.
  if (owners.length === 0) for (const adId of things.ads) await deps.ads.move(adId, adStates, 'erasing');
  return { ...facts, owners, things, handedOver };
}

/** Whoever the scope means, as their platforms know them. */
async function peopleOf(deps: EraseOnRequestDeps, scope: ErasureFacts['scope'], person: ErasureFacts['person']) {
  if (scope.kind !== 'account') return [person];
  const { owners } = (await collect(deps, scope, person)) ?? { owners: [] };
  const known = await Promise.all(owners.map((id) => deps.owners.identity(id)));
  return known.flatMap((one) => (one?.person === undefined ? [] : [{ ...one, person: one.person }]));
}

async function eraseHere(deps: EraseOnRequestDeps, { owners, things, people }: ErasureFacts): Promise<void> {
  if (owners.length > 0) {
    await eraseOwners(deps, owners);
    for (const one of people) {
      await unname(deps, one);
      // What was noted while they were being erased; from now on nothing names them.
      await deps.usage.forgetPerson(personKey(one));
    }
    return;
  }
  for (const id of things.ads) await eraseAd(deps, id);
  for (const id of things.products) await eraseProduct(deps, id);
  for (const id of things.photos) {
    await erasePhoto(deps, id);
    await deps.photos.remove(id);
  }
}

/** What lies with the chat platforms; then the addendum, and the end of whatever still told who it was. */
async function workOff(deps: EraseOnRequestDeps, request: PrivacyRequest, facts: ErasureFacts): Promise<void> {
  const owed: ErasureFacts['owed'] = [];
  for (const item of facts.owed) {
    if (item.state !== 'outstanding') {
      // A crash right after this was noted leaves the entry itself.
      await deps.obligations.settle(item.id);
      owed.push(item);
      continue;
    }
    const state = await outcomeOf(deps, item.id, deps.clock.now() - request.receivedAt);
    owed.push({ ...item, state });
    if (state !== 'outstanding') {
      await deps.privacyRequests.advance(request.id, 'receipt', { ...facts, owed: [...owed, ...facts.owed.slice(owed.length)] });
      await deps.obligations.settle(item.id);
    }
  }
  if (owed.some(({ state }) => state === 'outstanding')) return deps.privacyRequests.finish(request.id, 'owed');
  if (owed.length > 0) await writeReceipt(deps, request, { ...facts, owed }, 'addendum');
  await deps.privacyRequests.finish(request.id, 'done');
}

async function outcomeOf(deps: EraseOnRequestDeps, id: string, ageMs: number): Promise<ErasureFacts['owed'][number]['state']> {
  const known = await deps.obligations.read(id);
  if (!known) return 'done';
  const chat = deps.chatOf(known.obligation.platform);
  const outcome = chat ? await fulfil(chat, known.obligation) : 'later';
  if (outcome === 'done') return 'done';
  if (outcome === 'refused') return 'impossible';
  return ageMs > obligationLapsesAfterMs ? 'lapsed' : 'outstanding';
}
