/** `npm run ad`: the same use cases from a shell; files land in the folder the person named. */
import { access, constants, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { AdDesk, DeskEvent, DeskFile, OrderPhoto } from '../../src/generation/ad-desk.ts';
import { photoLimits } from '../../src/generation/photo.ts';
import type { PersonalData } from '../../src/privacy/personal-data.ts';
import { type CheckArguments, checkFile, type OpenMeasurer } from './check-file.ts';
import { fileReason, folderReason } from './file-reason.ts';
import { createProgressLine } from './progress-line.ts';
import { type AdArguments, readArguments, readBrand, usage } from './read-arguments.ts';

export const terminalPersonalData: PersonalData = {
  'files of the person': {
    keepsNothing:
      'It reads the photos a person named and writes the finished files where they said; both stay theirs, and the ad is erased from the stores.',
  },
};

export type Terminal = { stdout: NodeJS.WriteStream; stderr: NodeJS.WriteStream };

/** Opens the desk only once the arguments are right, because that starts a whole program. */
export type OpenDesk = () => Promise<{ desk: AdDesk; close(): Promise<void> }>;

/** Resolves with the exit code: 0 made, 1 not made, 2 wrong arguments. */
export async function runAd(
  argv: string[],
  terminal: Terminal,
  { openDesk, openMeasurer }: { openDesk: OpenDesk; openMeasurer: OpenMeasurer },
  signal: AbortSignal,
): Promise<number> {
  const read = readArguments(argv);
  if (read.kind === 'help') {
    terminal.stdout.write(usage);
    return 0;
  }
  if (read.kind === 'wrong') return complain(terminal, read.problems, 2);
  if (read.kind === 'check') return check(read.arguments, terminal, openMeasurer, signal);
  const input = await readInput(read.arguments);
  if (!input.ok) return complain(terminal, [input.problem], 2);
  const outProblem = await prepareFolder(read.arguments.out);
  if (outProblem) return complain(terminal, [outProblem], 2);
  const { desk, close } = await openDesk();
  try {
    return await make(read.arguments, input.photos, terminal, desk, signal);
  } finally {
    await close();
  }
}

async function check(
  given: CheckArguments,
  terminal: Terminal,
  openMeasurer: OpenMeasurer,
  signal: AbortSignal,
): Promise<number> {
  const bytes = await readNamed(given.file, largestChecked).catch((error: unknown) => {
    if (error instanceof UnreadableFile) return error.message;
    throw error;
  });
  if (typeof bytes === 'string') return complain(terminal, [bytes], 2);
  const { measurer, close } = await openMeasurer();
  try {
    return await checkFile(given, bytes, measurer, (line) => void terminal.stdout.write(`${line}\n`), signal);
  } finally {
    await close();
  }
}

/** In bytes: what the confined place has room for. */
const largestChecked = 60_000_000;

function complain({ stderr }: Terminal, problems: string[], code: number): number {
  for (const problem of problems) stderr.write(`${problem}\n`);
  if (code === 2) stderr.write('See npm run ad -- --help\n');
  return code;
}

type Input = { ok: true; photos: OrderPhoto[] } | { ok: false; problem: string };

async function readInput(given: AdArguments): Promise<Input> {
  const photos: OrderPhoto[] = [];
  try {
    for (const file of given.photos) photos.push({ name: basename(file), bytes: await readNamed(file, photoLimits.bytes) });
    if (given.brandFile) {
      const brand = readBrand(Buffer.from(await readNamed(given.brandFile, largestBrandFile)).toString('utf8'));
      if (!brand.ok) return { ok: false, problem: `--brand ${given.brandFile}: ${brand.problem}` };
      given.order.brand = brand.value;
    }
  } catch (error) {
    if (error instanceof UnreadableFile) return { ok: false, problem: error.message };
    throw error;
  }
  return { ok: true, photos };
}

/** In bytes; a name, a few colours and an address. */
const largestBrandFile = 100_000;

class UnreadableFile extends Error {}

/** Looks at the size first: a file that is too large, or never ends, is not read at all. */
async function readNamed(file: string, largest: number): Promise<Uint8Array> {
  const unreadable = (why: string) => new UnreadableFile(`${file} could not be read: ${why}`);
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: unknown) => {
    throw unreadable(fileReason(error) ?? 'is the path right?');
  });
  try {
    const found = await handle.stat();
    if (found.isDirectory()) throw unreadable('it is a folder, not a file.');
    if (!found.isFile()) throw unreadable('it is a device or a pipe. Save it as a file first.');
    if (found.size > largest)
      throw unreadable(`it has ${megabytes(found.size)} MB; ${megabytes(largest)} MB is the most. Make it smaller.`);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

const megabytes = (bytes: number): string => new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(bytes / 1_000_000);

/** Makes the folder for the finished files; answers why it cannot be used. */
async function prepareFolder(folder: string): Promise<string | null> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    const reason = folderReason(error);
    if (reason) return `--out ${folder} cannot be used: ${reason}.`;
    throw error;
  }
}

async function make(
  given: AdArguments,
  photos: OrderPhoto[],
  terminal: Terminal,
  desk: AdDesk,
  signal: AbortSignal,
): Promise<number> {
  const line = createProgressLine(terminal.stderr);
  const files: (DeskFile & { path: string; bytes: number })[] = [];
  const said: string[] = [];
  const problems: string[] = [];
  const hear = async (event: DeskEvent, bytes: Uint8Array): Promise<void> => {
    switch (event.event) {
      case 'progress':
        line.show(event.stage, event.sentence, event.done);
        return;
      case 'said':
        said.push(event.sentence);
        line.say(event.sentence);
        return;
      case 'problem':
        problems.push(...event.sentences);
        return;
      case 'beside':
        await saveWhole(given.out, event.name, bytes);
        return;
      case 'file':
        files.push({ ...event.file, path: await saveWhole(given.out, event.file.name, bytes), bytes: bytes.length });
        return;
    }
  };
  await desk.make(given.order, photos, hear, signal).finally(() => line.end());
  if (given.json) terminal.stdout.write(`${JSON.stringify({ ok: problems.length === 0, files, said, problems })}\n`);
  if (problems.length > 0) return given.json ? 1 : complain(terminal, problems, 1);
  if (!given.json) for (const file of files) terminal.stdout.write(`${file.path}  ${file.width} x ${file.height}\n`);
  return 0;
}

/** A file is there whole or not at all. */
async function saveWhole(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name);
  const part = `${path}.part`;
  try {
    await writeFile(part, bytes);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  return path;
}
