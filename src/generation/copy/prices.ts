/** Finds prices in a text, as typed: nothing is converted, rounded or reformatted. */

export type FoundPrice = {
  /** As typed, with its qualifier and unit: "from €19.90", "9 € pro Monat". */
  text: string;
  amount: number;
  /** Said to be the earlier, higher price. */
  isOld: boolean;
  start: number;
  end: number;
};

const sign = '(?:US\\$|[€$£¥₹]|CHF|EUR|USD|GBP|SEK|NOK|DKK|PLN|Fr\\.|kr\\.?|zł)';
const number = "\\d{1,3}(?:[.,'’ ]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?";
const tail = '(?:,[-–—]|\\.[-–—])?';
const unit = '(?:\\s?/\\s?\\p{L}+|\\s(?:per|pro|par|por|each|je)\\s?\\p{L}*)?';
const from = '(?:(?:from|ab|à partir de|a partir de|dès|desde)\\s+)?';
const money = `(?:${sign}\\s?(?:${number})${tail}|(?:${number})${tail}\\s?${sign}(?!\\p{L}))`;
const filler =
  '(?:for only|for just|now only|only|just|now|for|at|für nur|jetzt nur|nur|jetzt|für|zu|seulement|maintenant|pour|à|solo|ahora|por|de|:)';
const wasWords =
  'instead of|rather than|was|were|before|formerly|usually|regular(?:ly)?|old price|statt|vorher|früher|bisher|UVP|au lieu de|avant|ancien prix|en lugar de|en vez de|antes|precio anterior';

const pattern = new RegExp(
  `(?<was>(?:^|(?<=[\\s(,;:–—-]))(?:${wasWords})\\s*:?\\s*(?:(?:of|von|de)\\s+)?)?(?<lead>(?:^|(?<=[\\s(,;:–—-]))(?:${filler}\\s+)*)(?<text>${from}${money}${unit})`,
  'giu',
);

/** All prices, in the order of the text; `start` and `end` also cover words like "instead of" or "for only" that lose their sense without the price. */
export function findPrices(text: string): FoundPrice[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const found = match.groups?.['text'];
    if (!found) return [];
    return [
      {
        text: found.trim(),
        amount: amountOf(found),
        isOld: match.groups?.['was'] !== undefined,
        start: match.index,
        end: match.index + match[0].length,
      },
    ];
  });
}

/** "1.299,90" and "1,299.90" are the same amount: the last mark followed by one or two digits is the decimal one. */
export function amountOf(text: string): number {
  const digits = text.match(new RegExp(number, 'u'))?.[0] ?? '';
  const decimal = digits.match(/[.,](\d{1,2})$/);
  const whole = (decimal ? digits.slice(0, -decimal[0].length) : digits).replace(/\D/g, '');
  return Number(`${whole || '0'}.${decimal?.[1] ?? '0'}`);
}

/** The price to show and the struck one. Two prices without a word between them: the higher is the earlier one only when something said so. */
export function choosePrices(prices: FoundPrice[]): { price: string; oldPrice: string } {
  const current = prices.find((price) => !price.isOld);
  const old = prices.find((price) => price.isOld && (!current || price.amount > current.amount));
  return { price: current?.text ?? '', oldPrice: current && old ? old.text : '' };
}
