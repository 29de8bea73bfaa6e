/** Where a long word may be broken, by the rules common to English, German, French and Spanish. */

const vowel = /[aeiouyäöüáéíóúàèìòùâêîôûëïæœαεηιουωаеёиоуыэюя]/iu;
/** Spelled with several letters, heard as one. */
const together = /^(sch|ch|ck|ph|th|sh|qu|gn|rh|st)/iu;
const onset = /^([bcdfgkptv][lr])/iu;

/** Layout asks for the same words at many sizes. */
const known = new Map<string, readonly number[]>();

/** Positions in `word` before which a hyphen may stand; at least three letters stay on each side. */
export function breakPoints(word: string): readonly number[] {
  const found = known.get(word) ?? syllables(word);
  if (known.size > 2_000) known.clear();
  known.set(word, found);
  return found;
}

function syllables(word: string): number[] {
  const letters = [...word];
  const points: number[] = [];
  for (let index = 3; index <= letters.length - 3; index += 1) {
    const rest = letters.slice(index).join('');
    const before = letters[index - 1] ?? '';
    const two = letters[index - 2] ?? '';
    if (!/\p{L}/u.test(before) || !/\p{L}/u.test(letters[index] ?? '')) continue;
    if (together.test(`${before}${rest}`) || together.test(`${two}${before}${rest}`)) continue;
    if (onset.test(`${before}${rest}`)) continue;
    const consonants = /^(sch|ch|ck|ph|th|sh|qu|gn|rh|st|[bcdfgkptv][lr]|\p{L})/iu.exec(rest)?.[0] ?? '';
    const startsSyllable = !vowel.test(rest[0] ?? '') && vowel.test(letters[index + [...consonants].length] ?? '');
    const vowelBefore = letters.slice(0, index).some((letter) => vowel.test(letter));
    if (startsSyllable && vowelBefore) points.push(letters.slice(0, index).join('').length);
  }
  return points;
}
