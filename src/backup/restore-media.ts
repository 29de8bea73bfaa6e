/** Brings the media of a backup back in two steps around its rows: a restore that fails between them has taken nothing from what was alive. */
import type { Bytes } from '../generation/ports.ts';
import type { SealedMedia } from './backup.ts';

type Source = { readonly media: readonly string[]; readMedia(name: string): Bytes };

/** Before the rows: puts only what is missing. Gives the names of what was there. */
export async function addMissing(media: SealedMedia, from: Source): Promise<ReadonlySet<string>> {
  const there = await namesIn(media);
  for (const name of from.media) if (!there.has(name)) await media.put(name, from.readMedia(name));
  return there;
}

/** After the rows: removes what they do not know, and puts what was `there` as they know it, unless it was erased with them. */
export async function replaceRest(media: SealedMedia, from: Source, there: ReadonlySet<string>): Promise<void> {
  const wanted = new Set(from.media);
  for (const name of await namesIn(media)) {
    if (!wanted.has(name)) await media.remove(name);
    else if (there.has(name)) await media.put(name, from.readMedia(name));
  }
}

async function namesIn(media: SealedMedia): Promise<Set<string>> {
  const names = new Set<string>();
  for await (const { name } of media.list()) names.add(name);
  return names;
}
