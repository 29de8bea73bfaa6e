/** Films of 8 and 15 seconds through the sandbox, beside ffmpeg encoding the very frames that the studio drew, and the memory they take. */
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { ffmpegArguments } from '../../adapters/studio/worker/film/encode-film.ts';
import { withXmp } from '../../adapters/studio/worker/mark/xmp.ts';
import { formats } from '../../src/generation/formats.ts';
import type { Sandbox, Studio } from '../../src/generation/ports.ts';
import { type LookId, lookIds } from '../../src/generation/recipe.ts';
import { inBenchFolder } from './bench-folder.ts';
import { recordFilm } from './film-recording.ts';
import { type Peak, watchMemory } from './job-memory.ts';
import { median, medianRatio, takeTurns, timed } from './measure.ts';
import type { Figure } from './report.ts';
import { cameraPhoto, prepared, recipeFor, withStudio } from './studio-on-stage.ts';

const { FFMPEG_PATH } = process.env;
const rounds = 3;
const mostTimesTheFloor = 1.8;
const mostMegabytes = 400;
const mostFirstTryBytes = 10 * 1_048_576;
const measured = ['story-film', 'story-film-15'] as const;
type Measured = (typeof measured)[number];

type Film = { ms: number; peak: Peak | null; bytes: Uint8Array };
type LookFigure = { look: LookId; ours: number; floor: number; ratio: number; bytes: number; peak: Peak };

export async function film(): Promise<Figure[]> {
  const photo = await cameraPhoto();
  return withStudio(async (studio, sandbox) => {
    const figures: Figure[] = [];
    const { level } = await sandbox.level();
    for (const format of measured) {
      const looks: LookFigure[] = [];
      for (const look of lookIds) looks.push(await measureLook({ studio, sandbox, photo }, look, format));
      figures.push(...figuresOf(format, looks, { level, bare: await bareEncode(format) }));
    }
    return figures;
  });
}

function figuresOf(format: Measured, looks: LookFigure[], { level, bare }: { level: string; bare: number }): Figure[] {
  const { seconds } = formats[format];
  const worst = looks.reduce((a, b) => (b.ratio > a.ratio ? b : a));
  const peak = highest(looks);
  const small = looks.filter(({ bytes }) => bytes <= mostFirstTryBytes).length;
  return [
    {
      name: `film, ${seconds} s`,
      what: `${seconds}-second 1080x1920 film with sound, the slowest of ${looks.length} looks (${worst.look})`,
      unit: 'ms',
      ours: worst.ours,
      floor: worst.floor,
      ratio: worst.ratio,
      limit: { of: 'ratio', most: mostTimesTheFloor },
      notes: [
        ...looks.map(
          ({ look, ours, floor, ratio, bytes }) =>
            `${look}: ours ${ours.toFixed(0)} ms, floor ${floor.toFixed(0)} ms, ratio ${ratio.toFixed(2)}, ${(bytes / 1_048_576).toFixed(1)} MiB`,
        ),
        `${(worst.ours / bare).toFixed(2)} times a bare test picture of the same length and size (${bare.toFixed(0)} ms)`,
        `${small} of ${looks.length} under 10 MiB at the first try`,
        `${rounds} rounds a look, sandbox level "${level}"; both sides made the same film, byte for byte`,
      ],
    },
    {
      name: `film, ${seconds} s, memory`,
      what: 'worker and ffmpeg together at their peak, resident pages',
      unit: 'MB',
      ours: peak.megabytes,
      floor: null,
      limit: { of: 'value', most: mostMegabytes },
      notes: [peak.parts.map(({ name, megabytes }) => `${name} ${megabytes.toFixed(0)}`).join(', ')],
    },
  ];
}

/** What the encoder itself takes for pictures that it makes up, with the same settings and without sound. */
function bareEncode(format: Measured): Promise<number> {
  return inBenchFolder(async (folder) => {
    const { width, height, seconds } = formats[format];
    const told = ffmpegArguments({ width, height }, '', `${folder}/bare.mp4`);
    const output = told.slice(told.indexOf('-c:v')).filter((one) => !one.includes('setts') && one !== '-bsf:a');
    const source = ['-f', 'lavfi', '-i', `testsrc=size=${width}x${height}:rate=30000/1001:duration=${seconds}`];
    return timed(async () => void execFileSync(FFMPEG_PATH ?? 'ffmpeg', ['-loglevel', 'error', '-y', ...source, ...output]));
  });
}

type Stage = { studio: Studio; sandbox: Sandbox; photo: Uint8Array };

function measureLook({ studio, sandbox, photo }: Stage, look: LookId, format: Measured): Promise<LookFigure> {
  return inBenchFolder(async (folder) => {
    const ready = await prepared(studio, photo);
    const recipe = recipeFor(ready, look);
    const recording = await recordFilm({ recipe, photo: ready, format }, folder);
    const sides = {
      ours: async (): Promise<Film> => {
        await sandbox.level();
        const stopWatching = watchMemory('ffmpeg');
        let bytes: Uint8Array = new Uint8Array(0);
        const signal = new AbortController().signal;
        const onFile = async (file: { bytes: Uint8Array }) => {
          bytes = file.bytes;
        };
        const ms = await timed(() => studio.drawFilm({ recipe, photos: [ready], format }, { signal, onFile }));
        const peak = stopWatching();
        await sandbox.level();
        return { ms, peak, bytes };
      },
      floor: async (): Promise<Film> => {
        let file = '';
        const ms = await timed(async () => {
          file = await recording.encode();
        });
        // What the file says of itself is added after encoding, on one side by the studio.
        return { ms, peak: null, bytes: withXmp(await readFile(file), 'video/mp4', 'studio') };
      },
    };
    const { ours, floor } = await takeTurns(rounds, sides);
    sameFilm([...ours, ...floor]);
    const [oursMs, floorMs] = [ours.map((one) => one.ms), floor.map((one) => one.ms)];
    const bytes = Math.max(...ours.map((one) => one.bytes.length));
    const ratio = medianRatio(oursMs, floorMs);
    return { look, ours: median(oursMs), floor: median(floorMs), ratio, bytes, peak: highest(ours) };
  });
}

const highest = (some: readonly { peak: Peak | null }[]): Peak =>
  some.flatMap(({ peak }) => peak ?? []).reduce((a, b) => (b.megabytes > a.megabytes ? b : a));

/** A floor that encodes something else would be no floor. */
function sameFilm(films: readonly Film[]): void {
  const [first, ...others] = films;
  if (!first || first.bytes.length === 0 || others.some((one) => !Buffer.from(one.bytes).equals(first.bytes))) {
    throw new Error('The studio and the floor did not make the same film: the frames recorded are not the frames drawn');
  }
}
