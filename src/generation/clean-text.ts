/** Makes a person's text safe to draw and to show: invisible and steering characters go, everything visible stays literal. */

/** Controls, format and private-use characters, lone surrogates, and whatever Unicode calls ignorable: zero-width marks, bidirectional overrides, tags, selectors. */
const steering = /(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]|\p{Default_Ignorable_Code_Point}/gu;

export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(steering, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim();
}
