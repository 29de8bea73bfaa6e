/** What the bot says, in every language it speaks. A sentence that one of them lacks does not compile. */
import type { Locale } from '../locale.ts';
import { en } from './en.ts';

export type Wording = typeof en;

const spoken: Record<Locale, Wording> = { en };

export const wordingIn = (locale: Locale): Wording => spoken[locale];
