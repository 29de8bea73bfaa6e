import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createCanvas } from '@napi-rs/canvas';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawFilm, momentAt, prepareFilm } from '../../../adapters/studio/worker/film/draw-film.ts';
import { createFramePainter, drawMoment } from '../../../adapters/studio/worker/film/frame-painter.ts';
import { i420Size, toI420 } from '../../../adapters/studio/worker/film/i420.ts';
import { loudnessOf } from '../../../adapters/studio/worker/film/loudness.ts';
import { composeMusic } from '../../../adapters/studio/worker/film/music.ts';
import { showFilm } from '../../../adapters/studio/worker/film/show-film.ts';
import { registerFonts } from '../../../adapters/studio/worker/fonts.ts';
import { isInside, textBox } from '../../../adapters/studio/worker/layout/placed.ts';
import { preparePhoto } from '../../../adapters/studio/worker/prepare/prepare-photo.ts';
import { shotsOf } from '../../../src/generation/film/beside-film.ts';
import { formats } from '../../../src/generation/formats.ts';
import { lookIds } from '../../../src/generation/recipe.ts';
import { recipeOf, words } from '../../support/studio/matrix.ts';
import { busyScene, plainBottle, wideProduct } from '../../support/studio/pictures.ts';

const run = promisify(execFile);
const format = formats['story-film-6'];
const [shapes, frameCount] = [
  [formats['story-film-15'], formats['square-film-15'], formats['portrait-film-15'], formats['wide-film-15']],
  180,
];

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
    toI420(rgba, { x: 0, y: 0, width, height }, { width, height }, own);
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
  const palette = [{ colour: '#884422', share: 1 }];
  const sounds = (bytes: Buffer) => {
    const samples = new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
    const channel = (offset: number) =>
      Float32Array.from({ length: samples.length / 2 }, (_, index) => (samples[index * 2 + offset] ?? 0) / 32_768);
    return { samples, loudness: loudnessOf([channel(0), channel(1)]) };
  };

  it('is as loud as platforms ask, begins and ends in silence, and fits the frames exactly', () => {
    for (const look of lookIds) {
      for (const frames of [180, 240, 450]) {
        const bytes = composeMusic(recipeOf(look, 'cutout', words.short, palette), frames);
        expect(bytes.length).toBe(Math.round((frames * 1001 * 48_000) / 30_000) * 4);
        const { samples, loudness } = sounds(bytes);
        expect(loudness).toBeGreaterThan(-17.2);
        expect(loudness).toBeLessThan(-15);
        expect(Math.abs(samples[0] ?? 1)).toBeLessThan(40);
        expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(40);
      }
    }
  });

  it('differs in mood from look to look, and is left out where a film is to be silent', () => {
    const made = lookIds.map((look) => composeMusic(recipeOf(look, 'cutout', words.short, palette), 240));
    expect(new Set(made.map((bytes) => bytes.toString('latin1'))).size).toBeGreaterThan(2);
    const silent = composeMusic({ ...recipeOf('block', 'cutout', words.short, palette), isSilent: true }, 240);
    expect(silent.every((byte) => byte === 0)).toBe(true);
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
      nb_frames: String(frameCount),
      start_time: '0.000000',
      color_space: 'bt709',
      color_range: 'tv',
      field_order: 'progressive',
    });
    expect(audio).toMatchObject({ codec_name: 'aac', profile: 'LC', sample_rate: '48000', channels: 2, start_time: '0.000000' });
    expect(Number(container.duration)).toBeGreaterThan(6);
    expect(Number(container.duration)).toBeLessThan(6.05);
    expect(container.tags?.encoder ?? '').not.toMatch(/\d/);
  });

  it('begins to play before it is loaded whole, and has no edit list', async () => {
    const bytes = await readFile(file);
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
    expect(bytes.subarray(0, bytes.indexOf('mdat')).includes('elst')).toBe(false);
  });

  it('comes with a storyboard of its moments, and a poster that a web page can load at once', async () => {
    const recipe = recipeOf('block', 'cutout', words.short, [{ colour: '#884422', share: 1 }]);
    const shots = shotsOf(recipe, 'story-film-6');
    const { poster, storyboard } = await showFilm(await readFile(file), shots);
    expect(await sharp(poster).metadata()).toMatchObject({ format: 'jpeg', width: 720, height: 1280 });
    expect(poster.length).toBeLessThan(200_000);
    const sheet = await sharp(storyboard).metadata();
    expect(shots.frames).toHaveLength(3);
    expect(sheet.width).toBeGreaterThan(3 * 300);
    await expect(showFilm(await readFile(file), { ...shots, frames: [9_999] })).rejects.toThrow(/not all of these frames/u);
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
    for (const index of [0, 30, 60, 100, 140, 179]) frames.push(await grey(index));
    for (const frame of frames) expect(mean(frame)).toBeGreaterThan(50);
    frames.slice(1).forEach((frame, index) => {
      const change = frame.reduce((sum, value, at) => sum + Math.abs(value - (frames[index]?.[at] ?? 0)), 0) / frame.length;
      expect(change).toBeGreaterThan(0.3);
    });
  });
});

