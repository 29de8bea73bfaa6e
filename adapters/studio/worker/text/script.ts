/** Which script a text is set in: it decides family, spacing and where lines may end. */
import type { Recipe } from '../../../../src/generation/recipe.ts';

export type HanScript = 'japanese' | 'chinese';
export type Script = 'latin' | 'cyrillic' | 'greek' | HanScript;

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\u30fc\uff01-\uff60\uffe5]/u;

/** The same character has other shapes in Japanese than in Chinese: the whole ad tells, not the single text. */
export const hanScriptOf = ({ language, copy, brand }: Pick<Recipe, 'language' | 'copy' | 'brand'>): HanScript =>
  language === 'ja' || (language !== 'zh' && kana.test(`${Object.values(copy).join('')}${brand.name}`)) ? 'japanese' : 'chinese';

/** One letter of a script that the look's own family lacks, and the whole text is set in a family that has it. */
export function scriptOf(text: string, written: HanScript): Script {
  if (han.test(text)) return written;
  if (/\p{Script=Greek}/u.test(text)) return 'greek';
  return /\p{Script=Cyrillic}/u.test(text) ? 'cyrillic' : 'latin';
}

export const isHan = (script: Script): script is HanScript => script === 'japanese' || script === 'chinese';
