/** `/ad admin`, and what admins change with it. */
import type { OwnerStore } from '../accounts/owners.ts';
import { AppError } from '../errors.ts';
import type { AdStore } from '../generation/ad.ts';
import type { PaceStore } from '../generation/pace.ts';
import { queuePlaces } from '../generation/queue-place.ts';
import type { WorkspaceAd, WorkspaceAds } from '../generation/workspace-ads.ts';
import { type AccessDeps, isAdmin } from './access.ts';
import type { ConversationStore } from './conversation-store.ts';
import { workspaceRulesForm } from './forms/workspace-rules-form.ts';
import type { Membership } from './membership.ts';
import type { FormView, MessageView, PersonRef, Place } from './messages.ts';
import type { RulesAtHand } from './rules-at-hand.ts';
import { type StorageDeps, storageOf } from './storage.ts';
import { sayingView } from './views/ad-views.ts';
import { adminView, type ListedAd } from './views/admin-view.ts';
import { titleOf } from './views/library-view.ts';
import { standsInChannel } from './who-sees.ts';
import type { Wording } from './wording/wording.ts';

export type AdminDeps = AccessDeps &
  StorageDeps & {
    owners: Pick<OwnerStore, 'findWorkspace'>;
    ads: Pick<AdStore, 'read' | 'turns'>;
    pace: Pick<PaceStore, 'read'>;
    workspaceAds: WorkspaceAds;
    conversations: Pick<ConversationStore, 'read'>;
    rules: Pick<RulesAtHand, 'known' | 'learn'>;
  };

/** Each has a button, and a message holds only so many. */
const [shownOpen, shownFinished] = [8, 8];

export async function adminsView(deps: AdminDeps, words: Wording, { person }: { person: PersonRef }): Promise<MessageView> {
  if (!(await isAdmin(deps, person))) return sayingView(words.team.notAdmin);
  const [rules, storage, ownerId] = await Promise.all([
    deps.rules.learn(person),
    storageOf(deps, person),
    deps.owners.findWorkspace(person),
  ]);
  const open = ownerId ? await deps.workspaceAds.open(ownerId) : [];
  const finished = ownerId ? await deps.workspaceAds.finished(ownerId, shownFinished) : [];
  const places = new Map((await queuePlaces(deps)).map(({ id, ahead }) => [id, ahead]));
  const listed = (ad: WorkspaceAd) => listedAd(deps, ad, places.get(ad.id) ?? null);
  return adminView(words, {
    rules,
    storage,
    open: await Promise.all(open.slice(0, shownOpen).map(listed)),
    more: Math.max(0, open.length - shownOpen),
    finished: await Promise.all(finished.map(listed)),
  });
}

/** What only its person sees is not opened: of it, an admin learns that it is there. */
async function listedAd(deps: AdminDeps, ad: WorkspaceAd, ahead: number | null): Promise<ListedAd> {
  try {
    const address = (await deps.conversations.read(ad.id))?.address ?? null;
    const isSeen = address !== null && (await standsInChannel(deps, address));
    const opened = isSeen ? await deps.ads.read(ad.id) : null;
    return { ...ad, title: opened && titleOf(opened), person: address?.person.person || null, ahead };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'key-erased') throw error;
    return { ...ad, title: null, person: null, ahead };
  }
}

export type RulesFormDeps = AccessDeps & Pick<StorageDeps, 'storageCeilingMb'> & { membership: Pick<Membership, 'hasRoles'> };

export async function rulesForm(
  deps: RulesFormDeps,
  words: Wording,
  { person, place }: { person: PersonRef; place: Place },
): Promise<FormView | { refused: string }> {
  if (!(await isAdmin(deps, person))) return { refused: words.team.notAdmin };
  const [rules, { hasRoles }] = [await deps.rules.learn(person), deps.membership];
  return workspaceRulesForm(words, { place, rules, hasRoles, ceilingMb: deps.storageCeilingMb });
}
