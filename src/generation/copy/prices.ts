/** Finds product prices in a text, as typed: nothing is converted, rounded or reformatted, and savings, thresholds, prizes and postage are no prices. */
import { findUnspacedPrices } from './unspaced-prices.ts';
import { isUnspaced } from './writing.ts';

export type FoundPrice = {
  /** As typed, with its qualifier and unit: "from €19.90", "9 € pro Monat", "€7.50/500 g". */
  text: string;
  amount: number;
  /** Said to be the earlier, higher price. */
  isOld: boolean;
  start: number;
  end: number;
};

/** One amount of money and where it stands; `start` and `end` also cover words like "only" or "instead of". */
type Amount = FoundPrice & { qualifier: string; money: string; moneyStart: number };

/** Written before the number or after it. */
const sign =
  '(?:(?:US|AU?|CA?|NZ|HK|SG?|MX|R)\\$|[€$£¥₹₺₪₩]|CHF|EUR|USD|GBP|AUD|CAD|NZD|BRL|INR|SEK|NOK|DKK|PLN|CZK|HUF|RON|Fr\\.|kr\\.?|zł|Kč)';
/** Written before the number only: "Rs. 499". */
const signBefore = '(?:Rs\\.?)';
/** Written after the number only, as words: "15 euros", "99 cents". */
const wordAfter =
  '(?:euros?|dollars?|dólares|pounds(?! of| lighter| heavier)|francs?|franken|fr|rupees|rupias|pesos|reais|yen|(?:cents?|centimes|céntimos)|(?<=(?<![\\d.,])\\d\\d\\s?)cts?(?! (?:diamond|gold|brillant|diamant)))';
const number = "\\d{1,3}(?:[.,'’ ]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?";
const roundEnd = '(?:[,.][-–—]|/-)';
const tail = `${roundEnd}?`;
const numbers = `(?:${number})(?:[–—-](?:${number})(?!\\d))?${tail}`;
/** "12,-" is money without any sign; "5.–8. Mai" is none. */
const signless = `(?:${number})[,.][-–—](?![\\p{L}\\d])(?!\\s*\\d)`;
const money = `(?:(?:${sign}|${signBefore})\\s?${numbers}(?:\\s?(?:EUR|USD|GBP|CHF)(?!\\p{L}))?|${numbers}\\s?(?:${sign}|${wordAfter})(?!\\p{L})|${signless})`;
const period =
  'year|month|week|day|night|hour|person|piece|bottle|bag|box|kilo|kg|pair|head|pack|pound|litre|liter|loaf|jar|cup|bar|tin|can|ticket|class|session|lesson|set|slice|glass|bunch|dozen';
const perPiece =
  'pièce|kilo|kg|litre|nuit|flacon|pot|bouteille|paire|boîte|sachet|paquet|mois|personne|botella|mes|año|unidad|par|caja|bote|paquete|noche|persona|heure|séance|cours|hora|clase|sesión';
const unit = `(?:\\s?/\\s?(?:\\d+(?:[.,]\\d+)?\\s?)?\\p{L}+|\\s(?:per|pro|par|por|je)\\s(?!tiempo)(?:\\d+(?:[.,]\\d+)?\\s?)?\\p{L}+|\\s(?:each|an?\\s(?:${period})|im\\s(?:Monat|Jahr)|al\\s(?:mes|año)|(?:l[ae]|el)\\s(?:${perPiece})|l[eo]s\\s\\d+\\s?\\p{L}+|das\\s(?:Stück|Glas|Kilo|Paar)|die\\s(?:Flasche|Dose|Packung|Stunde|Nacht)|p\\.\\s?P\\.|pièce)(?!\\p{L}))?`;
const merely = '(?:only|just|nur|seulement|solo)';
const from = `(?:(?:(?:starts?|starting)\\s+(?:at|from)|as low as|from|ab|à partir de|a partir de|dès|desde)\\s+(?:${merely}\\s+)?)?`;
const filler =
  '(?:for only|for just|now only|only|just|now|for|at|für nur|jetzt nur|nur|jetzt|schon|bereits|für|zu|seulement|maintenant|pour|à|solo|ahora|por|de|:)';
