/** Hands frames to ffmpeg one by one, never faster than it takes them, and reads the finished film back. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { frameRate } from '../../../../src/generation/film/timeline.ts';
import { i420Size } from './i420.ts';
import { sampleRate } from './instruments.ts';

export type FilmEncoding = {
  width: number;
  height: number;
  frames: number;
  /** 16-bit stereo at 48 kHz. */
  sound: Buffer;
  /** Writes frame `index` into `out` as I420. */
  paint(index: number, out: Uint8Array): Promise<void>;
  onFrame(index: number): void;
};

/** As every platform of the placements table takes it: constant rate, no B-frames, no edit list, index at the front. */
export function ffmpegArguments(size: { width: number; height: number }, sound: string, target: string): string[] {
  const rate = `${frameRate.numerator}/${frameRate.denominator}`;
  const colour = ['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709', '-color_range', 'tv'];
  return [
    ...['-hide_banner', '-loglevel', 'error', '-y'],
    ...[
      '-thread_queue_size',
      '2',
      '-f',
      'rawvideo',
      '-pix_fmt',
      'yuv420p',
      '-video_size',
      `${size.width}x${size.height}`,
      '-framerate',
      rate,
    ],
    ...[...colour, '-i', 'pipe:0'],
    ...['-f', 's16le', '-ar', String(sampleRate), '-ac', '2', '-i', sound],
    ...['-map', '0:v', '-map', '1:a', '-map_metadata', '-1', '-fflags', '+bitexact'],
    ...[
      '-c:v',
      'libx264',
      '-profile:v',
      'high',
      '-preset',
      'veryfast',
      '-crf',
      '18',
      '-maxrate',
      '10M',
      '-bufsize',
      '10M',
      '-bf',
      '0',
      '-g',
      '60',
      // Looking less far ahead takes a sixth of the memory away, and no quality that the same rate would show.
      '-x264-params',
      'rc-lookahead=5:sync-lookahead=0',
    ],
    ...['-pix_fmt', 'yuv420p', ...colour, '-flags:v', '+bitexact', '-threads', '2'],
    // The encoder's lead-in would begin before zero, and without an edit list that would stretch the first picture.
    ...['-c:a', 'aac', '-b:a', '192k', '-flags:a', '+bitexact', '-bsf:a', 'setts=pts=PTS+1024:dts=DTS+1024'],
    ...['-movflags', '+faststart', '-use_editlist', '0', target],
  ];
}

/** Rejects with the program's last words. */
export function whenEnded(child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-1_000);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`ffmpeg ended with ${code ?? signal}: ${said}`));
    });
  });
}

async function feed(child: ChildProcess, work: FilmEncoding, ended: Promise<void>): Promise<void> {
  const pipe = child.stdin;
  if (!pipe) throw new Error('ffmpeg has no input');
  // Without a listener a closed pipe would end the worker; the reason comes from ffmpeg's own end.
  pipe.on('error', () => {});
  const free = [0, 1, 2].map(() => ({ bytes: new Uint8Array(i420Size(work.width, work.height)), written: Promise.resolve() }));
  for (let index = 0; index < work.frames; index += 1) {
    const buffer = free[index % free.length];
    if (!buffer) break;
    await Promise.race([buffer.written, ended]);
    await work.paint(index, buffer.bytes);
    buffer.written = new Promise((resolve) => {
      pipe.write(buffer.bytes, () => resolve());
    });
    work.onFrame(index);
  }
  pipe.end();
}

export async function encodeFilm(work: FilmEncoding): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'film-'));
  try {
    const sound = join(folder, 'sound.raw');
    const target = join(folder, 'film.mp4');
    await writeFile(sound, work.sound);
    const child = spawn('ffmpeg', ffmpegArguments(work, sound, target), { stdio: ['pipe', 'ignore', 'pipe'] });
    const ended = whenEnded(child);
    ended.catch(() => {});
    try {
      await feed(child, work, ended);
      await ended;
    } finally {
      child.kill('SIGKILL');
    }
    return await readFile(target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
