/** The pack of an ad: which file goes where, under which name. No input, no output. */
import type { Creative } from '../ad.ts';
import { isPlaceId, type PlaceId, places } from '../placements.ts';
import type { Recipe } from '../recipe.ts';

export type PackFile = { name: string; creativeId: string; place: PlaceId | null };

type Packed = { version: number; recipe: Pick<Recipe, 'brand' | 'copy'>; places: readonly string[] };

/** One file per placement of the places chosen; where none was chosen, one per master. */
export function planPack(ad: Packed, creatives: readonly Creative[]): PackFile[] {
  const wanted = ad.places.filter(isPlaceId);
  if (wanted.length === 0) {
    return creatives.map((one) => ({ name: nameOf(ad, one.format, one), creativeId: one.id, place: null }));
  }
  return wanted.flatMap((place) =>
    places[place].placements.flatMap(({ name, format }) => {
      const creative = creatives.find((one) => one.format === format);
      return creative ? [{ name: nameOf(ad, `${place}-${name}`, creative), creativeId: creative.id, place }] : [];
    }),
  );
}

/** `brand_product_meta-feed_1080x1350_v2.jpg` */
function nameOf(ad: Packed, where: string, { width, height, mediaType }: Creative): string {
  return `${packName(ad)}_${where}_${width}x${height}_v${ad.version}.${endings[mediaType] ?? 'bin'}`;
}

const endings: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'video/mp4': 'mp4' };

/** `brand_product`, each in letters, digits and hyphens of any script. */
export function packName({ recipe }: Pick<Packed, 'recipe'>): string {
  return [wordsAsName(recipe.brand.name, 'ad'), wordsAsName(recipe.copy.headline, 'product')].join('_');
}

const mostCharacters = 32;

/** Whole words as long as they fit, so that a name reads well in a list of files. */
function wordsAsName(text: string, otherwise: string): string {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  let name = '';
  for (const word of words) {
    const longer = name === '' ? [...word].slice(0, mostCharacters).join('') : `${name}-${word}`;
    if ([...longer].length > mostCharacters) break;
    name = longer;
  }
  return name || otherwise;
}
