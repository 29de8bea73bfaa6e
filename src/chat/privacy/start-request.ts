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

export async function addErasure(
  { privacyRequests }: Pick<CarryOutDeps, 'privacyRequests'>,
  id: string,
  about: ErasureWish,
): Promise<void> {
  await privacyRequests.add({ id, kind: 'erase', facts: erasureFacts(about), person: personKey(about.person) });
}

/** `place`: null where it is not asked for in a chat. */
type ErasureWish = Pick<ErasureFacts, 'person' | 'place' | 'locale' | 'scope'>;

export function erasureFacts(about: ErasureWish): ErasureFacts {
  const nothing = { owners: [], things: { ads: [], creatives: [], photos: [], products: [], kits: [] } };
  return { ...nothing, ...about, handedOver: 0, handing: [], people: [], owed: [], keysDestroyedAt: 0, erasedAt: 0 };
}

export const exportData: ShelfDeed = async (deps, { intakeId, request, words }) => {
  const { person, place, locale } = request;
  await addExport(deps, intakeId, { person, place, locale });
  await say(deps, request, words.privacy.exportStarted);
  await deps.queue.ring('privacy', intakeId);
  return 'done';
};

export async function addExport(
  { privacyRequests }: Pick<CarryOutDeps, 'privacyRequests'>,
  id: string,
  about: ExportWish,
): Promise<void> {
  await privacyRequests.add({ id, kind: 'export', facts: exportFacts(about), person: personKey(about.person) });
}

/** `place`: null where it waits to be fetched. */
type ExportWish = Pick<ExportFacts, 'person' | 'place' | 'locale'>;

export const exportFacts = (about: ExportWish): ExportFacts => ({
  ...about,
  gatheredAt: 0,
  counts: {},
  entries: [],
  hashes: {},
  message: null,
  sent: {},
});
