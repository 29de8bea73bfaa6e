/** A text made to fit a place: whole sentences first, then the beginning of one, cut where it can be cut. */
import type { Language } from '../recipe.ts';
import { cutAtMarks, cutSentence } from './cut-sentence.ts';
import { cutUnspaced } from './cut-unspaced.ts';
import { trimEnd } from './write-copy.ts';
import { joinSentences, partSentences } from './writing.ts';

/** Null where nothing of it fits that could be said alone. */
export function shorten(text: string, language: Language, fits: (text: string) => boolean): string | null {
  const kept: string[] = [];
  for (const sentence of partSentences(text)) {
    if (!fits(joinSentences([...kept, sentence]))) break;
    kept.push(sentence);
  }
  if (kept.length > 0) return joinSentences(kept);
  const [first = ''] = partSentences(text);
  const head = headOf(first, language, fits);
  return head === undefined ? null : trimEnd(head);
}

function headOf(sentence: string, language: Language, fits: (text: string) => boolean): string | undefined {
  switch (language) {
    case 'ja':
    case 'zh':
      return cutUnspaced(sentence, language, fits)?.head;
    case 'other':
      return cutAtMarks(sentence, fits)?.head;
    default:
      return cutSentence(sentence, fits)?.head;
  }
}
