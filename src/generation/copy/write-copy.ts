/** Copy by rules: the words on the ad are the brief's own, chosen and ordered, never invented. */
import { type Brief, briefLimits } from '../brief.ts';
import type { Copy, Language } from '../recipe.ts';
import { type Cut, cutAtMarks, cutSentence } from './cut-sentence.ts';
import { cutUnspaced } from './cut-unspaced.ts';
import { guessLanguage } from './guess-language.ts';
import { chooseButton } from './neutral-words.ts';
import { isOpenWord, saysNothing } from './open-words.ts';
import { choosePrices, findPrices } from './prices.ts';
import { splitBrief, withoutPrices } from './split-brief.ts';
import { endSentence, extentOf, isUnspaced, joinSentences } from './writing.ts';

export type WrittenCopy = {
  copy: Copy;
  language: Language;
  /** The brief's sentences, whole, without what is shown elsewhere on the ad. */
  sentences: string[];
  /** Sentences of the brief that found no room on the picture, so that the person can be told. */
  leftOut: string[];
};

/** Full-width characters count double; fifteen of them read as long as seven words. */
export const copyLimits = { headlineWords: 7, headlineCharacters: 72, unspacedHeadline: 30, bodyCharacters: 120 } as const;

export type CopyBrief = Pick<Brief, 'text' | 'words' | 'language' | 'voice'>;

/** For a brand that never raises its voice: the marks alone change, no word does. */
export const calmed = <B extends CopyBrief>(brief: B): B =>
  brief.voice?.isCalm
    ? { ...brief, text: brief.text.replace(/[!！]+/gu, (marks) => (marks.includes('！') ? '。' : '.')).replaceAll('¡', '') }
    : brief;

export function writeCopy(loud: CopyBrief): WrittenCopy {
  const brief = calmed(loud);
  const language = brief.language ?? guessLanguage(brief.text);
  const parts = splitBrief(brief.text);
  const prices = pricesOf(brief.text, language);
  const shown = new Set([prices.price, prices.oldPrice]);
  const told = parts.sentences.map((sentence) => withoutPrices(sentence, shown)).filter((sentence) => sentence !== '');
  const says = told.filter((sentence) => !saysNothing(sentence));
  const sentences = says.length > 0 ? says : told;
  const fixedHeadline = brief.words.headline ?? parts.labelled.headline;
  const { headline, rest } = fixedHeadline ? { headline: fixedHeadline, rest: sentences } : chooseHeadline(sentences, language);
  const fixedBody = brief.words.body ?? parts.labelled.body;
  const { body, leftOut } = fixedBody !== undefined ? { body: fixedBody, leftOut: rest } : chooseBody(rest);
  const price = brief.words.price ?? parts.labelled.price ?? prices.price;
  const legal = chooseSmallPrint(parts.smallPrint);
  const oldPrice = brief.words.oldPrice ?? parts.labelled.oldPrice ?? prices.oldPrice;
  const isOnlyPrice = headline === '' && body === '';
  const priceLine = isOnlyPrice && oldPrice !== '' ? chooseHeadline(parts.sentences, language).headline : '';
  return {
    language,
    sentences,
    leftOut: [...leftOut, ...legal.leftOut],
    copy: {
      headline: priceLine || (isOnlyPrice ? price : headline),
      body,
      button: brief.words.button ?? parts.labelled.button ?? chooseButton(brief, language, price !== ''),
      price: isOnlyPrice && priceLine === '' ? '' : price,
      oldPrice,
      smallPrint: brief.words.smallPrint ?? parts.labelled.smallPrint ?? legal.smallPrint,
    },
  };
}

/** In a language whose words are not known an amount may be a saving or an old price: it stays in its sentence. */
const pricesOf = (text: string, language: Language): ReturnType<typeof choosePrices> =>
  choosePrices(language === 'other' ? [] : findPrices(text).filter((price) => price.text.length <= briefLimits.words.price));

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter(Boolean);
export const fits = (text: string): boolean =>
  wordsOf(text).length <= copyLimits.headlineWords &&
  extentOf(text) <= (isUnspaced(text) ? copyLimits.unspacedHeadline : copyLimits.headlineCharacters);
