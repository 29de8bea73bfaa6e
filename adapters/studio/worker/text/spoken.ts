/** Sets a look's type in the script of the words: spacing that suits Latin letters tears or crowds others. */
import type { BrandFont } from '../brand-font/brand-font.ts';
import type { TextStyle } from './measure.ts';
import { type HanScript, isHan, type Script, scriptOf } from './script.ts';

/** Lines closer than this are those of headlines. */
const tight = 1.25;
/** In em. Full-width characters have no space of their own above and below. */
const hanLines = { headline: 1.26, text: 1.6 } as const;
/** Accents stand above Greek and Cyrillic letters; the condensed family of these scripts leaves more air by itself. */
const accentedLines = { condensed: 0.98, others: 1.14 } as const;
/** Vietnamese letters carry one mark upon another. */
const stacked = /[ạ-ỹ]/iu;
const stackedLines = 1.24;
/** In em. */
const widestTracking = 0.06;

/** What the words of an ad are set with besides the look's own type. */
export type Voice = { han: HanScript; font: BrandFont | null };
/** Headlines and prices, or the rest. */
export type Rank = 'display' | 'text';

export function spoken(style: TextStyle, text: string, { han, font }: Voice, rank: Rank): TextStyle {
  const set = inScript(style, text, han);
  const isOwn = font && (rank === 'display' || font.use === 'everything') && font.covers(text);
  return isOwn ? { ...set, own: font.alias, lineHeight: roomy(set.lineHeight) } : set;
}

/** Nobody knows how tall the letters of a brand's own font are. */
const roomy = (lineHeight: number): number => (lineHeight <= 1 ? lineHeight : Math.max(1.16, lineHeight));

function inScript(style: TextStyle, text: string, han: HanScript): TextStyle {
  const script = scriptOf(text, han);
  if (script === 'latin') return stacked.test(text) ? { ...style, lineHeight: Math.max(style.lineHeight, stackedLines) } : style;
  return { ...style, script, lineHeight: lineHeightOf(style, script), tracking: trackingOf(style, script) };
}

function lineHeightOf({ face, lineHeight }: TextStyle, script: Script): number {
  if (lineHeight <= 1) return lineHeight;
  if (!isHan(script)) return face === 'condensed' ? accentedLines.condensed : Math.max(accentedLines.others, lineHeight);
  return Math.max(lineHeight, lineHeight < tight ? hanLines.headline : hanLines.text);
}

const trackingOf = ({ tracking }: TextStyle, script: Script): number =>
  isHan(script) ? Math.min(widestTracking, Math.max(0, tracking)) : tracking;
