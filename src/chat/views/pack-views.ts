/** What comes with the files of an ad: the texts for each place, ready to copy. */

import type { Brief } from '../../generation/brief.ts';
import { type SheetPlace, type SheetText, type SheetWords, textSheet } from '../../generation/pack/text-sheet.ts';
import type { Recipe } from '../../generation/recipe.ts';
import type { Line, MessageView } from '../messages.ts';
import type { Wording } from '../wording/wording.ts';
import { bold, copyable, fine, plain } from './lines.ts';

type Packed = { recipe: Recipe; brief: Brief; places: readonly string[] };

/** Places whose texts a message shows; a message has room for no more. The others are in the text file of the zip. */
const mostPlaces = 5;

/** `notes`: what is to be said about the files. `most`: of how many places the texts are shown. `withOthers`: also those to choose from. */
export function packView(
  words: Wording,
  packed: Packed,
  altText: string,
  { notes = [], most = mostPlaces, withOthers = false }: { notes?: readonly string[]; most?: number; withOthers?: boolean } = {},
): MessageView {
  const { recipe } = packed;
  const { places, points, offer } = textSheet(recipe, packed);
  const all = distinct(places);
  const sheet = all.slice(0, most);
  const title = words.pack.title(recipe.copy.headline);
  return {
    summary: title,
    lines: [
      bold(title),
      plain(words.pack.below),
      ...notes.map(plain),
      ...sheet.flatMap(({ label, texts }) => [
        bold(label),
        ...texts.flatMap(({ others, ...first }) => linesOf(words, first, withOthers ? others : [])),
      ]),
      ...(all.length > sheet.length ? [fine(words.pack.others(all.length - sheet.length))] : []),
      ...(offer ? [fine(words.pack.offer), copyable(offer)] : []),
      ...(points.length > 0 ? [fine(words.pack.points), ...points.map(copyable)] : []),
      ...(recipe.copy.button ? [fine(words.pack.button), copyable(recipe.copy.button)] : []),
      ...(altText ? [fine(words.pack.altText), copyable(altText)] : []),
    ].filter(isSaid),
    buttons: [],
  };
}

const linesOf = (words: Wording, { field, most, ...first }: Omit<SheetText, 'others'>, others: readonly SheetWords[]): Line[] =>
  [first, ...others].flatMap(({ text, count }) => [fine(words.pack.field(field, count, most)), copyable(text)]);

const isSaid = (line: Line): boolean => line.spans.some((span) => span !== '');

/** Places that want the very same texts are told together. */
function distinct(sheet: readonly SheetPlace[]): SheetPlace[] {
  const byTexts = new Map<string, SheetPlace>();
  for (const place of sheet) {
    const key = JSON.stringify(place.texts);
    const same = byTexts.get(key);
    byTexts.set(key, same ? { ...same, label: `${same.label}, ${place.label}` } : place);
  }
  return [...byTexts.values()];
}

/** The same as a text file, for the zip. */
export function packText(words: Wording, packed: Packed, altText: string): string {
  const { lines } = packView(words, packed, altText, { most: Number.POSITIVE_INFINITY, withOthers: true });
  const text = lines.map(({ spans }) =>
    spans.map((span) => (typeof span === 'string' ? span : 'bold' in span ? `\n${span.bold}` : '')).join(''),
  );
  return `${text.join('\n').trim()}\n`;
}
