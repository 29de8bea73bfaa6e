/** The timeline of a film: which scenes it has, what is read in each, and when they begin. One plan for every shape. No input, no output. */
import { extentOf, partSentences } from '../copy/writing.ts';
import type { Recipe } from '../recipe.ts';
import { beats, moodOf } from './moods.ts';

export const frameRate = { numerator: 30_000, denominator: 1_001 } as const;
/** 29.97 a second: 8 seconds are 240 frames, which last 8.008. */
export const framesOf = (seconds: number): number => Math.round(seconds * 30);
export const secondsOf = (frame: number): number => (frame * frameRate.denominator) / frameRate.numerator;

/** `hook`: headline and product. `proof` and `detail`: the product close by, with a sentence. `offer`: the price, large. `end`: everything needed to act. */
export const sceneNames = ['hook', 'proof', 'detail', 'offer', 'end'] as const;
export type SceneName = (typeof sceneNames)[number];

/** `from` and `seconds` on the film's own clock. `statement`: the sentence of the scene; empty where it shows the product alone. */
export type FilmScene = { name: SceneName; from: number; seconds: number; statement: string };

/** Seconds that a scene lasts at least, without anything to read. */
const least: Readonly<Record<SceneName, number>> = { hook: 1.8, proof: 1.8, detail: 1.8, offer: 2, end: 2.4 };
/** How what is left over is shared out. */
const weights: Readonly<Record<SceneName, number>> = { hook: 1, proof: 1.1, detail: 1, offer: 0.9, end: 1.2 };

/** Until a text stands still, and how many letters a person reads in a second; full-width characters count double. */
const [revealSeconds, lettersASecond] = [0.5, 17];
export const readingSeconds = (text: string): number =>
  text === '' ? 0 : Math.max(1.2, revealSeconds + extentOf(text) / lettersASecond);

/** Below the first, only a beginning and an end have room; from the second on there is room for every scene. */
const [shortest, roomy] = [7, 11];
/** The part of a film that one sentence may take. */
const mostOfFilm = 0.42;

export function planScenes({ copy, look }: Pick<Recipe, 'copy' | 'look'>, seconds: number): FilmScene[] {
  const [statement, second] = statementsOf(copy.body, seconds);
  const names = sceneNames.filter((name) => {
    if (name === 'proof') return seconds >= shortest;
    if (name === 'detail') return seconds >= roomy && second !== '';
    if (name === 'offer') return seconds >= roomy && copy.price !== '';
    return true;
  });
  const wanted = names.map((name) => ({ name, statement: name === 'proof' ? statement : name === 'detail' ? second : '' }));
  const beat = beats[moodOf[look]];
  // A cut may come half a beat before its time; what is to be read is still read.
  const timed = wanted.map((scene) => ({ ...scene, seconds: neededBy(scene, copy) + beat / 2 }));
  return onBeats(shareOut(fitting(timed, seconds), seconds), beat, seconds);
}

/** The sentences of the body that can be read in the time there is, one or two scenes of them. */
function statementsOf(body: string, seconds: number): [string, string] {
  const fits = (text: string) => readingSeconds(text) <= seconds * mostOfFilm;
  if (seconds < shortest || body === '') return ['', ''];
  const [first = '', ...others] = partSentences(body);
  if (others.length > 0 && seconds >= roomy) {
    const rest = body.slice(body.indexOf(first) + first.length).trim();
    if (fits(first)) return [first, fits(rest) ? rest : ''];
  }
  return [fits(body) ? body : fits(first) ? first : '', ''];
}

type Timed = { name: SceneName; statement: string; seconds: number };

function neededBy({ name, statement }: Omit<Timed, 'seconds'>, { headline, price, oldPrice }: Recipe['copy']): number {
  const read = name === 'hook' ? headline : name === 'offer' ? `${price} ${oldPrice}` : statement;
  return Math.max(least[name], readingSeconds(read));
}

const total = (scenes: readonly Timed[]): number => scenes.reduce((sum, { seconds }) => sum + seconds, 0);

/** What can be missed goes first; a headline too long for a short film is on the end card as well. */
function fitting(scenes: Timed[], seconds: number): Timed[] {
  let kept = scenes;
  for (const name of ['detail', 'offer', 'proof'] as const) {
    if (total(kept) > seconds) kept = kept.filter((scene) => scene.name !== name);
  }
  const over = total(kept) / seconds;
  return over > 1 ? kept.map((scene) => ({ ...scene, seconds: scene.seconds / over })) : kept;
}

function shareOut(scenes: Timed[], seconds: number): Timed[] {
  const free = seconds - total(scenes);
  const parts = scenes.reduce((sum, { name }) => sum + weights[name], 0);
  return scenes.map((scene) => ({ ...scene, seconds: scene.seconds + (free * weights[scene.name]) / parts }));
}

/** Each scene begins with the beat nearest to its time; the last one takes what is left. */
function onBeats(scenes: readonly Timed[], beat: number, seconds: number): FilmScene[] {
  let at = 0;
  const starts = scenes.map((scene) => {
    const start = Math.round(at / beat) * beat;
    at += scene.seconds;
    return start;
  });
  return scenes.map(({ name, statement }, index) => {
    const from = starts[index] ?? 0;
    return { name, statement, from, seconds: (starts[index + 1] ?? seconds) - from };
  });
}
