/** Takes a brief apart: words the person labelled, small print, and plain sentences without instructions to the bot or prices shown elsewhere. */
import { briefLimits } from '../brief.ts';
import type { Copy } from '../recipe.ts';
import { isOpenWord, pronouns, saysNothing } from './open-words.ts';
import { findPrices } from './prices.ts';
import { withoutPriceClauses } from './unspaced-prices.ts';
import { isUnspaced } from './writing.ts';

export type BriefParts = { labelled: Partial<Copy>; smallPrint: string[]; sentences: string[] };

const labels: [keyof Copy, RegExp][] = [
  ['headline', /^(?:headline|title|überschrift|titel|titre|título|titular|見出し|タイトル|标题|標題)\s*[:：]\s*(.+)$/iu],
  ['body', /^(?:body|text|subline|beschreibung|texte|texto|本文|テキスト|説明|正文|文案)\s*[:：]\s*(.+)$/iu],
  ['button', /^(?:button|cta|call to action|knopf|bouton|botón|ボタン|按钮)\s*[:：]\s*(.+)$/iu],
  [
    'oldPrice',
    /^(?:old price|was|before|alter preis|statt|ancien prix|precio anterior|通常価格|定価|元の価格|原价)\s*[:：]\s*(.+)$/iu,
  ],
  ['price', /^(?:price|preis|prix|precio|価格|値段|价格|现价)\s*[:：]\s*(.+)$/iu],
  [
    'smallPrint',
    /^(?:small print|fine print|legal|kleingedrucktes|mentions légales|letra pequeña|注意書き|注記|注释|小字)\s*[:：]\s*(.+)$/iu,
  ],
];

const instruction =
  /^(?:please\s+|bitte\s+)?(?:(?:make|create|design|generate|build|do|draw)\s+(?:me\s+|us\s+)?(?:an?\s+|the\s+|some\s+)?(?:\p{L}+\s+)?(?:ads?|adverts?|advertisements?|banners?|posts?|campaigns?)(?:\s+(?:for|about|of|with|saying|that says))?|(?:promote|advertise)|an?\s+(?:ad|advert|advertisement)\s+(?:for|about)|(?:mache?|erstelle?|gestalte?|baue?)\s+(?:mir\s+|uns\s+)?(?:eine\s+)?(?:anzeige|werbung|werbeanzeige)(?:\s+(?:für|über|zu))?|werbung\s+für|(?:fais|faites|crée|créez)(?:[- ]moi|[- ]nous)?\s+(?:une\s+)?(?:pub|publicité|annonce)(?:\s+pour)?|(?:haz|hazme|crea|créame)\s+(?:un\s+)?anuncio(?:\s+(?:para|de))?)\s*[:,–-]?\s*/iu;

const legal =
  /^(?:\*|\d{2}\+|t&cs?\b|terms\b|conditions\b|agb\b|es gelten|offer valid|valid until|while stocks? lasts?|solange|offre valable|conditions|oferta válida|drink responsibly|※|お酒は|20歳未満|なくなり次第|未成年|售完即止|图片仅供参考|以实物为准|最终解释权)/iu;

/** "…の広告を作ってください", "帮我做一个…的广告：": what stands before or after what the ad is about. */
const unspacedInstructions: [RegExp, string][] = [
  [
    /^([^。！!]*?)(?:の|について|向けの)?(?:広告|バナー|ポスター)(?:画像)?を?(?:作成|制作|作って|つくって|お願い)(?:して|いたし)?(?:ください|下さい|ほしい|欲しい|ます)?(?:です)?(?=[。！!]|$)/u,
    '$1',
  ],
  [/^(?:広告|バナー|ポスター)を?(?:作って|作成して|つくって)(?:ください|下さい)?\s*[：:、。]\s*/u, ''],
  [
    /^请?(?:帮我们?|给我们?|为我们?)?(?:做|制作|设计|生成)(?:一个|一张|一则|一条|一幅|个|张)?(?:关于|为)?(?:广告|海报)[：:，,。]\s*/u,
    '',
  ],
  [
    /^请?(?:帮我们?|给我们?|为我们?)?(?:做|制作|设计|生成)(?:一个|一张|一则|一条|一幅|个|张)?(?:关于|为)?(.+?)的?(?:广告|海报)(?=[：:，,。]|$)/u,
    '$1',
  ],
];

const withoutInstruction = (line: string): string =>
  unspacedInstructions
    .reduce((left, [shape, kept]) => left.replace(shape, kept), line.replace(instruction, ''))
    .replace(/^[。！，,、：:\s]+/u, '');

