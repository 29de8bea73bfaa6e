/** A short bed of music, composed by rule: soft chords, a plucked figure and a light pulse. */
import type { LookId } from '../../../../src/generation/recipe.ts';
import { seededRandom } from '../drawing/grain.ts';
import { loudnessOf } from './loudness.ts';
import { filmSeconds } from './timeline.ts';

export const sampleRate = 48_000;
const wantedLoudness = -16;
const count = Math.round(filmSeconds * sampleRate);

/** MIDI notes of four bars of two seconds; each mood has its own. */
type Mood = { chords: number[][]; beat: number; pluck: number; kick: number; brightness: number };

const moods = {
  editorial: {
    chords: [
      [53, 60, 64, 69],
      [50, 57, 60, 65],
      [46, 58, 62, 65],
      [48, 60, 64, 67],
    ],
    beat: 0.5,
    pluck: 0.5,
    kick: 0.35,
    brightness: 0.35,
  },
  block: {
    chords: [
      [48, 60, 64, 67],
      [45, 60, 64, 69],
      [41, 60, 65, 69],
      [43, 59, 62, 67],
    ],
    beat: 0.5,
    pluck: 0.7,
    kick: 0.85,
    brightness: 0.7,
  },
  spotlight: {
    chords: [
      [45, 57, 60, 64],
      [41, 57, 60, 65],
      [48, 55, 60, 64],
      [43, 55, 59, 62],
    ],
    beat: 0.5,
    pluck: 0.45,
    kick: 0.7,
    brightness: 0.3,
  },
} as const satisfies Record<string, Mood>;

const moodOf = {
  editorial: moods.editorial,
  block: moods.block,
  spotlight: moods.spotlight,
  magazine: moods.editorial,
  minimal: moods.spotlight,
  offer: moods.block,
} as const satisfies Record<LookId, Mood>;

const steps = 8_192;
const sineTable = Float32Array.from({ length: steps }, (_, index) => Math.sin((2 * Math.PI * index) / steps));
/** Of a phase counted in whole turns. */
const sine = (turns: number) => sineTable[((turns * steps) | 0) & (steps - 1)] ?? 0;

const hertz = (note: number) => 440 * 2 ** ((note - 69) / 12);

type Stereo = { left: Float32Array; right: Float32Array };

/** Adds one voice; `shape` is its value over its own seconds. */
function addVoice(sound: Stereo, from: number, length: number, pan: number, shape: (seconds: number) => number): void {
  const first = Math.round(from * sampleRate);
  const last = Math.min(count, first + Math.round(length * sampleRate));
  for (let index = Math.max(0, first); index < last; index += 1) {
    const value = shape((index - first) / sampleRate);
    sound.left[index] = (sound.left[index] ?? 0) + value * (1 - pan);
    sound.right[index] = (sound.right[index] ?? 0) + value * (1 + pan);
  }
}

function addChord(sound: Stereo, from: number, chord: number[], mood: Mood): void {
  chord.forEach((note, voice) => {
    for (const detune of [-0.05, 0.05]) {
      const frequency = hertz(note + detune);
      addVoice(sound, from, 2.7, (voice % 2 === 0 ? 0.25 : -0.25) + detune * 3, (seconds) => {
        const swell = Math.min(1, seconds / 0.35) * Math.min(1, Math.max(0, (2.7 - seconds) / 0.8));
        const phase = frequency * seconds;
        const tone = sine(phase) + mood.brightness * (0.3 * sine(2 * phase) + 0.12 * sine(3 * phase));
        return 0.05 * swell * tone;
      });
    }
  });
}

function addPluck(sound: Stereo, from: number, note: number, strength: number, pan: number): void {
  const frequency = hertz(note);
  addVoice(sound, from, 0.9, pan, (seconds) => {
    const phase = frequency * seconds;
    const body = sine(phase) * Math.exp(-5.5 * seconds) + 0.4 * sine(2 * phase) * Math.exp(-9 * seconds);
    return strength * 0.16 * Math.min(1, seconds / 0.004) * (body + 0.15 * sine(4 * phase) * Math.exp(-22 * seconds));
  });
}

function addPulse(sound: Stereo, from: number, mood: Mood, random: () => number): void {
  addVoice(
    sound,
    from,
    0.28,
    0,
    (seconds) =>
      mood.kick * 0.42 * Math.sin(2 * Math.PI * (52 * seconds - 1.9 * Math.exp(-28 * seconds))) * Math.exp(-13 * seconds),
  );
  addVoice(sound, from + mood.beat / 2, 0.06, 0.3, (seconds) => mood.kick * 0.035 * (random() * 2 - 1) * Math.exp(-70 * seconds));
}

function compose(mood: Mood): Stereo {
  const sound = { left: new Float32Array(count), right: new Float32Array(count) };
  const random = seededRandom(23);
  const figure = [3, 1, 2, 3, 1, 3, 2, 1];
  mood.chords.forEach((chord, bar) => {
    addChord(sound, bar * 2, chord, mood);
    for (let beat = 0; beat < 4; beat += 1) addPulse(sound, bar * 2 + beat * mood.beat, mood, random);
    figure.forEach((voice, step) => {
      const note = (chord[voice] ?? 60) + 12;
      addPluck(sound, bar * 2 + step * 0.25, note, mood.pluck * (step % 2 === 0 ? 1 : 0.7), step % 2 === 0 ? -0.3 : 0.3);
    });
  });
  return sound;
}

/** Quiet at both ends, -16 LUFS, never over full scale. */
export function composeMusic(look: LookId): Buffer {
  const { left, right } = compose(moodOf[look]);
  for (let index = 0; index < count; index += 1) {
    const seconds = index / sampleRate;
    const fade = Math.min(1, seconds / 0.03) * Math.min(1, (filmSeconds - seconds) / 0.7);
    left[index] = (left[index] ?? 0) * fade;
    right[index] = (right[index] ?? 0) * fade;
  }
  const gain = 10 ** ((wantedLoudness - loudnessOf([left, right])) / 20);
  const bytes = Buffer.alloc(count * 4);
  const ceiling = 0.84;
  const limited = (value: number) => {
    const size = Math.abs(value);
    return size <= 0.6 ? value : Math.sign(value) * (0.6 + (ceiling - 0.6) * Math.tanh((size - 0.6) / (ceiling - 0.6)));
  };
  for (let index = 0; index < count; index += 1) {
    bytes.writeInt16LE(Math.round(limited((left[index] ?? 0) * gain) * 32_767), index * 4);
    bytes.writeInt16LE(Math.round(limited((right[index] ?? 0) * gain) * 32_767), index * 4 + 2);
  }
  return bytes;
}
