/** The language the bot speaks to a person; the language of an ad is another thing (`Language` in generation/recipe.ts). */
import { z } from 'zod';

export const locales = ['en', 'de', 'fr', 'es', 'ja', 'zh'] as const;
export const localeSchema = z.enum(locales);
export type Locale = z.infer<typeof localeSchema>;

/** Each in its own words, so that whoever ended up in a wrong language finds the way back. */
export const localeNames: Record<Locale, string> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  ja: '日本語',
  zh: '简体中文',
};

/** Spoken where nothing is known of a person. */
export const fallbackLocale: Locale = 'en';

/** From a platform's tag such as `de-AT` or `zh-Hans-CN`; null for a language the bot does not speak. */
export function localeOf(tag: string | null | undefined): Locale | null {
  const [primary, ...parts] = tag?.toLowerCase().split(/[-_]/u) ?? [];
  if (primary === 'zh' && isTraditional(parts)) return null;
  return locales.find((locale) => locale === primary) ?? null;
}

/** Another script than the bot writes; a script that is named counts more than the country. */
const isTraditional = (parts: string[]): boolean =>
  parts.includes('hant') || (!parts.includes('hans') && parts.some((part) => ['tw', 'hk', 'mo'].includes(part)));
