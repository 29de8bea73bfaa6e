/** Breaks text into lines that look balanced, never cutting anything off. */
import { charactersOf, phrasesOf, type Unspaced, wordsOf } from '../../../../src/generation/copy/phrases.ts';
import { isUnspaced } from '../../../../src/generation/copy/writing.ts';
import { breakPoints } from './hyphenate.ts';
import { styleKey, type TextStyle, textWidth } from './measure.ts';

type Piece = { text: string /** Joined to the piece before without a space. */; glued: boolean };

/** Marks a place inside a word where a line may end; it is never drawn. */
const breakHere = '\u200b';

const unspacedOf = ({ script }: TextStyle): Unspaced => (script === 'japanese' ? 'ja' : 'zh');

/** A long dash or a stroke inside a word allows a break after it. A hyphen does not: "Bio-Honig" is read as one word. */
const partsOf = (word: string, style: TextStyle): string[] =>
  isUnspaced(word) ? phrasesOf(word, unspacedOf(style)) : word.split(/(?<=\p{L}{2}[–—/])(?=\p{L}{2})/u);

function pieces(text: string, style: TextStyle): Piece[] {
  return text
    .split(' ')
    .filter(Boolean)
    .flatMap((word) => {
      const parts = word.split(breakHere).flatMap((part) => partsOf(part, style));
      return parts.map((part, index) => ({ text: part, glued: index > 0 }));
    });
}

const join = (some: Piece[]) => some.map((piece, index) => (index > 0 && !piece.glued ? ` ${piece.text}` : piece.text)).join('');

const endsSentence = (line: string) => /[.!?…。！？]$/u.test(line);
const endsClause = (line: string) => /[、，：]$/u.test(line);

type Broken = { lines: string[] /** At 1 px. */; widest: number };

const remembered = new Map<string, Broken | null>();

