/** A missing key means erased: after a backup was brought back, rows of what was erased since go again, before anybody is served. */
import { type EraseProductDeps, eraseKit, eraseProduct } from '../../brand/erase-brand.ts';
import type { KitStore } from '../../brand/kit-store.ts';
import type { RecordKind, SealedIndex, ValueKind } from '../../generation/ad.ts';
import { erasePhoto } from '../../generation/contents.ts';
import { type EraseDeps, eraseAd } from '../../generation/erase-ad.ts';
import type { KeyStore } from '../../privacy/keyring.ts';
import type { PrivacyRequestStore } from '../../privacy/privacy-request.ts';
import type { ObligationStore } from '../obligations.ts';
import type { ErasureStep } from './erase-on-request.ts';
import { type EraseOwnersDeps, eraseOwners } from './erase-owners.ts';

export type EraseKeylessDeps = EraseDeps &
  EraseProductDeps &
  Pick<EraseOwnersDeps, 'owners' | 'media' | 'keyring' | 'intakes' | 'usage'> & {
    sealedIndex: SealedIndex;
    keys: Pick<KeyStore, 'list' | 'read'>;
    kits: Pick<KitStore, 'remove'>;
    obligations: Pick<ObligationStore, 'settle'>;
    privacyRequests: EraseOwnersDeps['privacyRequests'] & Pick<PrivacyRequestStore, 'finish' | 'list' | 'read'>;
  };

/** How many of each kind went. */
export type Keyless = Partial<Record<RecordKind | ValueKind, number>>;

/** The last finished step of an erasure while it destroys keys and rows, and counts what is left. */
const erasing: readonly (string | null)[] = ['noted', 'keys', 'erased'] satisfies ErasureStep[];

/** For a start: an erasure that was cut off half way goes on by itself, as its receipt tells what it found. */
export async function eraseKeylessAtStart(deps: EraseKeylessDeps): Promise<Keyless> {
  for (const id of await deps.privacyRequests.list(['open'])) {
    const request = await deps.privacyRequests.read(id);
    if (request?.kind === 'erase' && erasing.includes(request.step) && (await deps.keys.read(`request:${id}`))) return {};
  }
  return eraseKeyless(deps);
}

/** Only for stores that belong together: another key store would mean that everything goes. */
export async function eraseKeyless(deps: EraseKeylessDeps): Promise<Keyless> {
  const erase: Record<RecordKind, (id: string) => Promise<void>> = {
    // Owners first: with them goes what is theirs.
    owner: (id) => eraseOwners(deps, [id]),
    ad: (id) => eraseAd(deps, id),
    product: (id) => eraseProduct(deps, id),
    photo: async (id) => {
      await erasePhoto(deps, id);
      await deps.photos.remove(id);
    },
    kit: (id) => eraseKit(deps, id),
    token: (id) => deps.sealedIndex.removeToken(id),
    obligation: (id) => deps.obligations.settle(id),
    request: (id) => deps.privacyRequests.finish(id, 'done'),
  };
  const erased: Keyless = {};
  for (const kind of Object.keys(erase) as RecordKind[]) {
    const lost = await keyless(deps.keys, `${kind}:`, await deps.sealedIndex.ids(kind));
    for (const id of lost) await erase[kind](id);
    if (lost.length > 0) erased[kind] = lost.length;
  }
  // Of a kit the row alone: its key and its logo belong to a kit that may be alive until the restore has ended; they go as strays.
  for (const revision of await keyless(deps.keys, 'value:', await deps.sealedIndex.revisions())) {
    const kind = await deps.sealedIndex.removeValue(revision);
    if (kind) erased[kind] = (erased[kind] ?? 0) + 1;
  }
  return erased;
}

/** The rows are read before the keys, and a key is made before its row: so a row that is new is never taken for one without. */
async function keyless(keys: EraseKeylessDeps['keys'], prefix: string, ids: readonly string[]): Promise<string[]> {
  const suspects = new Set(ids);
  if (suspects.size === 0) return [];
  for await (const scope of keys.list(prefix)) suspects.delete(scope.slice(prefix.length));
  const lost: string[] = [];
  for (const id of suspects) if ((await keys.read(`${prefix}${id}`)) === null) lost.push(id);
  return lost;
}
