/** The very frames, sound and encoder arguments of a film, caught by a program that stands where the worker looks for ffmpeg. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { studioRuntime } from '../../adapters/studio/runtime.ts';
import { createStudio } from '../../adapters/studio/studio.ts';
import type { FilmId } from '../../src/generation/formats.ts';
import type { PreparedPhoto } from '../../src/generation/ports.ts';
import type { Recipe } from '../../src/generation/recipe.ts';
import { silentLogger } from '../../src/log.ts';
import { createPlainSandbox } from '../support/plain-sandbox.ts';

const { FFMPEG_PATH, PATH = '' } = process.env;

export type Recording = {
  /** Encodes the recorded frames from their file, with everything else as the studio had it; resolves with the film's file. */
  encode(): Promise<string>;
};

/** Keeps the arguments, one a line, every input file and the piped frames; its own film is empty. */
const recorder = (folder: string): string => `#!/bin/sh
printf '%s\\n' "$@" > '${folder}/arguments'
for one in "$@"; do
  if [ "$before" = -i ] && [ -f "$one" ]; then cp "$one" '${folder}/sound'; fi
  before=$one
done
cat > '${folder}/frames'
: > "$before"
`;

type Work = { recipe: Recipe; photo: PreparedPhoto; format: FilmId };

export async function recordFilm(work: Work, folder: string): Promise<Recording> {
  const programs = join(folder, 'programs');
  await mkdir(programs, { recursive: true });
  await writeFile(join(programs, 'ffmpeg'), recorder(folder), { mode: 0o755 });
  await drawPlainly(work, programs);
  const told = (await readFile(join(folder, 'arguments'), 'utf8')).trimEnd().split('\n');
  const target = join(folder, 'film.mp4');
  const args = told.map((one, index) => {
    if (index === told.length - 1) return target;
    if (told[index - 1] !== '-i') return one;
    return join(folder, one === 'pipe:0' ? 'frames' : 'sound');
  });
  return {
    async encode() {
      const child = spawn(FFMPEG_PATH ?? 'ffmpeg', args, { stdio: ['ignore', 'ignore', 'inherit'] });
      const [code] = await once(child, 'close');
      if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);
      return target;
    },
  };
}

/** Once more without walls: a confined worker could not leave frames on a disk. */
async function drawPlainly({ recipe, photo, format }: Work, programs: string): Promise<void> {
  const sandbox = await createPlainSandbox(studioRuntime);
  const studio = createStudio({ sandbox, log: silentLogger, credentials: null });
  process.env['PATH'] = `${programs}${delimiter}${PATH}`;
  try {
    const signal = new AbortController().signal;
    await studio.drawFilm({ recipe, photos: [photo], format }, { signal, onFile: async () => undefined });
  } finally {
    process.env['PATH'] = PATH;
    await sandbox.close();
  }
}
