/** Cuts a Japanese or Chinese sentence that is too long for a headline in two. */
import type { Cut } from './cut-sentence.ts';
import { phrasesOf, type Unspaced } from './phrases.ts';
import { findPrices } from './prices.ts';

/** Null when the sentence has no place to be cut. */
export function cutUnspaced(sentence: string, language: Unspaced, fits: (head: string) => boolean): Cut | null {
  return cutAtMark(sentence, fits) ?? cutAtPhrase(sentence, language, fits);
}

const cutsPrice = (sentence: string, cut: number): boolean =>
  findPrices(sentence).some((price) => price.start < cut && cut < price.end);

/** Characters: a shorter headline says too little. */
const shortest = 4;

/** A clause that ends like this waits for the next one: "…ので、", "如果…，". */
const waits = /(?:[てでがばとしり]|から|ので|けど|なら|たら)$|^(?:如果|因为|虽然|即使|只要|当|无论)/u;

function cutAtMark(sentence: string, fits: (head: string) => boolean): Cut | null {
  const marks = [...sentence.matchAll(/[、，：:—]|,(?!\d)/gu)].map((mark) => mark.index);
  const fitting = marks.filter((at) => [...sentence.slice(0, at)].length >= shortest && fits(sentence.slice(0, at)));
  const at = fitting.findLast((one) => !cutsPrice(sentence, one) && isClosed(sentence.slice(0, one)));
  if (at === undefined) return null;
  const [head, tail] = [sentence.slice(0, at), sentence.slice(at + 1).trim()];
  return tail === '' ? null : { head, tail, goesOn: waits.test(head) };
}

/** Where a phrase ends, as late as the headline allows; never after a word that leans on the next one. */
function cutAtPhrase(sentence: string, language: Unspaced, fits: (head: string) => boolean): Cut | null {
  let head = '';
  let best = '';
  for (const phrase of phrasesOf(sentence, language)) {
    head += phrase;
    if (!fits(head)) break;
    const isOpen = /[のなやかも的和与在是把被很更最不]$/u.test(head) || /[A-Za-z]\s$/u.test(head);
    if (!isOpen && [...head].length >= shortest && isClosed(head) && !cutsPrice(sentence, head.length)) best = head;
  }
  return best === '' || best === sentence ? null : { head: best, tail: sentence.slice(best.length).trim(), goesOn: true };
}

const isClosed = (text: string): boolean =>
  ['「」', '『』', '（）', '()', '【】', '《》', '“”'].every(
    ([open = '', close = '']) => text.split(open).length === text.split(close).length,
  );
