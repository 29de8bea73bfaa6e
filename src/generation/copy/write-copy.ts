/** Copy by rules: the words on the ad are the brief's own, chosen and ordered, never invented. */
import { type Brief, briefLimits } from '../brief.ts';
import type { Copy, Language } from '../recipe.ts';
import { cutSentence } from './cut-sentence.ts';
import { guessLanguage } from './guess-language.ts';
import { chooseButton } from './neutral-words.ts';
import { isOpenWord, saysNothing } from './open-words.ts';
import { choosePrices, findPrices } from './prices.ts';
import { splitBrief, withoutPrices } from './split-brief.ts';

export type WrittenCopy = {
  copy: Copy;
  language: Language;
  /** The brief's sentences, whole, without what is shown elsewhere on the ad. */
  sentences: string[];
  /** Sentences of the brief that found no room on the picture, so that the person can be told. */
  leftOut: string[];
};

export const copyLimits = { headlineWords: 7, headlineCharacters: 72, bodyCharacters: 120 } as const;

export function writeCopy(brief: Pick<Brief, 'text' | 'words' | 'language'>): WrittenCopy {
  const language = brief.language ?? guessLanguage(brief.text);
  const parts = splitBrief(brief.text);
  const prices = choosePrices(findPrices(brief.text).filter((price) => price.text.length <= briefLimits.words.price));
  const shown = new Set([prices.price, prices.oldPrice]);
  const told = parts.sentences.map((sentence) => withoutPrices(sentence, shown)).filter((sentence) => sentence !== '');
  const says = told.filter((sentence) => !saysNothing(sentence));
  const sentences = says.length > 0 ? says : told;
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
    sentences,
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

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter(Boolean);
export const fits = (text: string): boolean =>
  wordsOf(text).length <= copyLimits.headlineWords && text.length <= copyLimits.headlineCharacters;
/** Without what ends a sentence; "12,-" stays the price it is. */
export const trimEnd = (text: string): string => (/\d[,.][–—-]$/u.test(text) ? text : text.replace(/[\s,;:.–—-]+$/u, ''));
/** iPhone, eBay and shop.example are written as they are. */
export const capital = (text: string): string =>
  /^\S*[\p{Lu}\d@]|^\S+\.\p{L}/u.test(text) ? text : text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
/** Marks a text that goes on where the headline stopped. */
export const continued = '… ';

function chooseHeadline(sentences: string[]): { headline: string; rest: string[] } {
  const [first, ...others] = sentences;
  if (!first) return { headline: '', rest: [] };
  if (fits(first)) return { headline: capital(trimEnd(first)), rest: others };
  const cut = cutSentence(first, fits);
  if (!cut) return { headline: capital(trimEnd(first.slice(0, briefLimits.words.headline))), rest: sentences };
  const tail = cut.goesOn ? `${continued}${cut.tail}` : capital(cut.tail);
  return { headline: capital(trimEnd(cut.head)), rest: [tail, ...others] };
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
  const spaces = [...room.matchAll(/\s/gu)].map((space) => space.index);
  const closed = spaces.findLast((space) => !isOpenWord(room.slice(0, space).split(/\s+/u).at(-1) ?? ''));
  const cut = comma > limit / 3 ? comma : (closed ?? room.lastIndexOf(' '));
  if (cut <= 0) return ['', sentence];
  return [`${trimEnd(sentence.slice(0, cut))}.`, sentence.slice(cut).replace(/^[\s,]+/u, '')];
}
