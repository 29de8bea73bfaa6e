/** Whether what a person asks for may be made: by the rules, by what they have under way, and by the room that is left. */
import type { OwnerStore } from '../accounts/owners.ts';
import { neverHere } from '../errors.ts';
import type { AdStore } from '../generation/ad.ts';
import { type AccessDeps, refusalOf, refusalWords } from './access.ts';
import { pressables } from './presses/deeds.ts';
import type { Request } from './requests.ts';
import { type StorageDeps, storageOf } from './storage.ts';
import { wordingIn } from './wording/wording.ts';

export type LeaveToMakeDeps = AccessDeps &
  StorageDeps & { ads: Pick<AdStore, 'ofIntake' | 'countOpen'>; owners: Pick<OwnerStore, 'find' | 'findWorkspace'> };

/** Null: it may be made. Otherwise why not, in a sentence; nothing was stored then but the request itself. */
export async function refusalToMake(deps: LeaveToMakeDeps, intakeId: string, request: Request): Promise<string | null> {
  const makes = makesWhat(request);
  // What was begun goes on: a crash must not make it ask for leave a second time.
  if (makes === 'nothing' || (await deps.ads.ofIntake(intakeId)) !== null) return null;
  const words = wordingIn(request.locale);
  const refusal = await refusalOf(deps, request.person, request.place);
  if (refusal) return refusalWords(words, refusal);
  if (makes === 'something') return null;
  const { openAds } = await deps.rules.learn(request.person);
  const ownerId = await deps.owners.find(request.person);
  if (ownerId && (await deps.ads.countOpen(ownerId)) >= openAds) return words.tooManyOpen(openAds);
  const { isFull, mostMb } = await storageOf(deps, request.person);
  return isFull ? words.team.storageFull(mostMb) : null;
}

/** `something`: it takes work or room, but is no new ad. */
function makesWhat(request: Request): 'ad' | 'something' | 'nothing' {
  switch (request.kind) {
    case 'make-ad':
    case 'edit-text':
      return 'ad';
    case 'save-kit':
    case 'save-product':
      return 'something';
    case 'press':
      return pressables[request.action].makes ?? 'nothing';
    case 'ask-approval':
    case 'request-changes':
    case 'settings':
    case 'erase':
    case 'workspace-rules':
    case 'welcome':
      return 'nothing';
    default:
      return neverHere(request);
  }
}
