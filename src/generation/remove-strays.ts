/** Removes bytes and keys that a crash left without their row. A row may follow its bytes by a moment, so a stray is first suspected. */
import type { KeyStore } from '../privacy/keyring.ts';
import type { RecordIndex } from './ad.ts';
import type { MediaArea, MediaStore } from './ports.ts';

export type StrayDeps = { keys: KeyStore; media: MediaStore; index: Omit<RecordIndex, 'count'> };

/** What had no row when it was looked at, and since when (ms). Kept in memory: a restart only makes the hunt an hour longer. */
export type Suspects = Map<string, number>;

/** `graceMs`: how long a thing must have been seen without a row; 0 only while nothing else writes to these stores. */
export type Hunt = { suspects: Suspects; now: number; graceMs: number };

type IsKnown = (id: string) => Promise<boolean>;
type Remove = (id: string) => Promise<void>;

export async function removeStrays({ keys, media, index }: StrayDeps, hunt: Hunt): Promise<void> {
  const areas: [MediaArea, IsKnown][] = [
    ['photos', index.hasPhoto],
    ['cutouts', index.hasPhoto],
    ['logos', index.hasLogo],
    // What a kit says of its font is sealed: its bytes go with the kit, or are written over.
    ['fonts', index.hasKit],
    ['creatives', index.hasCreative],
    ['previews', async () => false],
    ['exports', (id) => index.hasOpenRequest(id.slice(0, id.lastIndexOf('-')))],
  ];
  const seen = new Set<string>();
  const look = (name: string, id: string, isKnown: IsKnown, remove: Remove) =>
    lookAt(hunt, seen, `${name} ${id}`, id, isKnown, remove);
  for (const [area, isKnown] of areas) {
    for await (const id of media.list(area)) await look(area, id, isKnown, () => media.erase({ area, id }));
  }
  const scopes: [string, IsKnown][] = [
    ['photo:', index.hasPhoto],
    ['ad:', index.hasAd],
    ['kit:', index.hasKit],
    ['product:', index.hasProduct],
    ['value:', index.hasValue],
  ];
  for (const [prefix, isKnown] of scopes) {
    for await (const scope of keys.list(prefix)) {
      await look(
        'key',
        scope,
        () => isKnown(scope.slice(prefix.length)),
        () => keys.destroy(scope),
      );
    }
  }
  for (const name of hunt.suspects.keys()) if (!seen.has(name)) hunt.suspects.delete(name);
}

async function lookAt(
  { suspects, now, graceMs }: Hunt,
  seen: Set<string>,
  name: string,
  id: string,
  isKnown: IsKnown,
  remove: Remove,
): Promise<void> {
  if (await isKnown(id)) return;
  const since = suspects.get(name) ?? now;
  if (now - since >= graceMs) return remove(id);
  seen.add(name);
  suspects.set(name, since);
}