export function splitBrief(text: string): BriefParts {
  const labelled: Partial<Copy> = {};
  const plain: string[] = [];
  for (const line of text.split('\n')) {
    const label = labels.find(([, shape]) => shape.test(line));
    const words = label ? line.match(label[1])?.[1]?.trim() : undefined;
    if (label && words && !labelled[label[0]] && words.length <= briefLimits.words[label[0]]) labelled[label[0]] = words;
    else if (line.trim()) plain.push(words ?? line.trim());
  }
  const sentences = plain.flatMap((line, index) => splitSentences(index === 0 ? withoutInstruction(line) : line));
  return {
    labelled,
    smallPrint: sentences.filter((sentence) => legal.test(sentence)),
    sentences: sentences.filter((sentence) => !legal.test(sentence)),
  };
}

/** Shortened words before which, or with which, no sentence ends: "inkl. Versand", "z. B.", "3. Mai", "Rs. 499", "Dr. Kaffee". */
const months =
  'jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez|januar|februar|märz|april|juni|juli|august|september|oktober|november|dezember';
const noEnd = [
  '(?<!(?<!\\p{L})(?:zzgl|inkl|exkl|incl|excl|ca|approx|bzw|ggf|vs|dr|mr|mrs|ms|st|prof|\\p{Ll}))',
  '(?!(?<=(?<!\\p{L})(?:rs|fr|kr|nr|no|max|min|tel|p)[.])\\s+\\d)',
  `(?!(?<=(?<!\\d)\\d{1,2}[.])\\s+(?:${months})(?!\\p{L}))`,
];
/** Between spaces a long dash always parts two phrases; a short one does not where it stands for "to": "€5 - €9". */
const dash = '\\s(?:—|[–-](?!(?<=[\\d€£$]\\s[–-])\\s+[\\d€£$]))(?=\\s)';
/** Where no space follows, the mark itself ends the sentence. */
const unspacedEnd = '[。！？]+[」』）]*|；|[!?]+(?=[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}「『])';
const sentence = new RegExp(`.+?(?:${unspacedEnd}|${noEnd[0]}[.!?…]+${noEnd[1]}${noEnd[2]}(?=\\s|$)|;(?=\\s)|${dash}|$)`, 'giu');

/** A full stop ends a sentence only before a space or the end, so that 19.90 and e-mail addresses stay whole. */
function splitSentences(line: string): string[] {
  return (line.match(sentence) ?? [])
    .map((one) =>
      one
        .replace(/^\s*[–—-]\s+/u, '')
        .replace(/(?:[;；]|\s[–—-])$/u, '')
        .trim(),
    )
    .filter((one) => /[\p{L}\p{N}]/u.test(one));
}

/** Words that lean on the price before them. */
const leaningWords = new Set(
  `to or and for is are was plus more less instead und oder für auf bis ist sind statt zzgl inkl incl reduziert et ou pour à est sont y o
  para a hasta es son only per costs kostet kosten cuesta cuestan coûte buys gets a an`.split(/\s+/u),
);
/** The price stands in its own place on the ad. Where the sentence does not read without it, it stays; a sentence that was only a price goes. */
export function withoutPrices(sentence: string, shown: ReadonlySet<string>): string {
  if (isUnspaced(sentence)) return withoutPriceClauses(sentence, shown);
  const found = findPrices(sentence);
  const gone = found.filter((price) => shown.has(price.text));
  if (gone.length === 0 || gone.length < found.length) return sentence;
  const pieces = [0, ...gone.map((price) => price.end)].map((start, index) => sentence.slice(start, gone[index]?.start));
  const left = tidy(pieces.join(' '));
  if (saysNothing(left)) return '';
  const reads = gone.every((_, index) => joins(pieces.slice(0, index + 1).join(' '), pieces[index + 1] ?? ''));
  return reads ? left : sentence;
}

/** Whether the text before a price and the text after it are whole without the price. */
function joins(before: string, after: string): boolean {
  if (isOpenWord(before.trim().split(/\s+/u).at(-1) ?? '') || /(?:au prix|al precio|zum preis)\s*$/iu.test(before)) return false;
  const next = after.trimStart();
  if (/^[\d*/+&%=×]/u.test(next)) return false;
  // "…, first month €49" says nothing without its price.
  if (!/^\p{L}/u.test(next)) return !/,\s+(?:\p{L}+\s+)?\p{L}+\s*$/u.test(before);
  const word = next.toLowerCase().match(/^\p{L}+/u)?.[0] ?? '';
  if (before.trim() === '' && pronouns.has(word)) return false;
  return (before.trim() === '' || /[\p{L}\p{N})]\s*$/u.test(before)) && !leaningWords.has(word);
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