const wasWords =
  'instead of|rather than|(?:reduced|marked down|down) from|was|were|before|formerly|previously|originally|usually|regular(?:ly)?|old price|list price|RRP|MSRP|statt|vorher|früher|bisher|UVP|au lieu de|avant|ancien prix|en lugar de|en vez de|antes|precio anterior';
const edge = '(?:^|(?<=[\\s(,;:–—-]))';

const pattern = new RegExp(
  `(?<was>${edge}(?:${wasWords})\\s*:?\\s*(?:(?:of|von|de)\\s+)?)?(?:${edge}(?:${filler}\\s+)*)(?<from>${from})(?<money>${money}${unit})`,
  'giu',
);

const anyCase = (source: string): RegExp => new RegExp(source, 'iu');
const adverbs =
  "(?:\\s+(?:you|an|another|extra|up to|over|at least|now|today|du|sie|ihr|dir|jetzt|heute|noch|bis zu|über|mindestens|jusqu['’]à|plus de|encore|hasta|más de|ahora|from|ab|dès|desde|de|von|of|only|nur))*";
const savingBefore =
  'sav(?:e[sd]?|ings?)|off|discount|cash ?back|bonus|credit|earn|donate|spar(?:e|en|t|st)|gespart|ersparnis|preisvorteil|\\p{L}*rabatt|nachlass|spenden?|économis(?:e|ez|er)|économie|remise|réduction|rabais|ahorr(?:a|e|ar|as)|descuento|rebaja|win|prizes?|raffle|jackpot|gewinn(?:e|en|t)?|verlosung|tombola|gagne[rz]?|gan(?:a|e|ar)|sorteo|premio';
const thresholdBefore =
  "over|above|under|below|more than|less than|at least|exceeding|up to|minimum(?: order| spend)?(?: value)?|spend(?:ing)?|every|(?:orders?|purchases?) (?:of|from)|worth|valued at|plus|über|unter|mehr als|weniger als|mindestens|bis(?: zu)?|\\p{L}*(?:bestell|einkaufs)wert|wert|zzgl\\.?|zuzüglich|plus de|moins de|au-dessus de|supérieure?s? à|jusqu['’]à|valeur|más de|menos de|superior(?:es)? a|por encima de|hasta|mínim[oa]|por valor|valorado en";
const voucherWords =
  "vouchers?|coupons?|gift ?cards?|\\p{L}*gutscheine?|geschenkkarte|bon d['’]achat|(?:carte|chèque)[- ]cadeau|tarjeta (?:de )?regalo|vale de|cupón";
const postageBefore =
  'shipping|postage|delivery (?:fee|costs?)|versand(?:kosten)?|lieferkosten|frais de (?:port|livraison)|gastos de envío|pfand|(?<=^\\s*)(?:delivery|lieferung|livraison|envío)';
const freeOffer =
  '(?:free (?:\\p{L}+ ){0,2}(?:shipping|delivery|postage|gift|samples?)|(?:shipping|delivery)(?: is)? free|gratis|kostenlos\\p{L}*|versandkostenfrei\\p{L}*|portofrei|gratuit\\p{L}*|offerte?s?)';
const largeOrder =
  '(?:orders|purchases|(?:your|an|any) (?:order|purchase)|bestellung(?:en)?|einkauf|commandes?|achats?|pedidos?|compras)';
const fromWords = '(?:from|ab|à partir de|a partir de|dès|desde)';

/** What stands before an amount that is no price, up to the amount itself. */
const otherBefore = [
  `(?<!\\p{L})(?:${savingBefore}|${thresholdBefore}|${voucherWords}|${postageBefore})${adverbs}\\s*:?\\s*(?:${filler}\\s*)*$`,
  '(?<!\\p{L})(?:win|gewinn(?:e|en|t)|gagne[rz]?|gan(?:a|e|ar))(?!\\p{L})[^,:]*$',
  `(?<!\\p{L})(?:${freeOffer}|${largeOrder})(?!\\p{L})[^,]*,?\\s*${fromWords}\\s+$`,
].map(anyCase);

const plainWord =
  '(?!(?:with|after|and|or|no|incl|for|on|mit|nach|und|inkl|ohne|für|auf|avec|après|et|con|y|sin)(?!\\p{L}))\\p{L}+';
