/** How Japanese and Chinese are written, as opposed to languages that part their words by spaces. No input, no output. */

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\u30fc\uff01-\uff60\uffe0-\uffe6]/u;
const letter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether a text is written without spaces: a Latin name in a Japanese sentence does not make it another one. */
export const isUnspaced = (text: string): boolean => letter.test(text);

/** Characters, of which full-width ones count double: how much room and time a text takes, in any script. */
export const extentOf = (text: string): number => [...text].reduce((sum, one) => sum + (wide.test(one) ? 2 : 1), 0);

/** One after another, with a space where the script has one. */
export function joinSentences(sentences: readonly string[]): string {
  let all = '';
  for (const one of sentences) all += all === '' || isUnspaced(all) ? one : ` ${one}`;
  return all;
}

const ended = /[.!?…。！？」』）]$/u;

export const endSentence = (sentence: string): string =>
  ended.test(sentence) ? sentence : `${sentence}${isUnspaced(sentence) ? '。' : '.'}`;

/** The sentences of a text that was put together by `joinSentences`. */
export const partSentences = (text: string): string[] => text.split(/(?<=[.!?…])\s+(?=\S)|(?<=[。！？])(?=.)/u).filter(Boolean);
