/** What a person should know about the words of their ad, in sentences. */
import type { WrittenCopy } from '../generation/copy/write-copy.ts';
import type { Studio } from '../generation/ports.ts';
import type { Wording } from './wording/wording.ts';

export function notesOn(
  wording: Wording,
  studio: Pick<Studio, 'missingGlyphs'>,
  { copy, leftOut }: Pick<WrittenCopy, 'copy' | 'leftOut'>,
): string[] {
  const missing = studio.missingGlyphs(Object.values(copy).join(' '));
  return [
    ...(leftOut.length > 0 ? [wording.leftOut(leftOut.length)] : []),
    ...(missing.length > 0 ? [wording.missingGlyphs(missing)] : []),
  ];
}

/** In words, why no ad is made: less than half of its headline could be drawn. Null when it can be read. */
export function cannotBeRead(
  wording: Wording,
  studio: Pick<Studio, 'missingGlyphs'>,
  { headline }: Pick<WrittenCopy['copy'], 'headline'>,
): string | null {
  const missing = studio.missingGlyphs(headline);
  const letters = [...headline].filter((letter) => /[\p{L}\p{M}]/u.test(letter));
  const lost = letters.filter((letter) => missing.includes(letter));
  return lost.length * 2 > letters.length ? wording.cannotWrite(missing.slice(0, mostNamed)) : null;
}

const mostNamed = 12;