const included = '(?!\\s+(?:included|incl|free|available|gratis|frei|kostenlos|inkl|inbegriffen))';
const savingAfter =
  "off(?!-)|refund|erstattung|rückerstattung|remboursement|reembolso|less|cheaper|back(?! (?:in|again|to))|saved|in savings|sparen|gespart|günstiger|billiger|weniger|geschenkt|zurück|(?:zu )?gewinnen|à gagner|de (?:réduction|remise|rabais|moins|descuento|ahorro|rebaja|regalo)|d['’]économies?|offerts?|remboursés?|menos";
const thresholdAfter =
  "or more|and (?:over|up|above)|orders|purchases?|minimum|spend|\\p{L}*(?:bestell|einkaufs|waren)wert|(?:mindest)?einkauf|d['’]achats?|de compras?|de commande|o más|ou plus|oder mehr";
const postageAfter = `(?:shipping|postage|delivery|versand(?:kosten)?)(?!\\p{L})${included}|pfand|deposit|(?:de )?(?:frais de port|livraison)(?! (?:gratuite|offerte|incluse))|de (?:gastos de )?envío`;

/** What stands after an amount that is no price. */
const otherAfter = [
  `^[\\s-]+(?:${savingAfter}|${thresholdAfter}|${postageAfter})(?!\\p{L})`,
  `^[\\s-]+(?:${plainWord}\\s+){0,2}(?:discount|cash ?back|rebate|bonus|\\p{L}*rabatt|nachlass|${voucherWords})(?!\\p{L})`,
  '^[^,]*(?<!\\p{L})(?:raffle(?! ticket)|prize draw|giveaway|to be won|verlosung|gewinnspiel|tombola|sorteo|tirage au sort)(?!\\p{L})',
  '^(?:[km](?!\\p{L})|\\+|\\s?(?:million|billion|mio|mrd|millones)(?:en|s)?(?!\\p{L}))',
].map(anyCase);

const opener = anyCase(`(?<!\\p{L})(?:(?:reduced|reduziert|down)\\s+)?(?:from|von|desde|de|between|zwischen|entre)\\s+$`);
const toGap = anyCase(
  `^(?:\\s+(?:(?:down |up )?to|auf|à|a|bis(?: zu)?|hasta|jusqu['’]à)(?:\\s+${merely})?\\s+|\\s*(?:→|->|=>)\\s*)$`,
);
const nowGap = anyCase(
  '^\\s*[,;–—-]?\\s*(?:now|jetzt|maintenant|ahora)(?:\\s+(?:for|für|pour|por|only|just|nur|seulement|solo))*\\s*:?\\s*$',
);
const rangeGap = anyCase('^(?:\\s?[–—-]\\s?|\\s+(?:and|und|et|y)\\s+)$');
const between = anyCase('(?:between|zwischen|entre)\\s+$');
const toBareNumber = anyCase('^\\s+(?:(?:down )?to|auf|bis|à|a)\\s+\\d');
const sentenceEnd = /(?<!(?<!\p{L})(?:zzgl|inkl|ca|rs|fr|kr))[.!?…;]\s|\n/iu;

/** All product prices, in the order of the text; `start` and `end` also cover words that lose their sense without the price. */
export function findPrices(text: string): FoundPrice[] {
  if (isUnspaced(text)) return findUnspacedPrices(text);
  const amounts = readAmounts(text);
  const found: FoundPrice[] = [];
  for (let index = 0; index < amounts.length; index++) {
    const first = amounts[index];
    const second = amounts[index + 1];
    if (!first) continue;
    const pair = second ? readPair(text, first, second) : null;
    if (pair) index++;
    const last = pair && second ? second : first;
    const before = text.slice(amounts[index - (pair ? 2 : 1)]?.end ?? 0, first.moneyStart);
    const after = text.slice(last.end, amounts[index + 1]?.start);
    if (!isOther(before.split(sentenceEnd).at(-1) ?? '', after.split(sentenceEnd)[0] ?? '')) found.push(...(pair ?? [first]));
  }
  return found.map(({ text: typed, amount, isOld, start, end }) => ({ text: typed, amount, isOld, start, end }));
}

