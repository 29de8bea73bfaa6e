/** Other ways to begin the same ad: every sentence of the brief that is short enough can lead, also the one with the price. */
import type { Brief } from '../brief.ts';
import type { Copy } from '../recipe.ts';
import { findPrices } from './prices.ts';
import { splitBrief } from './split-brief.ts';
import { copyLimits, writeCopy } from './write-copy.ts';

const most = 6;

/** The first is what `writeCopy` chooses; at least one, each with a headline of its own. A headline that the person fixed stays alone. */
export function writeHeadlines(brief: Pick<Brief, 'text' | 'words' | 'language'>): Copy[] {
  const { copy } = writeCopy(brief);
  if (brief.words.headline) return [copy];
  const known = new Set<string>();
  return [copy, ...ledByBody(copy), ...ledByPrice(brief.text, copy)]
    .filter(({ headline }) => !known.has(headline) && known.add(headline))
    .slice(0, most);
}

function ledByBody(copy: Copy): Copy[] {
  const sentences = copy.body.split(/(?<=[.!?…])\s+/u).filter(Boolean);
  return sentences.flatMap((sentence, index) => {
    const headline = sentence.replace(/[.\s]+$/u, '');
    const rest = sentences.filter((_, other) => other !== index);
    return fits(headline) ? [{ ...copy, headline, body: bodyOf([copy.headline, ...rest]) }] : [];
  });
}

/** The price then stands in the headline, so the badge would only repeat it. */
function ledByPrice(text: string, copy: Copy): Copy[] {
  if (copy.price === '') return [];
  return splitBrief(text).sentences.flatMap((sentence) => {
    const headline = sentence.replace(/[.\s]+$/u, '');
    const isPrice = findPrices(sentence).length > 0;
    const body = bodyOf([copy.headline, copy.body]);
    return isPrice && fits(headline) ? [{ ...copy, headline, body, price: '', oldPrice: '' }] : [];
  });
}

/** Whole sentences, as many as the body has room for. */
function bodyOf(sentences: readonly string[]): string {
  let body = '';
  for (const sentence of sentences.filter(Boolean)) {
    const longer = `${body} ${/[.!?…]$/u.test(sentence) ? sentence : `${sentence}.`}`.trim();
    if (longer.length > copyLimits.bodyCharacters) break;
    body = longer;
  }
  return body;
}

const fits = (text: string): boolean =>
  text !== '' && text.split(/\s+/u).length <= copyLimits.headlineWords && text.length <= copyLimits.headlineCharacters;
