/** Other ways to begin the same ad: every sentence of the brief that can stand alone may lead, also the one with the price. */
import type { Copy } from '../recipe.ts';
import { backwards, bare, saysNothing } from './open-words.ts';
import { findPrices } from './prices.ts';
import { splitBrief } from './split-brief.ts';
import { withoutPriceClauses } from './unspaced-prices.ts';
import { type CopyBrief, calmed, capital, continued, copyLimits, fits, trimEnd, writeCopy } from './write-copy.ts';
import { endSentence, extentOf, isUnspaced, joinSentences, partSentences } from './writing.ts';

const most = 6;

/** The first is what `writeCopy` chooses; at least one, each with a headline of its own. Words that the person fixed stay alone. */
export function writeHeadlines(loud: CopyBrief): Copy[] {
  const brief = calmed(loud);
  const { copy, sentences } = writeCopy(brief);
  const fixed = { ...splitBrief(brief.text).labelled, ...brief.words };
  if (fixed.headline !== undefined || fixed.body !== undefined) return [copy];
  const known = new Set<string>();
  return [copy, ...ledByBody(copy, sentences), ...ledByPrice(brief.text, copy)]
    .filter(({ headline }) => !known.has(headline) && known.add(headline))
    .slice(0, most);
}

function ledByBody(copy: Copy, whole: string[]): Copy[] {
  const body = partSentences(copy.body);
  // A headline that was cut in the middle of its phrase is put together again when it does not lead.
  const sentences = copy.body.startsWith(continued) ? whole.map(capital) : [copy.headline, ...body];
  return sentences.slice(1).flatMap((sentence, index) => {
    const headline = trimEnd(sentence);
    const rest = sentences.filter((_, other) => other !== index + 1);
    return canLead(headline) ? [{ ...copy, headline, body: bodyOf(rest) }] : [];
  });
}

/** The price then stands in the headline, so the badge would only repeat it. */
function ledByPrice(text: string, copy: Copy): Copy[] {
  if (copy.price === '') return [];
  const { sentences } = splitBrief(text);
  return sentences.flatMap((sentence) => {
    const headline = capital(trimEnd(sentence));
    const rest = sentences.filter((other) => other !== sentence && !saysNothing(other));
    const isPrice = findPrices(sentence).some((price) => price.text === copy.price);
    return isPrice && fits(headline) && saysMore(headline)
      ? [{ ...copy, headline, body: bodyOf(rest), price: '', oldPrice: '' }]
      : [];
  });
}

/** More than the price alone. */
const saysMore = (headline: string): boolean =>
  isUnspaced(headline)
    ? (withoutPriceClauses(headline, pricesIn(headline)).match(/\p{L}/gu)?.length ?? 0) >= 4
    : /\s/u.test(headline);
const pricesIn = (text: string): ReadonlySet<string> => new Set(findPrices(text).map((price) => price.text));

/** Short, and about something by itself: not "40h", not "It is gentle". */
function canLead(headline: string): boolean {
  const letters = headline.match(/\p{L}/gu)?.length ?? 0;
  return fits(headline) && letters >= 4 && !saysNothing(headline) && !backwards.has(bare(headline.split(/\s+/u)[0] ?? ''));
}

/** Whole sentences, as many as the body has room for. */
function bodyOf(sentences: readonly string[]): string {
  let body = '';
  for (const sentence of sentences.filter(Boolean)) {
    const longer = joinSentences([...(body === '' ? [] : [body]), capital(endSentence(sentence))]);
    if (extentOf(longer) > copyLimits.bodyCharacters) break;
    body = longer;
  }
  return body;
}
