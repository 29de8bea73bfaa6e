/** Finds product prices in Japanese and Chinese text, as typed: "1,980円（税込）", "￥99起". Savings, thresholds and vouchers are no prices. */
import type { FoundPrice } from './prices.ts';

const digits = '[\\d０-９]';
const number = `${digits}{1,3}(?:[,，]${digits}{3})+(?:[.．]${digits}{1,2})?|${digits}+(?:[.．]${digits}{1,2})?`;
const numbers = `(?:${number})(?:万|千)?(?:[〜～~-](?:[¥￥]\\s?)?(?:${number})(?:万|千)?)?`;
const taxBefore = '(?:税(?:込|抜)き?\\s?)?';
const taxAfter = '(?:\\s?[（(]?税(?:込|抜)き?(?:価格)?[）)]?)?';
const unit = `(?:\\s?[/／]\\s?${digits}*(?:\\p{Script=Han}|\\p{Script=Katakana}|\\p{Script=Latin}){1,4})?`;
const sign = '(?:[¥￥$€£]|(?:RMB|CNY|JPY|US\\$)\\s?)';
const word = '(?:円|元(?!旦|素|気|祖)|块钱?|日元|人民币|ドル|ユーロ|美元|欧元)';
/** "From" stands behind the amount: 1,980円から, 99元起. */
const from = `(?:から(?!\\s?[¥￥\\d０-９])|[〜～](?!\\s?[¥￥\\d０-９])|より(?!\\s?[¥￥\\d０-９])|起)?`;
const money = `${taxBefore}(?:${sign}\\s?${numbers}${word}?|${numbers}\\s?${word})${taxAfter}${unit}${from}`;

const was = '(?:(?:メーカー)?希望小売価格|(?:当店)?通常(?:価格)?|定価|元の価格|旧価格|以前は|原售?价|市场价|日常价|吊牌价|原来)';
const now =
  '(?:今なら|今だけ|ただいま|現在|特別価格|限定価格|セール価格|特価|価格|お値段|なんと|わずか|たったの?|会員価格|现价|现在|现仅|现|仅需|仅|只要|只需|特价|售价|价格|活动价|优惠价|到手价)';
const joint = '\\s?[はがのでにを：:]?\\s?';
const pattern = new RegExp(`(?<was>${was}${joint})?(?:${now}${joint})*(?<money>${money})`, 'gu');

/** What stands right after an amount that is no price. */
const otherAfter =
  /^(?:分|相当|以上|以下|未満|引き?|割引|オフ|ＯＦＦ|OFF|お得|安く|還元|クーポン|キャッシュバック|ポイント|プレゼント|の送料|の割引|优惠|折扣|代金券|优惠券|红包|券|立减|免运|包邮门槛)/iu;
/** What stands right before one. */
const otherBefore = /(?:[满滿减減省返赠送抽]|立减|优惠|超过|低于|最大|合計|総額|送料|運費|运费|邮费|もれなく)\s?$/u;
/** Between the old price and the new one. */
const pairGap = /^(?:のところ|の品|が|を|から|より|→|⇒|->|=>|降至|降到|降为|[、，,]|\s)*$/u;

type Amount = FoundPrice & { moneyStart: number };

export function findUnspacedPrices(text: string): FoundPrice[] {
  const amounts = [...text.matchAll(pattern)].flatMap((match) => readAmount(text, match) ?? []);
  return amounts.map(({ moneyStart: _, ...price }, index) => ({
    ...price,
    isOld: price.isOld || isOldOfNext(text, amounts, index),
  }));
}

function readAmount(text: string, match: RegExpMatchArray): Amount | null {
  const start = match.index ?? 0;
  const end = start + match[0].length;
  const typed = (match.groups?.['money'] ?? '').trim();
  if (otherAfter.test(text.slice(end)) || otherBefore.test(text.slice(0, start))) return null;
  const moneyStart = end - (match.groups?.['money'] ?? '').length;
  return { text: typed, amount: amountOf(typed), isOld: match.groups?.['was'] !== undefined, start, end, moneyStart };
}

/** "3,000円→1,980円": the first is the old price when the second follows at once and is lower. */
function isOldOfNext(text: string, amounts: readonly Amount[], index: number): boolean {
  const [first, second] = [amounts[index], amounts[index + 1]];
  return Boolean(first && second && first.amount > second.amount && pairGap.test(text.slice(first.end, second.start)));
}

function amountOf(typed: string): number {
  const plain = typed.normalize('NFKC').replaceAll(',', '');
  const found = /(\d+(?:\.\d+)?)(万|千)?/u.exec(plain);
  const times = { 万: 10_000, 千: 1_000 }[found?.[2] ?? ''] ?? 1;
  return Number(found?.[1] ?? 0) * times;
}

const trivial = /^[\s、，。！!？?はがのでにをと：:]*(?:のところ|です|だけ|是|为)?[\s、，。！!]*$/u;

/** Without the clauses that are only a price which is shown elsewhere on the ad; a price inside a clause stays, or the clause would not read. */
export function withoutPriceClauses(sentence: string, shown: ReadonlySet<string>): string {
  const end = /[。！？!?]*$/u.exec(sentence)?.[0] ?? '';
  const clauses = sentence.slice(0, sentence.length - end.length).split(/(?<=[、，])|(?<=,)(?![\d０-９])/u);
  const kept = clauses.filter((clause) => !isOnlyPrice(clause, shown));
  if (kept.length === clauses.length) return sentence;
  const left = kept.join('').replace(/[、，,\s]+$/u, '');
  return left === '' ? '' : left + end;
}

function isOnlyPrice(clause: string, shown: ReadonlySet<string>): boolean {
  const prices = findUnspacedPrices(clause);
  if (prices.length === 0 || !prices.every((price) => shown.has(price.text))) return false;
  const pieces = [0, ...prices.map((price) => price.end)].map((start, index) => clause.slice(start, prices[index]?.start));
  return pieces.every((piece) => trivial.test(piece) || pairGap.test(piece));
}
