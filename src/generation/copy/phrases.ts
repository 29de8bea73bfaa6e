/** Parts Japanese and Chinese text into pieces that are read in one go, between which a line may end. No input, no output. */

export type Unspaced = 'ja' | 'zh';

/** May not begin a line: closing marks, small kana, and what belongs to the sign before it. */
const neverFirst =
  /^[、。，．・：；！？!?,.:;)\]）」』】〕〉》｝”’ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞヽヾ〜～…‥％%℃]/u;
/** May not end a line: opening marks, and signs before a number. */
const neverLast = /[「『（【〔〈《｛“‘(¥￥$€£#＃+＋]$/u;
const endsInNumber = /[\d０-９]$/u;
const startsWithNumber = /^[\d０-９]/u;
const hiragana = /^\p{Script=Hiragana}+$/u;
const katakana = /^[\p{Script=Katakana}ー]+$/u;
const endsInKatakana = /[\p{Script=Katakana}ー]$/u;
const isMark = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);
const endsInMark = (text: string): boolean => /[、。，；：！？!?」』）】]$/u.test(text);

/** Hiragana words that mean something by themselves although they are short; all other short ones lean on the word before them. */
const standing = new Set(
  'この その あの どの もっと とても すぐ もう まだ ただ いま きょう あさ よる ほら さあ ぜひ お ご'.split(' '),
);
/** Longer hiragana that goes on with the word before it. */
const leaning =
  /^(?:ください|くださ|でした|ました|ません|ながら|という|である|ている|られる|について|により|による|ために|だけで|だけの|までの|からの|ほどの)/u;
const withoutMarks = (piece: string): string => piece.replace(/[^\p{L}\p{N}]+$/u, '');

function leans(piece: string): boolean {
  const word = withoutMarks(piece);
  return hiragana.test(word) && !standing.has(word) && ([...word].length <= 2 || leaning.test(word));
}

/** Words that go on to the next one: no line should end between. */
const leadsOn: Record<Unspaced, RegExp> = {
  ja: /^(?:この|その|あの|どの|お|ご)$/u,
  zh: /^(?:第|和|与|在|是|把|被|很|更|最|不|也|都|就|还|每|一|这|那|从|用|为|让|将|对|以)$/u,
};

const segmenters: Record<Unspaced, () => Intl.Segmenter> = { ja: remembered('ja'), zh: remembered('zh') };

function remembered(language: Unspaced): () => Intl.Segmenter {
  let made: Intl.Segmenter | null = null;
  return () => {
    made ??= new Intl.Segmenter(language, { granularity: 'word' });
    return made;
  };
}

type Joins = (before: string, next: string) => boolean;

function joined(pieces: readonly string[], joins: Joins): string[] {
  const all: string[] = [];
  for (const piece of pieces) {
    const before = all.at(-1);
    if (before !== undefined && joins(before, piece)) all[all.length - 1] = before + piece;
    else all.push(piece);
  }
  return all;
}

/** What holds in every line: marks stay where they belong, numbers keep their signs and counters, Latin words stay whole. */
const mustJoin: Joins = (before, next) =>
  neverFirst.test(next) ||
  neverLast.test(before) ||
  isMark(next) ||
  (endsInNumber.test(before) && !endsInMark(before)) ||
  (/[A-Za-z]$/u.test(before) && (startsWithNumber.test(next) || /^[A-Za-z]/u.test(next)));

/** The words of the text, none of them a lone mark. */
export const wordsOf = (text: string, language: Unspaced): string[] =>
  joined(
    [...segmenters[language]().segment(text)].map(({ segment }) => segment),
    mustJoin,
  );

/** Words with their particles, and compounds whole: what should stay on one line as long as it fits. */
export function phrasesOf(text: string, language: Unspaced): string[] {
  let last = '';
  return joined(wordsOf(text, language), (before, next) => {
    const word = last || before;
    last = next;
    if (/[、。，；：！？!?]$/u.test(before)) return false;
    if (language === 'zh') return leadsOn.zh.test(word) || /^[的了吗呢吧们着过人]/u.test(next) || isPair(word, next, 1);
    return leans(next) || leadsOn.ja.test(word) || (endsInKatakana.test(before) && katakana.test(next)) || isPair(word, next, 2);
  });
}

/** Two short words of Chinese characters make one, such as 送料無料 or 限时; more would be too long to stay together. */
const isPair = (before: string, next: string, most: 1 | 2): boolean =>
  [before, withoutMarks(next)].every((word) => /^\p{Script=Han}+$/u.test(word) && [...word].length <= most);

/** Characters, where a line may end between any two that are allowed to part: the last resort. */
export const charactersOf = (text: string): string[] => joined([...text], mustJoin);
