/** The language the bot speaks to a person; the language of an ad is another thing (`Language` in generation/recipe.ts). */
import { z } from 'zod';

export const locales = ['en'] as const;
export const localeSchema = z.enum(locales);
export type Locale = z.infer<typeof localeSchema>;

/** Spoken where nothing is known of a person. */
export const fallbackLocale: Locale = 'en';

/** From a platform's tag such as `de-AT` or `zh-Hans-CN`; null for a language the bot does not speak. */
export function localeOf(tag: string | null | undefined): Locale | null {
  const primary = tag?.toLowerCase().split(/[-_]/u)[0];
  return locales.find((locale) => locale === primary) ?? null;
}
