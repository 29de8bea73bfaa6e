/** Numbers, dates, lists and plurals as a language writes them. */
import type { Locale } from '../locale.ts';

type Forms<Rule extends string> = Partial<Record<Rule, string>> & { other: string };

export function inLocale(locale: Locale) {
  const numbers = new Intl.NumberFormat(locale);
  const megabytes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte' });
  const sizes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumSignificantDigits: 2 });
  const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const moments = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  const lists = new Intl.ListFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  const ordinals = new Intl.PluralRules(locale, { type: 'ordinal' });

  return {
    number: (value: number): string => numbers.format(value),
    megabytes: (value: number): string => megabytes.format(value),
    /** Bytes, as megabytes. */
    size: (bytes: number): string => sizes.format(bytes / 1_000_000),
    day: (date: Date): string => days.format(date),
    moment: (date: Date): string => moments.format(date),
    list: (words: readonly string[]): string => lists.format(words),
    /** The form for this count; the number itself is not written. */
    plural: (count: number, forms: Forms<Intl.LDMLPluralRule>): string => forms[plurals.select(count)] ?? forms.other,
    /** The number with the ending that makes it an ordinal. */
    ordinal: (value: number, endings: Forms<Intl.LDMLPluralRule>): string =>
      `${numbers.format(value)}${endings[ordinals.select(value)] ?? endings.other}`,
  };
}
