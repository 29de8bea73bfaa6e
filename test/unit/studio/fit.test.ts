import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { fitFilm } from '../../../adapters/studio/worker/fit/fit-film.ts';
import { fitStill } from '../../../adapters/studio/worker/fit/fit-still.ts';
import { markerFor } from '../../../adapters/studio/worker/mark/mark-file.ts';
import { planFit } from '../../../src/generation/plan-fit.ts';
import { testFolder } from '../../support/test-folder.ts';

const mark = markerFor({ madeBy: 'studio', signing: null });
const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 };

describe('a file that is too large for a place', () => {
  it('is the same picture with less detail first, and smaller only where that is not enough', async () => {
    const source = await sharp({ create: { width: 540, height: 960, channels: 3, background: '#884422', noise } })
      .jpeg({ quality: 95 })
      .toBuffer();
    const shape = { format: 'story' as const, mediaType: 'image/jpeg', width: 540, height: 960, bytes: source.length };
    const madeFor = (most: number) => {
      const plan = planFit(shape, most);
      return plan.kind === 'still' ? fitStill(source, plan, mark) : null;
    };
    const roomy = await madeFor(Math.round(source.length * 0.8));
    expect(roomy).toMatchObject({ width: 540, height: 960 });
    const tight = await madeFor(20_000);
    expect(tight?.bytes.length).toBeLessThanOrEqual(20_000);
    expect(tight?.width).toBeLessThan(540);
    expect(await sharp(tight?.bytes).metadata()).toMatchObject({ width: tight?.width, height: tight?.height, format: 'jpeg' });
    expect(await madeFor(300)).toBeNull();
  });

  it('is the same film, whole and with its sound, at a lower rate', async () => {
    const folder = testFolder();
    const film = join(folder, 'film.mp4');
    const pictures = ['-f', 'lavfi', '-i', 'testsrc2=size=1080x1920:rate=30:duration=8'];
    const sound = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=8'];
    execFileSync('ffmpeg', ['-loglevel', 'error', ...pictures, ...sound, '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', film]);
    const source = readFileSync(film);
    const most = 700_000;
    const plan = planFit({ format: 'story-film', mediaType: 'video/mp4', width: 1080, height: 1920, bytes: source.length }, most);
    if (plan.kind !== 'film') throw new Error('no film was planned');
    const fitted = await fitFilm(source, plan, mark);
    expect(fitted?.bytes.length).toBeLessThanOrEqual(most);
    expect(fitted).toMatchObject({ width: 540, height: 960 });
    const to = join(folder, 'fitted.mp4');
    writeFileSync(to, fitted?.bytes ?? Buffer.alloc(0));
    const asked = ['-v', 'error', '-show_entries', 'stream=codec_name,width,height:format=duration', '-of', 'json', to];
    const told = JSON.parse(execFileSync('ffprobe', asked).toString()) as {
      streams: { codec_name: string; width?: number; height?: number }[];
      format: { duration: string };
    };
    expect(told.streams).toMatchObject([{ codec_name: 'h264', width: 540, height: 960 }, { codec_name: 'aac' }]);
    expect(Number(told.format.duration)).toBeGreaterThan(7.9);
    expect(Number(told.format.duration)).toBeLessThan(8.3);
  }, 120_000);
});
