/** What a finished file really is: pictures by sharp, films by ffprobe, container and streams apart. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { z } from 'zod';
import type { FileFacts } from '../../../../src/generation/check-placement.ts';

/** An ISO media file names its brand behind this word. */
const isFilm = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(4, 8)).toString('latin1') === 'ftyp';

const isHeic = (bytes: Uint8Array): boolean => /^(hei|mif|avi)/.test(Buffer.from(bytes.subarray(8, 12)).toString('latin1'));

const number = z.coerce.number().catch(0);
const probedSchema = z.object({
  format: z.object({ duration: number, bit_rate: number }),
  streams: z.array(
    z.object({
      codec_type: z.string(),
      codec_name: z.string().default(''),
      width: z.number().default(0),
      height: z.number().default(0),
      duration: number,
      avg_frame_rate: z.string().default('0/1'),
    }),
  ),
});

function ffprobe(file: string): Promise<string> {
  const args = ['-v', 'error', '-protocol_whitelist', 'file', '-show_format', '-show_streams', '-of', 'json', file];
  return new Promise((resolve, reject) => {
    const child = spawn('ffprobe', args, { stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(said) : reject(new Error('ffprobe could not read the file'))));
  });
}

function rateOf(fraction: string): number {
  const [above = 0, below = 1] = fraction.split('/').map(Number);
  return below > 0 ? above / below : 0;
}

async function probeFilm(bytes: Uint8Array): Promise<FileFacts> {
  const folder = await mkdtemp(join(tmpdir(), 'measure-'));
  try {
    const file = join(folder, 'film.mp4');
    await writeFile(file, bytes);
    const { format, streams } = probedSchema.parse(JSON.parse(await ffprobe(file)));
    const picture = streams.find((stream) => stream.codec_type === 'video');
    if (!picture) throw new Error('There is no picture in the film');
    const isQuickTime = Buffer.from(bytes.subarray(8, 12)).toString('latin1').startsWith('qt');
    return {
      bytes: bytes.length,
      type: isQuickTime ? 'mov' : 'mp4',
      width: picture.width,
      height: picture.height,
      film: {
        seconds: format.duration,
        streamSeconds: streams.map((stream) => stream.duration).filter((seconds) => seconds > 0),
        bitRate: format.bit_rate,
        frameRate: rateOf(picture.avg_frame_rate),
        hasSound: streams.some((stream) => stream.codec_type === 'audio'),
        videoCodec: picture.codec_name,
      },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Decodes all of a picture: one that is cut off is none. Rejects where it is neither a picture nor a film. */
export async function measureFile(bytes: Uint8Array): Promise<FileFacts> {
  if (isFilm(bytes) && !isHeic(bytes)) return probeFilm(bytes);
  const picture = sharp(bytes, { failOn: 'warning', limitInputPixels: 100e6 });
  const { format, width, height } = await picture.metadata();
  await picture.stats();
  return { bytes: bytes.length, type: format === 'jpeg' ? 'jpg' : format, width, height, film: null };
}

/** The same for a picture that was encoded here a moment ago: its header tells all. */
export async function measureOwnPicture(bytes: Uint8Array): Promise<FileFacts> {
  const { format, width, height } = await sharp(bytes).metadata();
  return { bytes: bytes.length, type: format === 'jpeg' ? 'jpg' : format, width, height, film: null };
}
