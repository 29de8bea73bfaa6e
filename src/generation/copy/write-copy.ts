/** Copy by rules: the words on the ad are the brief's own, chosen and ordered, never invented. */
import { type Brief, briefLimits } from '../brief.ts';
import type { Copy, Language } from '../recipe.ts';
import { guessLanguage } from './guess-language.ts';
import { chooseButton } from './neutral-words.ts';
import { choosePrices, findPrices } from './prices.ts';
import { isOpenWord, splitBrief, withoutPrices } from './split-brief.ts';

/** `leftOut`: sentences of the brief that found no room on the picture, so that the person can be told. */
export type WrittenCopy = { copy: Copy; language: Language; leftOut: string[] };

export const copyLimits = { headlineWords: 7, headlineCharacters: 72, bodyCharacters: 120 } as const;

export function writeCopy(brief: Pick<Brief, 'text' | 'words' | 'language'>): WrittenCopy {
  const language = brief.language ?? guessLanguage(brief.text);
  const parts = splitBrief(brief.text);
  const prices = choosePrices(findPrices(brief.text).filter((price) => price.text.length <= briefLimits.words.price));
  const shown = new Set([prices.price, prices.oldPrice]);
  const sentences = parts.sentences.map((sentence) => withoutPrices(sentence, shown)).filter((sentence) => sentence !== '');
  const fixedHeadline = brief.words.headline ?? parts.labelled.headline;
  const { headline, rest } = fixedHeadline ? { headline: fixedHeadline, rest: sentences } : chooseHeadline(sentences);
  const fixedBody = brief.words.body ?? parts.labelled.body;
  const { body, leftOut } = fixedBody !== undefined ? { body: fixedBody, leftOut: rest } : chooseBody(rest);
  const price = brief.words.price ?? parts.labelled.price ?? prices.price;
  const legal = chooseSmallPrint(parts.smallPrint);
  const oldPrice = brief.words.oldPrice ?? parts.labelled.oldPrice ?? prices.oldPrice;
  const isOnlyPrice = headline === '' && body === '';
  const priceLine = isOnlyPrice && oldPrice !== '' ? chooseHeadline(parts.sentences).headline : '';
  return {
    language,
    leftOut: [...leftOut, ...legal.leftOut],
    copy: {
      headline: priceLine || (isOnlyPrice ? price : headline),
      body,
      button: brief.words.button ?? parts.labelled.button ?? chooseButton(brief.text, language, price !== ''),
      price: isOnlyPrice && priceLine === '' ? '' : price,
      oldPrice,
      smallPrint: brief.words.smallPrint ?? parts.labelled.smallPrint ?? legal.smallPrint,
    },
  };
}

/** Words before which a sentence may be broken: first choice, and where there is no such word. */
const strong = new Set(
  'with for that from made in on at mit für aus von auf im zum zur avec pour en sur par con para desde sin'.split(' '),
);
const connectors = new Set([...strong, ...'and of by to or und oder et de du dans ou y o'.split(' ')]);

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter(Boolean);
const fits = (text: string): boolean =>
  wordsOf(text).length <= copyLimits.headlineWords && text.length <= copyLimits.headlineCharacters;
const trimEnd = (text: string): string => text.replace(/[\s,;:.–—-]+$/u, '');
const capital = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

function chooseHeadline(sentences: string[]): { headline: string; rest: string[] } {
  const [first, ...others] = sentences;
  if (!first) return { headline: '', rest: [] };
  if (fits(first)) return { headline: capital(trimEnd(first)), rest: others };
  const head = headByComma(first) ?? headByConnector(first);
  if (head)
    return {
      headline: capital(trimEnd(head)),
      rest: [capital(first.slice(head.length).replace(/^[\s,;:–—-]+/u, '')), ...others],
    };
  const words = firstWords(first);
  return { headline: capital(trimEnd(words.slice(0, briefLimits.words.headline))), rest: sentences };
}

