/** Which stores are this installation's own: each carries the name of the database it belongs to. In another's, nothing is hunted. */
import { once } from '../generation/contents.ts';
import type { MediaStore } from '../generation/ports.ts';
import type { Keyring, KeyStore } from '../privacy/keyring.ts';

type Named = { keys: KeyStore; keyring: Keyring; media: MediaStore; name: string };

const keyPrefix = 'system:installation:';

/** Writes the name into stores that carry none. False as soon as one of them carries another's. */
export async function areOwnStores({ keys, keyring, media, name }: Named): Promise<boolean> {
  const scope = `${keyPrefix}${name}` as const;
  const named = { inKeys: await firstOf(keys.list(keyPrefix), scope), inMedia: await firstOf(media.list('installation'), name) };
  if (named.inKeys === 'another' || named.inMedia === 'another') return false;
  const key = await keyring.create(scope, 'master');
  if (named.inMedia === 'none') await media.put({ area: 'installation', id: name, key }, once(new Uint8Array(1)));
  return true;
}

async function firstOf(found: AsyncIterable<string>, own: string): Promise<'own' | 'none' | 'another'> {
  let state: 'own' | 'none' = 'none';
  for await (const one of found) {
    if (one !== own) return 'another';
    state = 'own';
  }
  return state;
}
