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
