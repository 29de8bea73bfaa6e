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
  await addErasure(deps, intakeId, { person, place, locale, scope });
  await say(deps, request, words.deleteStarted(intakeId));
  await deps.queue.ring('privacy', intakeId);
  return 'done';
}

/** `place`: null where it is asked for in the portal. */
export async function addErasure(
  { privacyRequests }: Pick<CarryOutDeps, 'privacyRequests'>,
  id: string,
  about: Pick<ErasureFacts, 'person' | 'place' | 'locale' | 'scope'>,
): Promise<void> {
  const nothing = { owners: [], things: { ads: [], creatives: [], photos: [], products: [], kits: [] } };
  const facts: ErasureFacts = {
    ...nothing,
    ...about,
    handedOver: 0,
    owed: [],
    keysDestroyedAt: 0,
    erasedAt: 0,
  };
  await privacyRequests.add({ id, kind: 'erase', facts, person: personKey(about.person) });
}

export const exportData: ShelfDeed = async (deps, { intakeId, request, words }) => {
  const { person, place, locale } = request;
  await addExport(deps, intakeId, { person, place, locale });
  await say(deps, request, words.privacy.exportStarted);
  await deps.queue.ring('privacy', intakeId);
  return 'done';
};

/** `place`: null where it is fetched in the portal. */
export async function addExport(
  { privacyRequests }: Pick<CarryOutDeps, 'privacyRequests'>,
  id: string,
  about: Pick<ExportFacts, 'person' | 'place' | 'locale'>,
): Promise<void> {
  const facts: ExportFacts = {
    ...about,
    gatheredAt: 0,
    counts: {},
    entries: [],
    hashes: {},
    message: null,
    sent: {},
  };
  await privacyRequests.add({ id, kind: 'export', facts, person: personKey(about.person) });
}
