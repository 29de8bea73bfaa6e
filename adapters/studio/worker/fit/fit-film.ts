/** A film made to fit: the first try that is small enough, and that plays from its first to its last picture. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FilmTry } from '../../../../src/generation/plan-fit.ts';
import { whenEnded } from '../film/encode-film.ts';
import type { Mark } from '../mark/mark-file.ts';
import type { FittedFile, PlanFor } from './fit-still.ts';

const quietly = ['-hide_banner', '-loglevel', 'error', '-y'];

function fitArguments(source: string, target: string, { width, height, kbps, bufferKbits }: FilmTry): string[] {
  // As good as it may be, as long as it stays under the rate: easy pictures take less.
  const rate = ['-crf', '20', '-maxrate', `${kbps}k`, '-bufsize', `${bufferKbits}k`];
  return [
    ...[...quietly, '-i', source, '-map_metadata', '-1', '-fflags', '+bitexact'],
    ...['-vf', `scale=${width}:${height}:flags=lanczos`],
    ...['-c:v', 'libx264', '-profile:v', 'high', '-preset', 'veryfast', ...rate, '-bf', '0', '-g', '60', '-pix_fmt', 'yuv420p'],
    ...['-flags:v', '+bitexact', '-threads', '2'],
    ...['-c:a', 'aac', '-b:a', '96k', '-flags:a', '+bitexact'],
    ...['-movflags', '+faststart', target],
  ];
}

const run = (given: string[]): Promise<void> => whenEnded(spawn('ffmpeg', given, { stdio: ['ignore', 'ignore', 'pipe'] }));

/** Decodes all of it; anything broken ends the encoder's program with an error. */
const check = (file: string): Promise<void> =>
  run(['-hide_banner', '-loglevel', 'error', '-xerror', '-i', file, '-f', 'null', '-']);

export async function fitFilm(source: Uint8Array, { tries, mostBytes }: PlanFor<'film'>, mark: Mark): Promise<FittedFile | null> {
  const folder = await mkdtemp(join(tmpdir(), 'fit-'));
  try {
    const [from, target] = [join(folder, 'from.mp4'), join(folder, 'to.mp4')];
    await writeFile(from, source);
    for (const one of tries) {
      await run(fitArguments(from, target, one));
      const bytes = await readFile(target);
      if (bytes.length > mostBytes) continue;
      await check(target);
      const marked = await mark(bytes, 'video/mp4');
      if (marked.bytes.length <= mostBytes) return { ...marked, width: one.width, height: one.height };
    }
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
