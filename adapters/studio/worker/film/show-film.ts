/** Pictures out of a finished film: a poster, and a storyboard of the moments asked for. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import sharp from 'sharp';
import { secondsOf } from '../../../../src/generation/film/timeline.ts';
import type { FilmPictures, FilmShots } from '../../../../src/generation/ports.ts';
import { useFont } from '../fonts.ts';
import { whenEnded } from './encode-film.ts';

/** Pixels. */
const cell = { area: 190_000, gap: 28, label: 54, perRow: 5 } as const;
/** Of a poster, which is loaded before anybody asks for the film. */
const posterPixels = 720;

export async function showFilm(film: Uint8Array, shots: FilmShots): Promise<FilmPictures> {
  const frames = await decode(film, shots);
  const [first] = frames;
  if (!first) throw new Error('No frame was asked for');
  const { width, height } = shots;
  const raw = { width, height, channels: 3 as const };
  const shrink = posterPixels / Math.min(width, height);
  const poster = await sharp(first, { raw })
    .resize(Math.round(width * shrink), Math.round(height * shrink), { kernel: 'lanczos3' })
    .jpeg({ quality: 78, mozjpeg: true })
    .toBuffer();
  return { poster, storyboard: await sheetOf(frames, shots) };
}

/** In the order of the film; all of it is decoded once. */
async function decode(film: Uint8Array, { width, height, frames }: FilmShots): Promise<Buffer[]> {
  const folder = await mkdtemp(join(tmpdir(), 'show-'));
  try {
    const source = join(folder, 'film.mp4');
    await writeFile(source, film);
    const wanted = frames.map((frame) => `eq(n\\,${frame})`).join('+');
    const given = [
      '-hide_banner',
      '-loglevel',
      'error',
      '-i',
      source,
      '-an',
      '-vf',
      `select='${wanted}'`,
      '-vsync',
      'passthrough',
    ];
    const child = spawn('ffmpeg', [...given, '-f', 'rawvideo', '-pix_fmt', 'rgb24', 'pipe:1'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = whenEnded(child);
    ended.catch(() => {});
    const parts: Buffer[] = [];
    for await (const part of child.stdout ?? []) parts.push(part as Buffer);
    await ended;
    const all = Buffer.concat(parts);
    const size = width * height * 3;
    if (all.length !== size * frames.length) throw new Error('The film has not all of these frames');
    return frames.map((_, index) => all.subarray(index * size, (index + 1) * size));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function sheetOf(frames: readonly Buffer[], { width, height, frames: numbers }: FilmShots): Promise<Buffer> {
  const wide = Math.round(Math.sqrt((cell.area * width) / height));
  const high = Math.round((wide * height) / width);
  const columns = Math.min(cell.perRow, frames.length);
  const rows = Math.ceil(frames.length / columns);
  const [stepX, stepY] = [wide + cell.gap, high + cell.label + cell.gap];
  const canvas = createCanvas(columns * stepX + cell.gap, rows * stepY + cell.gap);
  const ctx = canvas.getContext('2d');
  ctx.fillStyle = '#f4f1ec';
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.fillStyle = '#3a3632';
  useFont(ctx, { face: 'sans', tracking: 0 }, 26);
  for (const [index, frame] of frames.entries()) {
    const [x, y] = [cell.gap + (index % columns) * stepX, cell.gap + Math.floor(index / columns) * stepY];
    const small = await sharp(frame, { raw: { width, height, channels: 3 } })
      .resize(wide, high)
      .ensureAlpha()
      .raw()
      .toBuffer();
    const image = ctx.createImageData(wide, high);
    image.data.set(small);
    ctx.putImageData(image, x, y);
    ctx.fillText(clock(secondsOf(numbers[index] ?? 0)), x, y + high + 38);
  }
  const { width: allWide, height: allHigh } = canvas;
  return sharp(canvas.data(), { raw: { width: allWide, height: allHigh, channels: 4 } })
    .removeAlpha()
    .jpeg({ quality: 86 })
    .toBuffer();
}

/** `0:07.5` */
function clock(seconds: number): string {
  const tenths = Math.round(seconds * 10);
  return `0:${String(Math.floor(tenths / 10)).padStart(2, '0')}.${tenths % 10}`;
}
