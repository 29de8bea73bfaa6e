/** Takes a brief apart: words the person labelled, small print, and plain sentences without instructions to the bot or prices shown elsewhere. */
import { briefLimits } from '../brief.ts';
import type { Copy } from '../recipe.ts';
import { findPrices } from './prices.ts';

export type BriefParts = { labelled: Partial<Copy>; smallPrint: string[]; sentences: string[] };

const labels: [keyof Copy, RegExp][] = [
  ['headline', /^(?:headline|title|überschrift|titel|titre|título|titular)\s*:\s*(.+)$/iu],
  ['body', /^(?:body|text|subline|beschreibung|texte|texto)\s*:\s*(.+)$/iu],
  ['button', /^(?:button|cta|call to action|knopf|bouton|botón)\s*:\s*(.+)$/iu],
  ['oldPrice', /^(?:old price|was|before|alter preis|statt|ancien prix|precio anterior)\s*:\s*(.+)$/iu],
  ['price', /^(?:price|preis|prix|precio)\s*:\s*(.+)$/iu],
  ['smallPrint', /^(?:small print|fine print|legal|kleingedrucktes|mentions légales|letra pequeña)\s*:\s*(.+)$/iu],
];

const instruction =
  /^(?:please\s+|bitte\s+)?(?:(?:make|create|design|generate|build|do|draw)\s+(?:me\s+|us\s+)?(?:an?\s+|the\s+|some\s+)?(?:\p{L}+\s+)?(?:ads?|adverts?|advertisements?|banners?|posts?|campaigns?)(?:\s+(?:for|about|of|with|saying|that says))?|(?:promote|advertise)|an?\s+(?:ad|advert|advertisement)\s+(?:for|about)|(?:mache?|erstelle?|gestalte?|baue?)\s+(?:mir\s+|uns\s+)?(?:eine\s+)?(?:anzeige|werbung|werbeanzeige)(?:\s+(?:für|über|zu))?|werbung\s+für|(?:fais|faites|crée|créez)(?:[- ]moi|[- ]nous)?\s+(?:une\s+)?(?:pub|publicité|annonce)(?:\s+pour)?|(?:haz|hazme|crea|créame)\s+(?:un\s+)?anuncio(?:\s+(?:para|de))?)\s*[:,–-]?\s*/iu;

const legal =
  /^(?:\*|\d{2}\+|t&cs?\b|terms\b|conditions\b|agb\b|es gelten|offer valid|valid until|while stocks? lasts?|solange|offre valable|conditions|oferta válida|drink responsibly)/iu;

export function splitBrief(text: string): BriefParts {
  const labelled: Partial<Copy> = {};
  const plain: string[] = [];
  for (const line of text.split('\n')) {
    const label = labels.find(([, shape]) => shape.test(line));
    const words = label ? line.match(label[1])?.[1]?.trim() : undefined;
    if (label && words && !labelled[label[0]] && words.length <= briefLimits.words[label[0]]) labelled[label[0]] = words;
    else if (line.trim()) plain.push(words ?? line.trim());
  }
  const sentences = plain.flatMap((line, index) => splitSentences(index === 0 ? line.replace(instruction, '') : line));
  return {
    labelled,
    smallPrint: sentences.filter((sentence) => legal.test(sentence)),
    sentences: sentences.filter((sentence) => !legal.test(sentence)),
  };
}

/** A full stop ends a sentence only before a space or the end, so that 19.90 and e-mail addresses stay whole; "€5 - €9" is no dash between sentences. */
function splitSentences(line: string): string[] {
  return (
    line.match(
      /.+?(?:(?<!(?<!\p{L})(?:zzgl|inkl|ca))[.!?…]+(?=\s|$)|;(?=\s)|\s[–—-](?=\s)(?!(?<=[\d€£$]\s[–—-])\s+[\d€£$])|$)/giu,
    ) ?? []
  )
    .map((sentence) =>
      sentence
        .replace(/^\s*[–—-]\s+/u, '')
        .replace(/(?:;|\s[–—-])$/u, '')
        .trim(),
    )
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

/** Words that wait for another one: no text may end with them. */
const openWords = setOf(
  `over above under below from to at for of on in by with about around only just than and or is are was were be cost costs pay pays get
  start starts starting reduced down up our your my this a an the für von auf ab um zu mit bei über unter nur schon und oder ist sind
  kostet kosten zahlst zahlen zum zur im der die das ein eine unser unsere statt de à du des le la les un une pour par sur dès au aux est
  sont coûte coûtent et ou avec notre nos desde por para con el los una es son cuesta cuestan en y o nuestro nuestra plus zzgl. inkl.`,
);
/** Words that lean on the price before them. */
const leaningWords = setOf(
  `to or and for is are was plus more less instead und oder für auf bis ist sind statt zzgl inkl incl reduziert et ou pour à est sont y o
  para a hasta es son only per`,
);
/** Words that say nothing once the price is gone. */
const priceWords = setOf('price prices now reduced preis preise jetzt nur prix maintenant precio precios ahora');

const lowerWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}'’]+\.?/gu) ?? [];
export const isOpenWord = (word: string): boolean => openWords.has(word.toLowerCase().replace(/[,;:(–—-]+$/u, ''));

/** The price stands in its own place on the ad. Where the sentence does not read without it, it stays; a sentence that was only a price goes. */
export function withoutPrices(sentence: string, shown: ReadonlySet<string>): string {
  const found = findPrices(sentence);
  const gone = found.filter((price) => shown.has(price.text));
  if (gone.length === 0 || gone.length < found.length) return sentence;
  const pieces = [0, ...gone.map((price) => price.end)].map((start, index) => sentence.slice(start, gone[index]?.start));
  const left = tidy(pieces.join(' '));
  const saysNothing = lowerWords(left).every((word) => word.length < 2 || openWords.has(word) || priceWords.has(word));
  if (saysNothing) return '';
  const reads = gone.every((_, index) => joins(pieces.slice(0, index + 1).join(' '), pieces[index + 1] ?? ''));
  return reads ? left : sentence;
}

/** Whether the text before a price and the text after it are whole without the price. */
function joins(before: string, after: string): boolean {
  if (isOpenWord(before.trim().split(/\s+/u).at(-1) ?? '') || /(?:au prix|al precio|zum preis)\s*$/iu.test(before)) return false;
  const next = after.trimStart();
  if (/^[\d*/+&%=×]/u.test(next)) return false;
  if (!/^\p{L}/u.test(next)) return true;
  return /[\p{L}\p{N})]\s*$/u.test(before) && !leaningWords.has(next.toLowerCase().match(/^\p{L}+/u)?.[0] ?? '');
}

const tidy = (text: string): string =>
  text
    .replace(/\s+([.,;:!?)])/gu, '$1')
    .replace(/\(\s*\)/gu, '')
    .replace(/\s+([.,;:!?])/gu, '$1')
    .replace(/[,;:(–—\s-]+([.!?])?$/u, '$1')
    .replace(/([,;:])\s*(?=[,;:.!?])/gu, '')
    .replace(/^[\s,;:–—-]+/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
