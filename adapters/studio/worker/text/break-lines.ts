/** Breaks text into lines that look balanced, never cutting anything off. */
import { breakPoints } from './hyphenate.ts';
import { type TextStyle, textWidth } from './measure.ts';

type Piece = { text: string /** Joined to the piece before without a space. */; glued: boolean };

/** Words; a long dash or a stroke inside a word allows a break after it. A hyphen does not: "Bio-Honig" is read as one word. */
function pieces(text: string): Piece[] {
  return text
    .split(' ')
    .filter(Boolean)
    .flatMap((word) => {
      const parts = word.split(/(?<=\p{L}{2}[–—/])(?=\p{L}{2})/u);
      return parts.map((part, index) => ({ text: part, glued: index > 0 }));
    });
}

const join = (some: Piece[]) => some.map((piece, index) => (index > 0 && !piece.glued ? ` ${piece.text}` : piece.text)).join('');

const endsSentence = (line: string) => /[.!?…]$/u.test(line);

type Broken = { lines: string[] /** At 1 px. */; widest: number };

const remembered = new Map<string, Broken | null>();

/** Which breaks look best does not depend on the size, so each text is thought about once. */
function breakInto(words: Piece[], count: number, style: TextStyle, text: string): Broken | null {
  const key = `${style.face}|${style.tracking}|${count}|${text}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size > 2_000) remembered.clear();
  const found = count > words.length ? null : bestBreak(words, count, style);
  remembered.set(key, found);
  return found;
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
    const last = words.length - (count - starts.length);
    for (let to = from + 1; to <= last; to += 1) {
      const ends = endsSentence(words[to - 1]?.text ?? '');
      walk([...starts, to], Math.max(widest, width(from, to)), bonus + (ends ? 0.12 : 0));
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
  const words = pieces(text);
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

/** Splits each word that is wider than `maxWidth`: after a hyphen of its own, else with one between syllables, or, where none fits, between letters. */
export function hyphenateWide(text: string, style: TextStyle, px: number, maxWidth: number): string {
  const split = (word: string): string[] => {
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
