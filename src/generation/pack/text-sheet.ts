/** The texts an ad manager asks for, per place, made of the words of the ad, with their lengths and with others to choose from. No input, no output. */
import { shorten } from '../copy/shorten.ts';
import type { CopyBrief } from '../copy/write-copy.ts';
import { writeHeadlines } from '../copy/write-headlines.ts';
import { writeOffer, writePoints } from '../copy/write-points.ts';
import { extentOf } from '../copy/writing.ts';
import { isPlaceId, type PlaceId, placeIds, places, type TextField, type TextLimit } from '../placements.ts';
import type { Copy, Recipe } from '../recipe.ts';

/** `count` and `most` in characters as that ad manager counts them. */
export type SheetWords = { text: string; count: number };
/** `others`: up to two more, each in the limit. */
export type SheetText = SheetWords & { field: TextField; most: number; others: SheetWords[] };
export type SheetPlace = { place: PlaceId; label: string; texts: SheetText[] };

/** `points` and `offer` are empty where the brief has none. */
export type Sheet = { places: SheetPlace[]; points: string[]; offer: string };

type Words = { copies: readonly Copy[]; language: Recipe['language'] };

/** How many to choose from. */
const choices = 3;

/** For the places chosen, or for all of them. A text that can be shortened nowhere says that it is too long by its count. */
export function textSheet(
  { copy, language }: Pick<Recipe, 'copy' | 'language'>,
  { brief, places: wanted }: { brief: CopyBrief; places: readonly string[] },
): Sheet {
  const chosen = wanted.filter(isPlaceId);
  const isOfBrief = writeHeadlines(brief).some(({ headline }) => headline === copy.headline);
  // Words that were changed since then are the person's: the brief may say something else by now.
  const copies = isOfBrief ? [copy, ...writeHeadlines(brief)] : [copy];
  const words: Words = { copies, language };
  const source: CopyBrief = isOfBrief ? brief : { text: copy.body, words: {}, language };
  return {
    places: (chosen.length > 0 ? chosen : placeIds).map((place) => ({
      place,
      label: places[place].label,
      texts: places[place].texts.map((limit) => textFor(words, limit)),
    })),
    points: writePoints(source, copy.headline),
    offer: writeOffer(source, copy.price),
  };
}

/** Some ad managers count a full-width character as two. */
const countOf = (text: string, { countsWide }: TextLimit): number => (countsWide ? extentOf(text) : [...text].length);

function textFor({ copies, language }: Words, limit: TextLimit): SheetText {
  const { field, most } = limit;
  const fits = (text: string) => text !== '' && countOf(text, limit) <= most;
  const ways = copies.map((copy) =>
    candidates(copy, field)
      .map((parts) => parts.filter(Boolean).join(' '))
      .filter(Boolean),
  );
  const fitting = ways.flatMap((some) => {
    const whole = some.find(fits);
    if (whole) return [whole];
    const cut = some.map((one) => shorten(one, language, fits)).find((one) => one !== null);
    return cut ? [cut] : [];
  });
  const told = (text: string): SheetWords => ({ text, count: countOf(text, limit) });
  const [first = ways[0]?.at(-1) ?? '', ...others] = [...new Set(fitting)].slice(0, choices);
  return { field, most, ...told(first), others: others.map(told) };
}

/** Ways to say it, the longest first. */
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
