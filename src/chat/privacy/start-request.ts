/** Takes a request of a person about their own data: it gets a number and a clock, and its job begins. */

import type { ShelfDeed } from '../presses/brand-presses.ts';
import { type CarryOutDeps, type Settled, say } from '../presses/press.ts';
import type { EraseRequest } from '../requests.ts';
import { personKey } from '../take-in.ts';
import { wordingIn } from '../wording/wording.ts';
import { collect, type ErasureFacts } from './erasure.ts';
import type { ExportFacts } from './export/export-facts.ts';

/** The same intake starts the same request: carried out again after a crash it begins nothing twice. */
export async function startErasure(deps: CarryOutDeps, intakeId: string, request: EraseRequest): Promise<Settled> {
  const { person, place, locale, scope } = request;
  const words = wordingIn(locale).privacy;
  const collected = await collect(deps, scope, person);
  const known = await deps.privacyRequests.read(intakeId);
  if (!collected && !known) return say(deps, request, words.deleteNothing);
  const nothing = { owners: [], things: { ads: [], creatives: [], photos: [], products: [], kits: [] } };
  const facts: ErasureFacts = {
    ...nothing,
    scope,
    person,
    place,
    locale,
    handedOver: 0,
    owed: [],
    keysDestroyedAt: 0,
    erasedAt: 0,
  };
  await deps.privacyRequests.add({ id: intakeId, kind: 'erase', facts, person: personKey(person) });
  await say(deps, request, words.deleteStarted(intakeId));
  await deps.queue.ring('privacy', intakeId);
  return 'done';
}

export const exportData: ShelfDeed = async (deps, { intakeId, request, words }) => {
  const { person, place, locale } = request;
  const facts: ExportFacts = {
    person,
    place,
    locale,
    gatheredAt: 0,
    counts: {},
    entries: [],
    hashes: {},
    message: null,
    sent: {},
  };
  await deps.privacyRequests.add({ id: intakeId, kind: 'export', facts, person: personKey(person) });
  await say(deps, request, words.privacy.exportStarted);
  await deps.queue.ring('privacy', intakeId);
  return 'done';
};