function readAmounts(text: string): Amount[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const typed = match.groups?.['money'] ?? '';
    const qualifier = match.groups?.['from'] ?? '';
    const end = match.index + match[0].length;
    if (isMeasure(text, end - typed.length, end)) return [];
    const amount: Amount = {
      text: `${qualifier}${typed}`.trim(),
      amount: amountOf(typed) / (isCents(typed) ? 100 : 1),
      isOld: match.groups?.['was'] !== undefined,
      start: match.index,
      end,
      qualifier,
      money: typed.trim(),
      moneyStart: end - typed.length,
    };
    return [amount];
  });
}

/** Without a whole currency before them, so that "€1.50" stays what it is. */
const isCents = (typed: string): boolean => /^\d+\s?(?:cents?|cts?|centimes|céntimos)(?!\p{L})/iu.test(typed.trim());

/** A weight, a carat or an opening hour that looks like money. */
function isMeasure(text: string, start: number, end: number): boolean {
  const [before, typed, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  if (/^(?:\s?(?:uhr|h)(?!\p{L})|:\d)/iu.test(after)) return true;
  if (!/pounds/iu.test(typed)) return false;
  return /(?:los[et]|losing|shed|weighs?|gain|lifts?|holds?|carr(?:y|ies)|supports?|up to|over|under)(?:\s\p{L}+)?\s+$/iu.test(
    before,
  );
}

/** "From A to B" is the old and the new price when it falls, and a range when it rises; null for two amounts that do not belong together. */
function readPair(text: string, first: Amount, second: Amount): FoundPrice[] | null {
  const gap = text.slice(first.end, second.moneyStart);
  const opened = text.slice(0, first.moneyStart).match(opener);
  const start = Math.min(first.start, opened?.index ?? first.start);
  if (first.amount > second.amount && (toGap.test(gap) || nowGap.test(gap))) {
    const verb = text.slice(second.end).match(/^\s(?:reduziert|gesenkt|herabgesetzt|reduced)(?!\p{L})/iu)?.[0] ?? '';
    const old = { ...first, text: first.money, isOld: true, start, end: first.end };
    return [old, { ...second, isOld: false, start: first.end, end: second.end + verb.length }];
  }
  const isBetween = between.test(opened?.[0] ?? '');
  const isRange = toGap.test(gap) || (rangeGap.test(gap) && (isBetween || !/\p{L}/u.test(gap)));
  if (!isRange || first.amount >= second.amount || first.isOld) return null;
  if (first.qualifier) return [first];
  const typedFrom = opened && opened.index !== undefined ? opened.index : first.moneyStart;
  return [{ ...first, text: text.slice(typedFrom, second.end).trim(), start, end: second.end }];
}

/** A saving, a threshold, a prize, a voucher, postage: true amounts, but not what the product costs. */
function isOther(before: string, after: string): boolean {
  if (otherBefore.some((words) => words.test(before)) || otherAfter.some((words) => words.test(after))) return true;
  if (opener.test(before) && toBareNumber.test(after)) return true;
  return anyCase(`^\\s*${fromWords}\\s+$`).test(before) && anyCase(`(?<!\\p{L})${freeOffer}(?!\\p{L})`).test(after);
}

/** "1.299,90" and "1,299.90" are the same amount: the last mark followed by one or two digits is the decimal one. */
export function amountOf(text: string): number {
  const digits = text.match(new RegExp(number, 'u'))?.[0] ?? '';
  const decimal = digits.match(/[.,](\d{1,2})$/);
  const whole = (decimal ? digits.slice(0, -decimal[0].length) : digits).replace(/\D/g, '');
  return Number(`${whole || '0'}.${decimal?.[1] ?? '0'}`);
}

/** The price to show and the struck one, which must belong to it: an old price is the one of the nearest price. */
export function choosePrices(prices: FoundPrice[]): { price: string; oldPrice: string } {
  const news = prices.filter((price) => !price.isOld);
  const current = news[0];
  const distance = (one: FoundPrice, other: FoundPrice): number => Math.max(one.start - other.end, other.start - one.end);
  const isOwn = (old: FoundPrice): boolean =>
    current !== undefined && news.every((price) => distance(old, current) <= distance(old, price));
  const old = prices.find((price) => price.isOld && current && price.amount > current.amount && isOwn(price));
  return { price: current?.text ?? '', oldPrice: old?.text ?? '' };
}