describe('a film drawn in parts', () => {
  it('shows the same pixels as one drawn whole, frame by frame', async () => {
    registerFonts();
    const photo = await photoOf(plainBottle());
    const recipe = recipeOf('editorial', 'cutout', words.short, photo.facts.palette);
    const film = await prepareFilm({ recipe, photos: [photo], format });
    const [size, { width, height }] = [i420Size(format.width, format.height), format];
    const painter = createFramePainter(width, height);
    const ctx = createCanvas(width, height).getContext('2d');
    ctx.imageSmoothingQuality = 'low';
    const [parts, whole] = [new Uint8Array(size), new Uint8Array(size)];
    for (const index of [0, 1, 2, 20, 21, 60, 70, 71, 76, 77, 90, 91, 120, 179]) {
      const moment = await momentAt(film, (index * 1001) / 30_000);
      painter.next(moment, parts);
      if ('paint' in moment) moment.paint(ctx);
      else drawMoment(ctx, moment);
      toI420(ctx.canvas.data(), { x: 0, y: 0, width, height }, { width, height }, whole);
      let [most, count] = [0, 0];
      for (let at = 0; at < whole.length; at += 1) {
        const difference = Math.abs((whole[at] ?? 0) - (parts[at] ?? 0));
        if (difference > 0) count += 1;
        if (difference > most) most = difference;
      }
      // A curve that is cut by the edge of a part is smoothed a trace differently there.
      expect(most, `frame ${index}`).toBeLessThan(16);
      expect(count, `frame ${index}`).toBeLessThan(200);
    }
  });
});

describe('every film', () => {
  it('keeps all its text in the box that its platforms leave free, in each look and shape, with long and short text', async () => {
    registerFonts();
    const [cutout, framed] = [await photoOf(plainBottle()), await photoOf(busyScene())];
    for (const look of lookIds) {
      for (const shape of shapes) {
        for (const photo of [cutout, framed]) {
          for (const text of [words.long, words['one word'], words['German compound']]) {
            const recipe = recipeOf(look, photo.facts.route, text, photo.facts.palette);
            const film = await prepareFilm({ recipe, photos: [photo], format: shape });
            for (const { plan, scene } of film.scenes) {
              const { column, badge } = plan;
              const texts = [...(column?.texts ?? []), ...(column?.button ? [column.button.label] : []), ...(badge?.texts ?? [])];
              for (const one of texts) {
                expect(isInside(textBox(one), shape.safe, 1), `${look} ${shape.id} ${scene.name} ${one.role}`).toBe(true);
                expect(one.fitted.px).toBeGreaterThanOrEqual(24);
              }
            }
          }
        }
      }
    }
  });
});
