/** What the bot says, in every language it speaks. A sentence that one of them lacks does not compile. */
import type { Locale } from '../locale.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { zh } from './zh.ts';

export type Wording = typeof en;

const spoken: Record<Locale, Wording> = { en, de, fr, es, ja, zh };

export const wordingIn = (locale: Locale): Wording => spoken[locale];
