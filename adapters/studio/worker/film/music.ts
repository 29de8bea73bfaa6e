/** A bed of music, composed by rule for one film: chords, a plucked figure, bass and a light pulse, with an accent on each cut. */
import { beats, type MoodId, moodOf } from '../../../../src/generation/film/moods.ts';
import { planScenes, secondsOf } from '../../../../src/generation/film/timeline.ts';
import type { Recipe } from '../../../../src/generation/recipe.ts';
import { bass, boom, hat, kick, lift, pad, pluck, sampleRate, type Tone } from './instruments.ts';
import { loudnessOf } from './loudness.ts';

const wantedLoudness = -16;

/** `chords`: MIDI notes, one chord a bar of four beats, from the start again when they are through. `figure`: which note of the chord is plucked, twice a beat; -1: none. */
type Mood = { chords: number[][]; figure: number[]; pluck: number; kick: number; hat: number; bass: number; brightness: number };

const moods: Readonly<Record<MoodId, Mood>> = {
  warm: {
    chords: [
      [53, 60, 64, 69],
      [50, 57, 60, 65],
      [46, 58, 62, 65],
      [48, 60, 64, 67],
    ],
    figure: [3, -1, 2, 3, 1, 3, 2, -1],
    pluck: 0.55,
    kick: 0.3,
    hat: 0.5,
    bass: 0.6,
    brightness: 0.35,
  },
  bright: {
    chords: [
      [48, 60, 64, 67],
      [45, 60, 64, 69],
      [41, 60, 65, 69],
      [43, 59, 62, 67],
    ],
    figure: [3, 1, 2, 3, 1, 3, 2, 1],
    pluck: 0.7,
    kick: 0.85,
    hat: 1,
    bass: 0.9,
    brightness: 0.7,
  },
  deep: {
    chords: [
      [45, 57, 60, 64],
      [41, 57, 60, 65],
      [48, 55, 60, 64],
      [43, 55, 59, 62],
    ],
    figure: [1, -1, 3, 2, -1, 1, 2, 3],
    pluck: 0.45,
    kick: 0.75,
    hat: 0.6,
    bass: 1,
    brightness: 0.3,
  },
  gentle: {
    chords: [
      [48, 55, 64, 71],
      [45, 52, 60, 67],
      [41, 53, 60, 69],
      [43, 55, 62, 69],
    ],
    figure: [3, -1, -1, 2, -1, 3, -1, 1],
    pluck: 0.6,
    kick: 0,
    hat: 0,
    bass: 0.5,
    brightness: 0.25,
  },
  driving: {
    chords: [
      [45, 57, 64, 69],
      [43, 55, 62, 67],
      [41, 53, 60, 65],
      [43, 55, 62, 71],
    ],
    figure: [1, 2, 3, 2, 1, 3, 2, 3],
    pluck: 0.6,
    kick: 1,
    hat: 1,
    bass: 1,
    brightness: 0.6,
  },
};

type Stereo = { left: Float32Array; right: Float32Array };

/** `pan`: -1 is left, 1 is right. */
function lay(sound: Stereo, tone: Tone, from: number, strength: number, pan = 0): void {
  const first = Math.round(from * sampleRate);
  const [left, right] = [strength * (1 - pan), strength * (1 + pan)];
  const end = Math.min(tone.length, sound.left.length - first);
  for (let index = Math.max(0, -first); index < end; index += 1) {
    const value = tone[index] as number;
    sound.left[first + index] = (sound.left[first + index] as number) + value * left;
    sound.right[first + index] = (sound.right[first + index] as number) + value * right;
  }
}

function remembered(make: (note: number) => Tone): (note: number) => Tone {
  const known = new Map<number, Tone>();
  return (note) => {
    const tone = known.get(note) ?? make(note);
    known.set(note, tone);
    return tone;
  };
}

function compose(mood: Mood, beat: number, seconds: number, cuts: readonly number[]): Stereo {
  const count = Math.round(seconds * sampleRate);
  const sound = { left: new Float32Array(count), right: new Float32Array(count) };
  const bar = 4 * beat;
  const tones = {
    pad: remembered((note) => pad(note, bar, mood.brightness)),
    pluck: remembered(pluck),
    bass: remembered((note) => bass(note, beat * 1.8)),
  };
  const [kicked, struck] = [kick(), hat()];
  for (let index = 0; index * bar < seconds; index += 1) {
    const from = index * bar;
    const chord = mood.chords[index % mood.chords.length] ?? [];
    chord.forEach((note, voice) => {
      for (const detune of [-0.05, 0.05]) {
        lay(sound, tones.pad(note + detune), from, 1, (voice % 2 === 0 ? 0.25 : -0.25) + detune * 3);
      }
    });
    for (let count = 0; count < 4; count += 1) {
      const at = from + count * beat;
      if (mood.kick > 0) lay(sound, kicked, at, mood.kick);
      if (mood.hat > 0) lay(sound, struck, at + beat / 2, mood.hat, 0.3);
      if (count % 2 === 0) lay(sound, tones.bass((chord[0] ?? 48) - 12), at, mood.bass);
    }
    mood.figure.forEach((voice, step) => {
      const note = chord[voice];
      if (note === undefined) return;
      const isOn = step % 2 === 0;
      lay(sound, tones.pluck(note + 12), from + (step * beat) / 2, mood.pluck * (isOn ? 1 : 0.7), isOn ? -0.3 : 0.3);
    });
  }
  for (const cut of cuts) {
    lay(sound, lift(beat), cut - beat, 1);
    lay(sound, boom(), cut, 0.6);
  }
  return sound;
}

/** 16-bit stereo at 48 kHz, as long as so many frames: quiet at both ends, -16 LUFS, never over full scale. All zero where the film is to be silent. */
export function composeMusic(recipe: Pick<Recipe, 'look' | 'copy' | 'isSilent'>, frames: number): Buffer {
  const seconds = secondsOf(frames);
  const count = Math.round(seconds * sampleRate);
  const bytes = Buffer.alloc(count * 4);
  if (recipe.isSilent) return bytes;
  const mood = moodOf[recipe.look];
  const cuts = planScenes(recipe, seconds).flatMap(({ from }) => (from > 0 ? [from] : []));
  const { left, right } = compose(moods[mood], beats[mood], seconds, cuts);
  for (const channel of [left, right]) fadeEnds(channel, seconds);
  const gain = 10 ** ((wantedLoudness - loudnessOf([left, right])) / 20);
  const samples = new Int16Array(bytes.buffer, bytes.byteOffset, count * 2);
  for (let index = 0; index < count; index += 1) {
    samples[index * 2] = Math.round(limited((left[index] as number) * gain) * 32_767);
    samples[index * 2 + 1] = Math.round(limited((right[index] as number) * gain) * 32_767);
  }
  return bytes;
}

function fadeEnds(channel: Float32Array, seconds: number): void {
  for (let index = 0; index < channel.length; index += 1) {
    const at = index / sampleRate;
    const fade = Math.min(1, at / 0.03) * Math.min(1, (seconds - at) / 0.7);
    if (fade < 1) channel[index] = (channel[index] as number) * fade;
  }
}

const [knee, ceiling] = [0.6, 0.84];

function limited(value: number): number {
  const size = Math.abs(value);
  return size <= knee ? value : Math.sign(value) * (knee + (ceiling - knee) * Math.tanh((size - knee) / (ceiling - knee)));
}
