/** Breaks text into lines that look balanced, never cutting anything off. */
import { breakPoints } from './hyphenate.ts';
import { type TextStyle, textWidth } from './measure.ts';

type Piece = { text: string; /** Joined to the piece before without a space. */ glued: boolean };

/** Words; a long dash or a hyphen inside a word allows a break after it. */
function pieces(text: string): Piece[] {
  return text
    .split(' ')
    .filter(Boolean)
    .flatMap((word) => {
      const parts = word.split(/(?<=\p{L}{2}[-–—/])(?=\p{L}{2})/u);
      return parts.map((part, index) => ({ text: part, glued: index > 0 }));
    });
}

const join = (some: Piece[]) => some.map((piece, index) => (index > 0 && !piece.glued ? ` ${piece.text}` : piece.text)).join('');

const endsSentence = (line: string) => /[.!?…]$/u.test(line);

type Broken = { lines: string[]; widest: number };

/** The best way into exactly `count` lines: the narrowest widest line, a little in favour of ending lines where a sentence ends. */
function breakInto(words: Piece[], count: number, style: TextStyle, px: number): Broken | null {
  if (count > words.length) return null;
  const width = (from: number, to: number) => textWidth(join(words.slice(from, to)), style, px);
  let best: { cost: number; starts: number[] } | null = null;
  const walk = (from: number, starts: number[], widest: number, bonus: number) => {
    if (best && widest * 0.8 > best.cost) return;
    if (starts.length === count) {
      const cost = Math.max(widest, width(from, words.length)) * (1 - bonus);
      if (!best || cost < best.cost - 0.01) best = { cost, starts: [...starts] };
      return;
    }
    const last = words.length - (count - starts.length);
    for (let to = from + 1; to <= last; to += 1) {
      const line = join(words.slice(from, to));
      walk(to, [...starts, to], Math.max(widest, textWidth(line, style, px)), bonus + (endsSentence(line) ? 0.12 : 0));
    }
  };
  walk(0, [0], 0, 0);
  const found = best as { starts: number[] } | null;
  if (!found) return null;
  const lines = found.starts.map((start, index) => join(words.slice(start, found.starts[index + 1] ?? words.length)));
  return { lines, widest: Math.max(...lines.map((line) => textWidth(line, style, px))) };
}

/** Long text: fill each line; quadratic balancing would be slow and is not seen in small type. */
function fill(words: Piece[], maxWidth: number, style: TextStyle, px: number): string[] {
  const lines: Piece[][] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line && textWidth(join([...line, word]), style, px) <= maxWidth) line.push(word);
    else lines.push([{ ...word, glued: false }]);
  }
  return lines.map(join);
}

/** Narrows the measure as far as the number of lines allows, so that no line is a lone word. */
function fillBalanced(words: Piece[], maxWidth: number, style: TextStyle, px: number): string[] {
  const loose = fill(words, maxWidth, style, px);
  let low = maxWidth / 2;
  let high = maxWidth;
  for (let round = 0; round < 7; round += 1) {
    const middle = (low + high) / 2;
    const lines = fill(words, middle, style, px);
    const fits = lines.length === loose.length && lines.every((line) => textWidth(line, style, px) <= maxWidth);
    if (fits) high = middle;
    else low = middle;
  }
  const tight = fill(words, high, style, px);
  return tight.length === loose.length ? tight : loose;
}

/** The fewest lines, at most `maxLines`, none wider than `maxWidth`; null when that cannot be. */
export function breakLines(text: string, style: TextStyle, px: number, maxWidth: number, maxLines: number): string[] | null {
  const words = pieces(text);
  if (words.length === 0) return [];
  if (words.length <= 12) {
    for (let count = 1; count <= Math.min(maxLines, words.length); count += 1) {
      const broken = breakInto(words, count, style, px);
      if (broken && broken.widest <= maxWidth) return broken.lines;
    }
    return null;
  }
  const lines = fillBalanced(words, maxWidth, style, px);
  const fits = lines.length <= maxLines && lines.every((line) => textWidth(line, style, px) <= maxWidth);
  return fits ? lines : null;
}

/** Splits each word that is wider than `maxWidth` with hyphens, or, where no syllable fits, between letters. */
export function hyphenateWide(text: string, style: TextStyle, px: number, maxWidth: number): string {
  const split = (word: string): string[] => {
    if (textWidth(word, style, px) <= maxWidth || [...word].length < 2) return [word];
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
