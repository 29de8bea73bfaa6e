/** The texts an ad manager asks for, per place, cut from the words on the ad, with their lengths. No input, no output. */
import { isPlaceId, type PlaceId, placeIds, places, type TextField } from '../placements.ts';
import type { Copy } from '../recipe.ts';

/** `count` and `most` in characters as ad managers count them: Unicode code points. */
export type SheetText = { field: TextField; text: string; count: number; most: number };
export type SheetPlace = { place: PlaceId; label: string; texts: SheetText[] };

/** For the places chosen, or for all of them. Texts are never cut here: one that is too long says so by its count. */
export function textSheet(copy: Copy, wanted: readonly string[]): SheetPlace[] {
  const chosen = wanted.filter(isPlaceId);
  return (chosen.length > 0 ? chosen : placeIds).map((place) => ({
    place,
    label: places[place].label,
    texts: places[place].texts.map(({ field, most }) => {
      const text = textOf(copy, field, most);
      return { field, text, count: [...text].length, most };
    }),
  }));
}

/** The longest of the ways to say it that fits; the shortest where none does. */
function textOf(copy: Copy, field: TextField, most: number): string {
  const ways = candidates(copy, field).map((parts) => parts.filter(Boolean).join(' '));
  return ways.find((way) => way !== '' && [...way].length <= most) ?? ways.findLast((way) => way !== '') ?? '';
}

function candidates({ headline, body, price, smallPrint }: Copy, field: TextField): string[][] {
  switch (field) {
    case 'primary':
      return [[body || headline, price, smallPrint], [body || headline, price], [body || headline], [headline]];
    case 'headline':
      return [[headline]];
    case 'description':
      return [[body, price], [body], [price], [headline]];
  }
}