/** Which breaks look best does not depend on the size, so each text is thought about once. */
function breakInto(words: Piece[], count: number, style: TextStyle, text: string): Broken | null {
  const key = `${styleKey(style)}|${count}|${text}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size > 2_000) remembered.clear();
  const found = count > words.length ? null : bestBreak(words, count, style);
  remembered.set(key, found);
  return found;
}

/** How good it is to end a line with this: a sentence or a clause ends well, a lone letter waits for its noun. */
function gainOf(last: string): number {
  if (endsSentence(last)) return 0.12;
  if (endsClause(last)) return 0.09;
  return /^\p{L}$/u.test(last) ? -0.1 : 0;
}

/** The best way into exactly `count` lines: the narrowest widest line, a little in favour of ending lines where a sentence ends. */
function bestBreak(words: Piece[], count: number, style: TextStyle): Broken {
  const width = (from: number, to: number) => textWidth(join(words.slice(from, to)), style, 1);
  let best = { cost: Number.POSITIVE_INFINITY, starts: [0] };
  const walk = (starts: number[], widest: number, bonus: number) => {
    const from = starts.at(-1) ?? 0;
    if (widest * 0.7 > best.cost) return;
    if (starts.length === count) {
      const cost = Math.max(widest, width(from, words.length)) * (1 - bonus);
      if (cost < best.cost - 1e-6) best = { cost, starts };
      return;
    }
    const most = words.length - (count - starts.length);
    for (let to = from + 1; to <= most; to += 1) {
      const last = words[to - 1]?.text ?? '';
      const gain = gainOf(last);
      walk([...starts, to], Math.max(widest, width(from, to)), bonus + gain);
    }
  };
  walk([0], 0, 0);
  const lines = best.starts.map((start, index) => join(words.slice(start, best.starts[index + 1] ?? words.length)));
  return { lines, widest: Math.max(...lines.map((line) => textWidth(line, style, 1))) };
}

/** Long text: fill each line; balancing every way would be slow and is not seen in small type. Widths are those of the single words. */
function fill(words: Piece[], maxWidth: number, style: TextStyle, px: number): string[] {
  const space = textWidth('n n', style, px) - textWidth('nn', style, px);
  const lines: { pieces: Piece[]; width: number }[] = [];
  for (const word of words) {
    const own = textWidth(word.text, style, px);
    const line = lines.at(-1);
    const wider = line ? line.width + own + (word.glued ? 0 : space) : 0;
    if (line && wider <= maxWidth) {
      line.pieces.push(word);
      line.width = wider;
    } else lines.push({ pieces: [{ ...word, glued: false }], width: own });
  }
  return lines.map((line) => join(line.pieces));
}

/** Narrows the measure as far as the number of lines allows, so that no line is a lone word. */
function fillBalanced(words: Piece[], maxWidth: number, style: TextStyle, px: number): string[] {
  const loose = fill(words, maxWidth, style, px);
  let low = maxWidth / 2;
  let high = maxWidth;
  for (let round = 0; round < 6; round += 1) {
    const middle = (low + high) / 2;
    if (fill(words, middle, style, px).length === loose.length) high = middle;
    else low = middle;
  }
  return fill(words, high, style, px);
}

/** The fewest lines, at most `maxLines`, none wider than `maxWidth`; null when that cannot be. */
export function breakLines(text: string, style: TextStyle, px: number, maxWidth: number, maxLines: number): string[] | null {
  const words = pieces(text, style);
  if (words.length === 0) return [];
  if (words.length <= 12) {
    for (let count = 1; count <= Math.min(maxLines, words.length); count += 1) {
      const broken = breakInto(words, count, style, text);
      if (broken && broken.widest * px <= maxWidth) return broken.lines;
    }
    return null;
  }
  if (fill(words, maxWidth, style, px).length > maxLines) return null;
  const lines = fillBalanced(words, maxWidth, style, px);
  const fits = lines.every((line) => textWidth(line, style, px) <= maxWidth);
  return fits ? lines : null;
}

/** Phrases that are too wide part between their words, words between their characters where the script allows it. */
function partWide(word: string, style: TextStyle, px: number, maxWidth: number): string {
  const fits = (part: string) => textWidth(part, style, px) <= maxWidth;
  const smaller = (part: string, split: (text: string) => string[]) => (fits(part) ? [part] : split(part));
  return phrasesOf(word, unspacedOf(style))
    .flatMap((phrase) => smaller(phrase, (text) => filled(wordsOf(text, unspacedOf(style)), fits)))
    .flatMap((part) => smaller(part, (text) => filled(charactersOf(text), fits)))
    .join(breakHere);
}

/** As much in each part as fits. */
function filled(parts: string[], fits: (part: string) => boolean): string[] {
  const all: string[] = [];
  for (const part of parts) {
    const longer = (all.at(-1) ?? '') + part;
    if (all.length > 0 && fits(longer)) all[all.length - 1] = longer;
    else all.push(part);
  }
  return all;
}

/** Splits each word that is wider than `maxWidth`: after a hyphen of its own, else with one between syllables, or, where none fits, between letters. */
export function hyphenateWide(text: string, style: TextStyle, px: number, maxWidth: number): string {
  const split = (word: string): string[] => {
    if (isUnspaced(word)) return [partWide(word, style, px, maxWidth)];
    if (textWidth(word, style, px) <= maxWidth || [...word].length < 2) return [word];
    const own = [...word.matchAll(/(?<=\p{L}{2}-)(?=\p{L}{2})/gu)].map((match) => match.index);
    const after = own.findLast((point) => textWidth(word.slice(0, point), style, px) <= maxWidth);
    if (after !== undefined) return [word.slice(0, after), ...split(word.slice(after))];
    const fitting = breakPoints(word).filter((point) => textWidth(`${word.slice(0, point)}-`, style, px) <= maxWidth);
    const middle = word.length / 2;
    const whole = fitting.filter((point) => textWidth(word.slice(point), style, px) <= maxWidth);
    const nearest = whole.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
    const point = nearest ?? fitting.at(-1);
    if (point !== undefined) return [`${word.slice(0, point)}-`, ...split(word.slice(point))];
    const letters = [...word];
    let taken = letters.length - 1;
    while (taken > 1 && textWidth(letters.slice(0, taken).join(''), style, px) > maxWidth) taken -= 1;
    return [letters.slice(0, taken).join(''), ...split(letters.slice(taken).join(''))];
  };
  return text.split(' ').flatMap(split).join(' ');
}
