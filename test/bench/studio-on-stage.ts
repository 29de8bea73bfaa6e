/** The real studio in the real sandbox, and one ad for it to draw. */

import sharp from 'sharp';
import { createSandbox } from '../../adapters/sandbox/create-sandbox.ts';
import { studioRuntime } from '../../adapters/studio/runtime.ts';
import { createStudio } from '../../adapters/studio/studio.ts';
import { samplePhoto } from '../../src/app/sample-photo.ts';
import { writeCopy } from '../../src/generation/copy/write-copy.ts';
import type { Bytes, PreparedPhoto, Sandbox, Studio } from '../../src/generation/ports.ts';
import type { LookId, Recipe } from '../../src/generation/recipe.ts';
import { type Logger, silentLogger } from '../../src/log.ts';

const brief = 'Fjord cold brew coffee, smooth and never bitter. €19.90 instead of €24.90';
const { FFMPEG_PATH, PATH } = process.env;

export function openSandbox(): Sandbox {
  const log: Logger = { ...silentLogger, warn: (message) => console.error(message) };
  const own = FFMPEG_PATH ? { ffmpegPath: FFMPEG_PATH } : {};
  return createSandbox({ runtime: studioRuntime, log, searchPath: PATH ?? '/usr/bin:/bin', ...own });
}

export async function withStudio<Result>(work: (studio: Studio, sandbox: Sandbox) => Promise<Result>): Promise<Result> {
  const sandbox = openSandbox();
  try {
    await sandbox.level();
    return await work(createStudio({ sandbox, log: silentLogger, credentials: null }), sandbox);
  } finally {
    await sandbox.close();
  }
}

/** Twelve megapixels as a camera saves them: baseline, fine quality. */
export const cameraPhoto = (): Promise<Buffer> => sharp(samplePhoto()).jpeg({ quality: 92 }).toBuffer();

export async function* bytesOf(one: Uint8Array): Bytes {
  yield one;
}

export async function prepared(studio: Studio, photo: Uint8Array): Promise<PreparedPhoto> {
  const outcome = await studio.preparePhoto(bytesOf(photo), new AbortController().signal);
  if (!outcome.ok) throw new Error(`The bench photo was refused: ${outcome.problem.kind}`);
  return outcome.value;
}

export function recipeFor({ facts }: PreparedPhoto, look: LookId): Recipe {
  const { copy, language } = writeCopy({ text: brief, words: {} });
  const brand = { name: 'Fjord', colours: [], webAddress: 'fjord.coffee' };
  return { look, route: facts.route, copy, language, palette: facts.palette, brand };
}
