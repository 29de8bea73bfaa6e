/** What a person can correct is sealed under a key of its own per value: the old value is gone with its key, in every copy there is. */
import type { Keyring } from '../../src/privacy/keyring.ts';
import { noneIfErased } from './columns.ts';

export const valueScope = (revision: string) => `value:${revision}` as const;

type Deps = { keyring: Keyring; newId(): string };

/** A key for a new value. `write` stores the value over the one with the revision `before`; false: somebody else was faster, or it is gone. */
export async function replaceValue(
  { keyring, newId }: Deps,
  owner: { ownerId: string; before: string | null },
  write: (key: Uint8Array, revision: string) => Promise<boolean>,
): Promise<boolean> {
  const revision = newId();
  const key = await keyring.create(valueScope(revision), `owner:${owner.ownerId}`);
  let isWritten = false;
  try {
    isWritten = await write(key, revision);
  } finally {
    if (!isWritten) await keyring.destroy(valueScope(revision));
  }
  if (isWritten && owner.before !== null) await keyring.destroy(valueScope(owner.before));
  return isWritten;
}

/** Null where the key is gone: the value was replaced or erased meanwhile. Values from before corrections had keys lie under `otherwise`. */
export const openValue = (
  { keyring }: Pick<Deps, 'keyring'>,
  revision: string | null,
  otherwise: Parameters<Keyring['open']>[0],
): Promise<Uint8Array | null> => keyring.open(revision === null ? otherwise : valueScope(revision)).catch(noneIfErased);

/** So often a value that is replaced all the time is tried. */
export const mostTries = 10;