/** Without what ends a sentence; "12,-" stays the price it is. */
export const trimEnd = (text: string): string =>
  /\d[,.][–—-]$/u.test(text) ? text : text.replace(/[\s,;:.。、，；：–—-]+$/u, '');
/** iPhone, eBay and shop.example are written as they are. */
export const capital = (text: string): string =>
  /^\S*[\p{Lu}\d@]|^\S+\.\p{L}/u.test(text) ? text : text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
/** Marks a text that goes on where the headline stopped. */
export const continued = '…';
const goingOn = (tail: string): string => `${continued}${isUnspaced(tail) ? '' : ' '}${tail}`;

/** Small words tell where a sentence may be cut; where they are not known, only its marks do. */
function cut(sentence: string, language: Language): Cut | null {
  switch (language) {
    case 'ja':
    case 'zh':
      return cutUnspaced(sentence, language, fits);
    case 'other':
      return cutAtMarks(sentence, fits);
    default:
      return cutSentence(sentence, fits);
  }
}

function chooseHeadline(sentences: string[], language: Language): { headline: string; rest: string[] } {
  const [first, ...others] = sentences;
  if (!first) return { headline: '', rest: [] };
  if (fits(first)) return { headline: capital(trimEnd(first)), rest: others };
  const found = cut(first, language);
  if (!found && first.length <= briefLimits.words.headline) return { headline: capital(trimEnd(first)), rest: others };
  if (!found) return { headline: capital(trimEnd(first.slice(0, briefLimits.words.headline))), rest: sentences };
  const tail = found.goesOn ? goingOn(found.tail) : capital(found.tail);
  return { headline: capital(trimEnd(found.head)), rest: [tail, ...others] };
}

/** Whole sentences only, as long as they fit; a first sentence that is too long alone is broken at its last comma or word that fits. */
function chooseBody(sentences: string[]): { body: string; leftOut: string[] } {
  const taken: string[] = [];
  const leftOut: string[] = [];
  for (const sentence of sentences) {
    const longer = joinSentences([...taken, sentence]);
    if (leftOut.length === 0 && extentOf(longer) <= copyLimits.bodyCharacters) taken.push(endSentence(sentence));
    else leftOut.push(sentence);
  }
  if (taken.length === 0 && leftOut[0]) {
    const [head, tail] = breakAt(leftOut[0], copyLimits.bodyCharacters);
    return { body: capital(head), leftOut: [tail, ...leftOut.slice(1)] };
  }
  return { body: capital(joinSentences(taken)), leftOut };
}

function chooseSmallPrint(sentences: string[]): { smallPrint: string; leftOut: string[] } {
  const taken: string[] = [];
  const leftOut: string[] = [];
  for (const sentence of sentences) {
    if (joinSentences([...taken, sentence]).length <= briefLimits.words.smallPrint) taken.push(sentence);
    else leftOut.push(sentence);
  }
  return { smallPrint: joinSentences(taken), leftOut };
}

function breakAt(sentence: string, limit: number): [string, string] {
  if (isUnspaced(sentence)) return breakUnspaced(sentence, limit);
  const room = sentence.slice(0, limit + 1);
  const comma = room.lastIndexOf(', ');
  const spaces = [...room.matchAll(/\s/gu)].map((space) => space.index);
  const closed = spaces.findLast((space) => !isOpenWord(room.slice(0, space).split(/\s+/u).at(-1) ?? ''));
  const cut = comma > limit / 3 ? comma : (closed ?? room.lastIndexOf(' '));
  if (cut <= 0) return ['', sentence];
  return [`${trimEnd(sentence.slice(0, cut))}.`, sentence.slice(cut).replace(/^[\s,]+/u, '')];
}

/** At the last comma that has room; a text without one is left out whole rather than torn. */
function breakUnspaced(sentence: string, limit: number): [string, string] {
  const commas = [...sentence.matchAll(/[、，]/gu)].map((comma) => comma.index);
  const last = commas.findLast((comma) => extentOf(sentence.slice(0, comma)) <= limit);
  return last === undefined ? ['', sentence] : [endSentence(sentence.slice(0, last)), sentence.slice(last + 1)];
}