/** A price cut in two would be a false one: "from €99" of "from €99 to €79". */
const cutsPrice = (sentence: string, cut: number): boolean =>
  findPrices(sentence).some((price) => price.start < cut && cut < price.end);

function headByComma(sentence: string): string | null {
  const cuts = [...sentence.matchAll(/,\s/gu)].map((match) => match.index);
  const heads = cuts
    .filter((cut) => !cutsPrice(sentence, cut))
    .map((cut) => sentence.slice(0, cut))
    .filter((head) => fits(head));
  return heads.find((head) => wordsOf(head).length >= 2) ?? null;
}

/** One word alone makes a headline only when it is a long one. */
const longWord = 12;

/** Breaks before a small word, as late as seven words allow: "Cold brew coffee | with notes of caramel". */
function headByConnector(sentence: string): string | null {
  const words = [...sentence.matchAll(/\S+/gu)];
  const cuts = words.slice(1, copyLimits.headlineWords + 1).filter((word, index) => {
    const before = words[index]?.[0].toLowerCase() ?? '';
    if (index === 0 && before.length < longWord) return false;
    const isWhole = !connectors.has(before) && !isOpenWord(before) && !cutsPrice(sentence, word.index);
    return connectors.has(word[0].toLowerCase()) && isWhole && fits(sentence.slice(0, word.index));
  });
  const cut = cuts.findLast((word) => strong.has(word[0].toLowerCase())) ?? cuts.at(-1);
  return cut ? sentence.slice(0, cut.index).trimEnd() : null;
}

/** No natural place to break: as many whole words as fit; the whole sentence then stays in the body. A single endless word stays whole. */
function firstWords(sentence: string): string {
  const words = [...sentence.matchAll(/\S+/gu)].slice(0, copyLimits.headlineWords);
  const head = (): string => words.map((word) => word[0]).join(' ');
  const isOpen = (word: string, end: number): boolean =>
    connectors.has(word.toLowerCase()) || isOpenWord(word) || cutsPrice(sentence, end);
  for (let last = words.at(-1); last && words.length > 1; last = words.at(-1)) {
    if (fits(head()) && !isOpen(last[0], last.index + last[0].length)) break;
    words.pop();
  }
  return head();
}

/** Whole sentences only, as long as they fit; a first sentence that is too long alone is broken at its last comma or word that fits. */
function chooseBody(sentences: string[]): { body: string; leftOut: string[] } {
  const taken: string[] = [];
  const leftOut: string[] = [];
  for (const sentence of sentences) {
    const longer = [...taken, sentence].join(' ');
    if (leftOut.length === 0 && longer.length <= copyLimits.bodyCharacters) taken.push(punctuated(sentence));
    else leftOut.push(sentence);
  }
  if (taken.length === 0 && leftOut[0]) {
    const [head, tail] = breakAt(leftOut[0], copyLimits.bodyCharacters);
    return { body: capital(head), leftOut: [tail, ...leftOut.slice(1)] };
  }
  return { body: capital(taken.join(' ')), leftOut };
}

function chooseSmallPrint(sentences: string[]): { smallPrint: string; leftOut: string[] } {
  const taken: string[] = [];
  const leftOut: string[] = [];
  for (const sentence of sentences) {
    if ([...taken, sentence].join(' ').length <= briefLimits.words.smallPrint) taken.push(sentence);
    else leftOut.push(sentence);
  }
  return { smallPrint: taken.join(' '), leftOut };
}

const punctuated = (sentence: string): string => (/[.!?…]$/u.test(sentence) ? sentence : `${sentence}.`);

function breakAt(sentence: string, limit: number): [string, string] {
  const room = sentence.slice(0, limit + 1);
  const comma = room.lastIndexOf(', ');
  const cut = comma > limit / 3 ? comma : room.lastIndexOf(' ');
  if (cut <= 0) return ['', sentence];
  return [`${trimEnd(sentence.slice(0, cut))}.`, sentence.slice(cut).replace(/^[\s,]+/u, '')];
}
