/** Points and the offer of an ad: what the brief says shortly, as it says it. No word is invented, and no number worked out. */
import { backwards, bare, isOpenWord, relatives, saysNothing, subordinators, verbs } from './open-words.ts';
import { findPrices } from './prices.ts';
import { splitBrief, withoutPrices } from './split-brief.ts';
import { type CopyBrief, calmed, capital, trimEnd } from './write-copy.ts';
import { extentOf, isUnspaced } from './writing.ts';

/** Letters, full-width ones counted double. */
export const pointLimits = { most: 5, longest: 48, longestOffer: 80 } as const;

/** "- vegan", "• 500 ml", "・無添加" */
const listed = /^\s*(?:[-–•*·・◆■✓]|\d[.)])\s*(?=\S)/u;

/** Short things that stand alone, each once: lines of a list, else the parts of its sentences. Empty where there are fewer than two. */
export function writePoints(loud: CopyBrief, headline: string): string[] {
  const brief = calmed(loud);
  const lines = brief.text.split('\n');
  const own = lines.filter((line) => listed.test(line)).map((line) => line.replace(listed, ''));
  const found = own.length > 1 ? own : partsOf(brief.text);
  const known = new Set([key(headline)]);
  const points = found
    .map((one) => capital(trimEnd(one.replace(/[.!。！]+$/u, '').trim())))
    .filter((one) => standsAlone(one) && !known.has(key(one)) && known.add(key(one)));
  return points.length < 2 ? [] : points.slice(0, pointLimits.most);
}

const key = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

/** Between commas, as far as each part can be said alone; a sentence with one that cannot stays whole. */
function partsOf(text: string): string[] {
  const prices = new Set(findPrices(text).map((price) => price.text));
  return splitBrief(text).sentences.flatMap((sentence) => {
    const told = withoutPrices(sentence, prices);
    const parts = told.split(/[,;、，；:：]\s*(?!\d)/u).filter(Boolean);
    return parts.length > 1 && parts.every(standsAlone) ? parts : [told];
  });
}

function standsAlone(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 3 || extentOf(text) > pointLimits.longest || saysNothing(text) || findPrices(text).length > 0) return false;
  if (isUnspaced(text)) return !/[のなやかもとはがをにで]$/u.test(text);
  const words = text.split(/\s+/u);
  const first = bare(words[0] ?? '');
  const waits = [backwards, relatives, subordinators, verbs].some((some) => some.has(first));
  return !waits && !isOpenWord(words.at(-1) ?? '');
}

/** Words that promise something besides the price, in the six languages. */
const promises =
  /\d\s?%|\boff\b|\bsale\b|\bsave\b|\bfree\b|\b\d\s?for\s?\d\b|gratis|kostenlos|geschenkt|rabatt|\bspar|offert|gratuit|soldes|remise|réduction|descuento|rebaja|regalo|oferta|無料|割引|半額|送料込|セール|\bOFF\b|免费|免邮|包邮|[\d一二三四五六七八九]折|买一送一|优惠|特价/iu;

/** The shortest saying of the offer: its own clause, else the sentence with the price; empty where there is none. */
export function writeOffer(brief: CopyBrief, price: string): string {
  const { sentences } = splitBrief(calmed(brief).text);
  const clauses = sentences.flatMap((sentence) => [...sentence.split(/[;；]|,\s(?!\d)|[、，]/u), sentence]);
  const said = clauses.filter((one) => extentOf(one) <= pointLimits.longestOffer);
  const promise = said.filter((one) => promises.test(one) && canBeSaid(one)).sort((a, b) => extentOf(a) - extentOf(b))[0];
  const priced = price === '' ? undefined : said.find((one) => one.includes(price));
  return capital(trimEnd((promise ?? priced ?? price).trim()));
}

const canBeSaid = (text: string): boolean => {
  const words = text.trim().split(/\s+/u);
  return (isUnspaced(text) || words.length > 1) && !isOpenWord(words.at(-1) ?? '') && !backwards.has(bare(words[0] ?? ''));
};
