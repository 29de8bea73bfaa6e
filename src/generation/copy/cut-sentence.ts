/** Cuts a sentence that is too long for a headline in two, so that both parts read and neither repeats the other. */
import {
  articles,
  bare,
  comparisons,
  conjunctions,
  connectors,
  correlatives,
  goesOn,
  isOpenWord,
  pronouns,
  relatives,
  subordinators,
  verbs,
} from './open-words.ts';
import { findPrices } from './prices.ts';

/** `goesOn`: the tail is not a phrase of its own, it continues the head. */
export type Cut = { head: string; tail: string; goesOn: boolean };

/** Null when the sentence has no place to be cut, such as one endless word. */
export function cutSentence(sentence: string, fits: (head: string) => boolean): Cut | null {
  return cutAtColon(sentence, fits) ?? cutAtComma(sentence, fits) ?? cutBetweenWords(sentence, fits);
}

/** The same where small words are not known: only at a colon or a comma. */
export const cutAtMarks = (sentence: string, fits: (head: string) => boolean): Cut | null =>
  cutAtColon(sentence, fits) ?? cutAtComma(sentence, fits);

const countWords = (text: string): number => text.split(/\s+/u).filter(Boolean).length;
const firstWord = (text: string): string => bare(text.trim().split(/\s+/u)[0] ?? '');

/** A price cut in two would be a false one: "from €99" of "from €99 to €79". */
const cutsPrice = (sentence: string, cut: number): boolean =>
  findPrices(sentence).some((price) => price.start < cut && cut < price.end);

/** "Book a free tasting: our shop opens today" is two phrases. Where the first is too long, the second leads. */
function cutAtColon(sentence: string, fits: (head: string) => boolean): Cut | null {
  const colon = sentence.search(/(?<=\S{2})\s?:\s/u);
  if (colon < 0 || cutsPrice(sentence, colon)) return null;
  const [head, tail] = [sentence.slice(0, colon), sentence.slice(colon).replace(/^\s?:\s+/u, '')];
  if (fits(head) && countWords(head) >= 2) return { head, tail, goesOn: false };
  return !fits(head) && fits(tail) ? { head: tail, tail: head, goesOn: false } : null;
}

function cutAtComma(sentence: string, fits: (head: string) => boolean): Cut | null {
  const needsTail = subordinators.has(firstWord(sentence));
  for (const { index } of sentence.matchAll(/,\s/gu)) {
    const head = sentence.slice(0, index);
    const tail = sentence.slice(index + 1).trim();
    if (countWords(head) < 2 || cutsPrice(sentence, index) || !isClosed(head) || !fits(head)) continue;
    if (needsTail || relatives.has(firstWord(tail))) return { head, tail, goesOn: true };
    return { head, tail: withoutConjunction(tail), goesOn: false };
  }
  return null;
}

const withoutConjunction = (tail: string): string =>
  conjunctions.has(firstWord(tail)) && countWords(tail) > 1 ? tail.replace(/^\S+\s+/u, '') : tail;

/** One word alone makes a headline only when it is a long one. */
const longWord = 12;

/** How good a place before a word is, and how many words must stand before it. */
const places: [words: ReadonlySet<string>, worth: number, fewest: number][] = [
  [connectors, 4, 2],
  [verbs, 3.5, 2],
  [comparisons, 3, 2],
  [conjunctions, 2.5, 4],
  [articles, 2.5, 3],
];
const anywhere = 1;
/** Each further word in the headline counts a little: it should be filled. */
const fuller = 0.25;

/** Where the phrase goes on with a small word, as late as the headline allows. */
function cutBetweenWords(sentence: string, fits: (head: string) => boolean): Cut | null {
  const words = [...sentence.matchAll(/\S+/gu)];
  let best: { at: number; worth: number } | null = null;
  for (const [index, word] of words.entries()) {
    const before = words[index - 1]?.[0];
    if (!before || (index === 1 && before.length < longWord)) continue;
    const head = sentence.slice(0, word.index);
    if (!fits(head)) break;
    const [last, next] = [words[index - 2]?.[0] ?? '', word[0]];
    const waits = comparisons.has(bare(next)) && [last, before].some((one) => correlatives.has(bare(one)));
    if (waits || isOpenWord(before) || endsInNumber(before, next) || !isClosed(head) || cutsPrice(sentence, word.index)) continue;
    if (verbs.has(bare(next)) && pronouns.has(bare(before))) continue;
    const worth = worthOf(before, next, index) + fuller * index;
    if (!best || worth >= best.worth) best = { at: word.index, worth };
  }
  return best && { head: sentence.slice(0, best.at).trimEnd(), tail: sentence.slice(best.at), goesOn: true };
}

function worthOf(before: string, next: string, index: number): number {
  const place = places.find(([words, , fewest]) => words.has(bare(next)) && index >= fewest);
  if (place) return place[1];
  // A capital after a small letter is a noun after its adjective, or a name: they belong together.
  return /^\p{Lu}/u.test(next) && /^\p{Ll}/u.test(before) ? anywhere / 2 : anywhere;
}

/** "12 | hours", but not "Pro 3 | with". */
const endsInNumber = (before: string, next: string): boolean => /^\d[\d.,]*$/u.test(before) && !goesOn(next);

/** Every bracket and quotation mark that was opened is closed again. */
function isClosed(text: string): boolean {
  const count = (marks: RegExp): number => text.match(marks)?.length ?? 0;
  return count(/[([]/gu) === count(/[)\]]/gu) && count(/[„«]/gu) <= count(/[“»]/gu) && count(/"/gu) % 2 === 0;
}
