/** Removes bytes and keys that a crash left without their row. Only while nothing else writes: a row may follow its bytes by a moment. */
import type { KeyStore } from '../privacy/keyring.ts';
import type { RecordIndex } from './ad.ts';
import type { MediaArea, MediaStore } from './ports.ts';

export type StrayDeps = { keys: KeyStore; media: MediaStore; index: RecordIndex };

export async function removeStrays({ keys, media, index }: StrayDeps): Promise<void> {
  const areas: [MediaArea, (id: string) => Promise<boolean>][] = [
    ['photos', index.hasPhoto],
    ['cutouts', index.hasPhoto],
    ['creatives', index.hasCreative],
    ['previews', async () => false],
  ];
  for (const [area, isKnown] of areas) {
    for await (const id of media.list(area)) if (!(await isKnown(id))) await media.erase({ area, id });
  }
  const scopes: [string, (id: string) => Promise<boolean>][] = [
    ['photo:', index.hasPhoto],
    ['ad:', index.hasAd],
  ];
  for (const [prefix, isKnown] of scopes) {
    for await (const scope of keys.list(prefix)) if (!(await isKnown(scope.slice(prefix.length)))) await keys.destroy(scope);
  }
}
