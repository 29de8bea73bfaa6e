/** The instruments of the film's music: each note is worked out once and then laid wherever it is played. */
import { seededRandom } from '../drawing/grain.ts';

export const sampleRate = 48_000;

/** One channel; samples from -1 to 1. */
export type Tone = Float32Array;

const steps = 8_192;
const sineTable = Float32Array.from({ length: steps }, (_, index) => Math.sin((2 * Math.PI * index) / steps));
/** Of a phase counted in whole turns. */
const sine = (turns: number) => sineTable[((turns * steps) | 0) & (steps - 1)] ?? 0;

const hertz = (note: number) => 440 * 2 ** ((note - 69) / 12);

function toneOf(length: number, shape: (seconds: number) => number): Tone {
  const tone = new Float32Array(Math.round(length * sampleRate));
  for (let index = 0; index < tone.length; index += 1) tone[index] = shape(index / sampleRate);
  return tone;
}

/** A soft voice that swells and fades, for chords. `length` in seconds. */
export function pad(note: number, length: number, brightness: number): Tone {
  const tone = new Float32Array(Math.round(length * 1.3 * sampleRate));
  const [rise, fall] = [0.35 * sampleRate, length * 0.35 * sampleRate];
  const step = (hertz(note) * steps) / sampleRate;
  const [second, third] = [brightness * 0.3, brightness * 0.12];
  // Written out, because half of all sound is made here.
  for (let index = 0; index < tone.length; index += 1) {
    const phase = (index * step) | 0;
    const swell = 0.05 * Math.min(1, index / rise, (tone.length - index) / fall);
    tone[index] =
      swell *
      ((sineTable[phase & (steps - 1)] as number) +
        second * (sineTable[(2 * phase) & (steps - 1)] as number) +
        third * (sineTable[(3 * phase) & (steps - 1)] as number));
  }
  return tone;
}

export function pluck(note: number): Tone {
  const frequency = hertz(note);
  return toneOf(0.9, (seconds) => {
    const phase = frequency * seconds;
    const body = sine(phase) * Math.exp(-5.5 * seconds) + 0.4 * sine(2 * phase) * Math.exp(-9 * seconds);
    return 0.16 * Math.min(1, seconds / 0.004) * (body + 0.15 * sine(4 * phase) * Math.exp(-22 * seconds));
  });
}

export function bass(note: number, length: number): Tone {
  const frequency = hertz(note);
  return toneOf(length, (seconds) => {
    const phase = frequency * seconds;
    const shape = Math.min(1, seconds / 0.012) * Math.min(1, (length - seconds) / 0.08) * Math.exp(-1.4 * seconds);
    return 0.17 * shape * (sine(phase) + 0.35 * sine(2 * phase));
  });
}

export const kick = (): Tone =>
  toneOf(0.28, (seconds) => 0.42 * sine(52 * seconds - 1.9 * Math.exp(-28 * seconds) + 4) * Math.exp(-13 * seconds));

export function hat(): Tone {
  const random = seededRandom(23);
  let before = 0;
  return toneOf(0.07, (seconds) => {
    const noise = random() * 2 - 1;
    const high = noise - before;
    before = noise;
    return 0.03 * high * Math.exp(-65 * seconds);
  });
}

/** A breath of air that grows towards a cut. */
export function lift(length: number): Tone {
  const random = seededRandom(31);
  let smooth = 0;
  return toneOf(length, (seconds) => {
    smooth += (random() * 2 - 1 - smooth) * (0.08 + (0.4 * seconds) / length);
    return 0.05 * (seconds / length) ** 2 * smooth;
  });
}

/** What a cut lands on. */
export const boom = (): Tone =>
  toneOf(0.9, (seconds) => 0.3 * sine(44 * seconds - 1.2 * Math.exp(-18 * seconds) + 4) * Math.exp(-5 * seconds));
