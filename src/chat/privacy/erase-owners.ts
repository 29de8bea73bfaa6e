/** Erases whoever owns things, with all they own: keys first, so that every copy anywhere is unreadable at once, then bytes, then rows. Safe to repeat at any point. */
import type { Belongings, OwnerStore } from '../../accounts/owners.ts';
import type { MediaStore } from '../../generation/ports.ts';
import { inParallel } from '../../in-parallel.ts';
import type { Keyring, KeyScope } from '../../privacy/keyring.ts';
import type { PrivacyRequestStore } from '../../privacy/privacy-request.ts';
import type { UsageStore } from '../../usage/usage.ts';
import type { IntakeStore } from '../intake-store.ts';
import { personKey } from '../take-in.ts';

export type EraseOwnersDeps = {
  owners: OwnerStore;
  intakes: Pick<IntakeStore, 'forgetPerson'>;
  privacyRequests: Pick<PrivacyRequestStore, 'forgetPerson'>;
  usage: Pick<UsageStore, 'forgetPerson'>;
  media: Pick<MediaStore, 'erase' | 'list'>;
  keyring: Keyring;
};

const atATime = 16;

/** One key each: whatever is wrapped by it is gone with it. Requests of theirs that wait are never carried out. */
export async function destroyOwnerKeys(deps: EraseOwnersDeps, ownerIds: readonly string[]): Promise<void> {
  for (const id of ownerIds) {
    const identity = await deps.owners.identity(id);
    if (identity?.person === undefined) continue;
    const name = personKey({ ...identity, person: identity.person });
    await deps.intakes.forgetPerson(name);
    await deps.privacyRequests.forgetPerson(name);
    await deps.usage.forgetPerson(name);
  }
  for (const id of ownerIds) await deps.keyring.destroy(`owner:${id}`);
}

/** After their keys. Nothing new can come: whatever is stored needs the key of its owner. */
export async function eraseOwners(deps: EraseOwnersDeps, ownerIds: readonly string[]): Promise<void> {
  for (const ownerId of ownerIds) {
    const owned = await deps.owners.belongings(ownerId);
    await inParallel(objectsOf(owned), atATime, (object) => deps.media.erase(object));
    await inParallel(scopesOf(owned), atATime, (scope) => deps.keyring.destroy(scope));
    await deps.owners.remove(ownerId);
  }
}

/** Counted raw, without opening anything; 0 when nothing is left. */
export async function remainsOf(
  deps: Pick<EraseOwnersDeps, 'owners' | 'media'> & { keys: { read(scope: string): Promise<Uint8Array | null> } },
  ownerIds: readonly string[],
  owned: Belongings,
): Promise<number> {
  let remains = 0;
  for (const ownerId of ownerIds) {
    remains += await deps.owners.countRows(ownerId);
    if (await deps.keys.read(`owner:${ownerId}`)) remains += 1;
  }
  await inParallel(scopesOf(owned), atATime, async (scope) => {
    if (await deps.keys.read(scope)) remains += 1;
  });
  const gone = new Set(objectsOf(owned).map(({ area, id }) => `${area} ${id}`));
  for (const area of new Set(objectsOf(owned).map((object) => object.area))) {
    for await (const id of deps.media.list(area)) if (gone.has(`${area} ${id}`)) remains += 1;
  }
  return remains;
}

const objectsOf = ({ photos, creatives, kits }: Belongings) => [
  ...photos.flatMap((id) => [
    { area: 'photos' as const, id },
    { area: 'cutouts' as const, id },
  ]),
  ...creatives.map((id) => ({ area: 'creatives' as const, id })),
  ...kits.flatMap((id) => [
    { area: 'logos' as const, id },
    { area: 'fonts' as const, id },
  ]),
];

export const scopesOf = ({ ads, photos, products, kits }: Belongings): KeyScope[] => [
  ...ads.map((id) => `ad:${id}` as const),
  ...photos.map((id) => `photo:${id}` as const),
  ...products.map((id) => `product:${id}` as const),
  ...kits.map((id) => `kit:${id}` as const),
];
