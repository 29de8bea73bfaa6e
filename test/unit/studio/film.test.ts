import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawFilm, drawFrame, prepareFilm } from '../../../adapters/studio/worker/film/draw-film.ts';
import { i420Size, toI420 } from '../../../adapters/studio/worker/film/i420.ts';
import { loudnessOf } from '../../../adapters/studio/worker/film/loudness.ts';
import { composeMusic } from '../../../adapters/studio/worker/film/music.ts';
import { registerFonts } from '../../../adapters/studio/worker/fonts.ts';
import { isInside, textBox } from '../../../adapters/studio/worker/layout/placed.ts';
import { preparePhoto } from '../../../adapters/studio/worker/prepare/prepare-photo.ts';
import { formats } from '../../../src/generation/formats.ts';
import { lookIds } from '../../../src/generation/recipe.ts';
import { recipeOf, words } from '../../support/studio/matrix.ts';
import { busyScene, plainBottle, wideProduct } from '../../support/studio/pictures.ts';

const run = promisify(execFile);
const format = formats['story-film'];

async function photoOf(bytes: Buffer) {
  const outcome = await preparePhoto(bytes);
  if (!outcome.ok) throw new Error(outcome.problem.kind);
  return outcome.value;
}

describe('colours on their way into the film', () => {
  it('are converted as ffmpeg itself would', () => {
    const [width, height] = [256, 128];
    const ctx = createCanvas(width, height).getContext('2d');
    for (let x = 0; x < width; x += 16) {
      for (let y = 0; y < height; y += 16) {
        ctx.fillStyle = `rgb(${x}, ${y * 2}, ${(x * 7 + y * 3) % 256})`;
        ctx.fillRect(x, y, 16, 16);
      }
    }
    const rgba = ctx.canvas.data();
    const own = new Uint8Array(i420Size(width, height));
    toI420(rgba, width, height, own);
    const size = ['-f', 'rawvideo', '-video_size', `${width}x${height}`];
    const scale = 'scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd+full_chroma_inp';
    const theirs = spawnSync(
      'ffmpeg',
      ['-v', 'error', ...size, '-pix_fmt', 'rgba', '-i', '-', '-vf', scale, '-pix_fmt', 'yuv420p', '-f', 'rawvideo', '-'],
      { input: rgba },
    );
    expect(theirs.stdout.length).toBe(own.length);
    const sum = own.reduce((total, value, index) => total + Math.abs(value - (theirs.stdout[index] ?? 0)), 0);
    expect(sum / own.length).toBeLessThan(1);
  });
});

describe('the music', () => {
  it('is as loud as platforms ask, begins and ends in silence, and fits the frames exactly', () => {
    for (const look of lookIds) {
      const bytes = composeMusic(look);
      expect(bytes.length).toBe(384_384 * 4);
      const samples = new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
      const channel = (offset: number) =>
        Float32Array.from({ length: samples.length / 2 }, (_, index) => (samples[index * 2 + offset] ?? 0) / 32_768);
      expect(loudnessOf([channel(0), channel(1)])).toBeGreaterThan(-17.2);
      expect(loudnessOf([channel(0), channel(1)])).toBeLessThan(-15);
      expect(Math.abs(samples[0] ?? 1)).toBeLessThan(40);
      expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(40);
    }
  });
});

describe('the film', () => {
  let folder = '';
  let file = '';
  const progress: number[] = [];
  beforeAll(async () => {
    registerFonts();
    folder = await mkdtemp(join(tmpdir(), 'film-test-'));
    file = join(folder, 'film.mp4');
    const photos = [await photoOf(plainBottle()), await photoOf(wideProduct())];
    const [first] = photos;
    const recipe = recipeOf('block', 'cutout', words.short, first?.facts.palette ?? []);
    await writeFile(file, await drawFilm({ recipe, photos, format }, (done) => progress.push(done)));
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is what every platform takes', async () => {
    const { stdout } = await run('ffprobe', ['-v', 'error', '-show_streams', '-show_format', '-of', 'json', file]);
    const { streams, format: container } = JSON.parse(stdout);
    const [video, audio] = streams;
    expect(video).toMatchObject({
      codec_name: 'h264',
      profile: 'High',
      pix_fmt: 'yuv420p',
      width: 1080,
      height: 1920,
      has_b_frames: 0,
      r_frame_rate: '30000/1001',
      avg_frame_rate: '30000/1001',
      nb_frames: '240',
      start_time: '0.000000',
      color_space: 'bt709',
      color_range: 'tv',
      field_order: 'progressive',
    });
    expect(audio).toMatchObject({ codec_name: 'aac', profile: 'LC', sample_rate: '48000', channels: 2, start_time: '0.000000' });
    expect(Number(container.duration)).toBeGreaterThan(8);
    expect(Number(container.duration)).toBeLessThan(8.05);
    expect(container.tags?.encoder ?? '').not.toMatch(/\d/);
  });

  it('begins to play before it is loaded whole, and has no edit list', async () => {
    const { readFile } = await import('node:fs/promises');
    const bytes = await readFile(file);
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
    expect(bytes.subarray(0, bytes.indexOf('mdat')).includes('elst')).toBe(false);
  });

  it('tells how far it is, in order', () => {
    expect(progress.length).toBeGreaterThan(20);
    expect([...progress].sort((a, b) => a - b)).toEqual(progress);
  });

  it('is never black at its ends, and moves in between', async () => {
    const grey = async (index: number) => {
      const { stdout } = await run(
        'ffmpeg',
        [
          '-v',
          'error',
          '-i',
          file,
          '-vf',
          `select=eq(n\\,${index}),scale=54:96`,
          '-frames:v',
          '1',
          '-f',
          'rawvideo',
          '-pix_fmt',
          'gray',
          '-',
        ],
        { encoding: 'buffer' },
      );
      return stdout;
    };
    const mean = (pixels: Buffer) => pixels.reduce((sum, value) => sum + value, 0) / pixels.length;
    const frames: Buffer[] = [];
    for (const index of [0, 30, 60, 100, 140, 180, 239]) frames.push(await grey(index));
    for (const frame of frames) expect(mean(frame)).toBeGreaterThan(50);
    frames.slice(1).forEach((frame, index) => {
      const change = frame.reduce((sum, value, at) => sum + Math.abs(value - (frames[index]?.[at] ?? 0)), 0) / frame.length;
      expect(change).toBeGreaterThan(0.3);
    });
  });
});

describe('every film', () => {
  it('keeps all its text in the box that all four platforms leave free, in each look, with long and short text', async () => {
    registerFonts();
    const [cutout, framed] = [await photoOf(plainBottle()), await photoOf(busyScene())];
    const ctx = createCanvas(format.width, format.height).getContext('2d');
    for (const look of lookIds) {
      for (const photo of [cutout, framed]) {
        for (const text of [words.long, words['one word'], words['German compound']]) {
          const recipe = recipeOf(look, photo.facts.route, text, photo.facts.palette);
          const film = await prepareFilm({ recipe, photos: [photo], format });
          for (const { column, badge } of film.plans) {
            const texts = [...(column?.texts ?? []), ...(column?.button ? [column.button.label] : []), ...(badge?.texts ?? [])];
            for (const one of texts) {
              expect(isInside(textBox(one), format.safe, 1), `${look} ${one.role}`).toBe(true);
              expect(one.fitted.px).toBeGreaterThanOrEqual(24);
            }
          }
          drawFrame(ctx, film, format, 7.9);
        }
      }
    }
  });
});
