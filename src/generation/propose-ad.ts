/** Three clearly different ideas for an ad, as one picture to choose from; nothing else is drawn until one is chosen. */
import type { Ad, Photo, PhotoStore, Proposals } from './ad.ts';
import { type ContentDeps, loadBrandParts, loadPhoto } from './contents.ts';
import { heroFirst } from './plan.ts';
import type { Studio } from './ports.ts';
import { proposeRecipes } from './propose-recipes.ts';

export type ProposeDeps = ContentDeps & { photos: PhotoStore; studio: Pick<Studio, 'drawProposals'> };

export type Sheet = { bytes: Uint8Array; width: number; height: number };

/** Null when the photos were forgotten meanwhile. `again`: those that were proposed last, because nobody can see them any more. */
export async function proposeAd(
  deps: ProposeDeps,
  { ad, again }: { ad: Ad; again: boolean },
  signal: AbortSignal,
): Promise<{ proposals: Proposals; sheet: Sheet } | null> {
  const photos = heroFirst(await deps.photos.ofAd(ad.id));
  if (photos.length === 0) return null;
  const proposals = again && ad.proposals ? ad.proposals : nextRound(ad, photos);
  const { recipes } = proposals;
  const drawing = await Promise.all(photos.slice(0, 1).map((photo) => loadPhoto(deps, photo)));
  const parts = await loadBrandParts(deps, ad.brief.brand);
  const sheet = await deps.studio.drawProposals({ recipes, photos: drawing, ...parts }, { signal });
  return { proposals, sheet };
}

function nextRound({ brief, proposals }: Ad, photos: Photo[]): Proposals {
  const round = (proposals?.round ?? 0) + 1;
  return { round, recipes: proposeRecipes(brief, photos, round) };
}
