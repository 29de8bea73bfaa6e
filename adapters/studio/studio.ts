/** The local studio: hands each job to a fresh confined worker and checks what comes back. It never looks at pixels itself. */
import { AppError, type Outcome } from '../../src/errors.ts';
import { type FontProblem, fontLimits } from '../../src/generation/font.ts';
import { type PhotoFacts, type PhotoProblem, photoLimits } from '../../src/generation/photo.ts';
import type {
  Bytes,
  Drawing,
  DrawingPhoto,
  DrawOptions,
  PreparedLogo,
  PreparedPhoto,
  Sandbox,
  SandboxJob,
  SmallerFile,
  Studio,
} from '../../src/generation/ports.ts';
import { missingGlyphs } from './glyph-coverage.ts';
import { answersFor, type MarkingDeps, markingOf, noteUnsigned } from './marking.ts';
import {
  type DrawFilmHeader,
  type DrawProposalsHeader,
  type DrawStillsHeader,
  drawnMessageSchema,
  type FitFileHeader,
  type FontMessage,
  fittedMessageSchema,
  fontMessageSchema,
  logoMessageSchema,
  preparedMessageSchema,
  type ShowFilmHeader,
  type ShownMessage,
  sheetMessageSchema,
  shownMessageSchema,
} from './messages.ts';

export type StudioDeps = MarkingDeps & { sandbox: Sandbox };

/** Null when there are more bytes than there may be. */
async function collect(source: Bytes, most: number = photoLimits.bytes): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let held = 0;
  for await (const chunk of source) {
    held += chunk.byteLength;
    if (held > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A font on which its reader founders is none that can be drawn with. */
function notReadable(error: unknown): FontProblem {
  const codes = ['sandbox-timeout', 'sandbox-out-of-memory', 'sandbox-crashed', 'studio-failed'];
  if (error instanceof AppError && codes.includes(error.code)) return { kind: 'not-a-font' };
  throw error;
}

const failed = (message: string, cause: unknown) => new AppError('studio-failed', message, { retry: 'never', cause });

/** A job that takes too long on a photo is the photo's fault, and is said to the person as such. */
const tookTooLong = (error: unknown) => error instanceof AppError && error.code === 'sandbox-timeout';

export function createStudio(deps: StudioDeps): Studio {
  const { sandbox, log } = deps;
  const runPrepare = async (bytes: Uint8Array, signal: AbortSignal): Promise<Outcome<PreparedPhoto, PhotoProblem>> => {
    let photo: Uint8Array | null = null;
    let cutout: Uint8Array | null = null;
    let facts: PhotoFacts | null = null;
    let problem: PhotoProblem | null = null;
    await sandbox.run(
      { kind: 'prepare-photo', header: {}, blobs: [bytes] },
      {
        signal,
        async onFrame({ header, blob }) {
          const message = preparedMessageSchema.safeParse(header);
          if (!message.success) throw failed('The worker said something unexpected', message.error);
          if (message.data.part === 'photo') photo = blob;
          else if (message.data.part === 'cutout') cutout = blob;
          else if (message.data.part === 'facts') facts = message.data.facts;
          else problem = message.data.problem;
        },
      },
    );
    if (problem) return { ok: false, problem };
    if (!photo || !facts) throw failed('The worker left out a result', null);
    return { ok: true, value: { facts, photo, cutout } };
  };

  const runPrepareLogo = async (bytes: Uint8Array, signal: AbortSignal): Promise<Outcome<PreparedLogo, PhotoProblem>> => {
    const outcomes: Outcome<PreparedLogo, PhotoProblem>[] = [];
    await sandbox.run(
      { kind: 'prepare-logo', header: {}, blobs: [bytes] },
      {
        signal,
        async onFrame({ header, blob: logo }) {
          const read = logoMessageSchema.safeParse(header);
          if (!read.success) throw failed('The worker said something unexpected', read.error);
          const message = read.data;
          const isLogo = message.part === 'logo';
          outcomes.push(
            isLogo ? { ok: true, value: { logo, palette: message.palette } } : { ok: false, problem: message.problem },
          );
        },
      },
    );
    if (!outcomes[0]) throw failed('The worker left out a result', null);
    return outcomes[0];
  };

  const runCheckFont = async (bytes: Uint8Array, signal: AbortSignal): Promise<FontProblem | null> => {
    const said: FontMessage[] = [];
    await sandbox.run(
      { kind: 'check-font', header: {}, blobs: [bytes] },
      {
        signal,
        async onFrame({ header }) {
          const read = fontMessageSchema.safeParse(header);
          if (!read.success) throw failed('The worker said something unexpected', read.error);
          said.push(read.data);
        },
      },
    );
    if (!said[0]) throw failed('The worker left out a result', null);
    return said[0].problem;
  };

  async function checkFont(source: Bytes, signal: AbortSignal): Promise<Outcome<Uint8Array, FontProblem>> {
    const bytes = await collect(source, fontLimits.bytes);
    if (!bytes) return { ok: false, problem: { kind: 'too-many-bytes', limit: fontLimits.bytes / 1_000_000 } };
    const problem = await runCheckFont(bytes, signal).catch(notReadable);
    return problem ? { ok: false, problem } : { ok: true, value: bytes };
  }

  /** What is wrong with a file is an answer, not an error. */
  async function orProblem<Value>(
    source: Bytes,
    prepare: (bytes: Uint8Array) => Promise<Outcome<Value, PhotoProblem>>,
  ): Promise<Outcome<Value, PhotoProblem>> {
    const bytes = await collect(source);
    if (!bytes) return { ok: false, problem: { kind: 'too-many-bytes', limit: photoLimits.bytes / 1_000_000 } };
    if (bytes.length === 0) return { ok: false, problem: { kind: 'empty' } };
    try {
      return await prepare(bytes);
    } catch (error) {
      if (!tookTooLong(error)) throw error;
      log.warn('preparing a picture took too long', { bytes: bytes.length });
      return { ok: false, problem: { kind: 'took-too-long' } };
    }
  }

  const runDrawing = async (job: SandboxJob, options: DrawOptions, wanted: readonly string[]): Promise<void> => {
    const open = new Set(wanted);
    let saidAt = 0;
    await sandbox.run(job, {
      signal: options.signal,
      ...answersFor(deps, wanted.length),
      async onFrame({ header, blob }) {
        const read = drawnMessageSchema.safeParse(header);
        if (!read.success) throw failed('The worker said something unexpected', read.error);
        const message = read.data;
        if (message.part === 'progress') {
          const now = performance.now();
          if (now - saidAt >= 200 || message.done === 1) options.onProgress?.(message.done);
          if (now - saidAt >= 200) saidAt = now;
          return;
        }
        if (!open.delete(message.format)) throw failed('The worker drew something that was not asked for', null);
        noteUnsigned(deps, message);
        const { format, mediaType, width, height, altText, measured } = message;
        await options.onFile({ format, mediaType, width, height, altText, measured, bytes: blob });
      },
    });
    if (open.size > 0) throw failed('The worker left out a file', null);
  };

  return {
    name: 'studio',
    personalData: {
      pixels: {
        keepsNothing: 'Photos pass through a confined worker on their way from and to the media store; nothing stays here.',
      },
    },
    preparePhoto: (source, signal) => orProblem(source, (bytes) => runPrepare(bytes, signal)),
    prepareLogo: (source, signal) => orProblem(source, (bytes) => runPrepareLogo(bytes, signal)),
    checkFont,
    async drawStills({ recipe, photos, formats, ...brand }, options) {
      if (formats.length === 0) return;
      const pixels = pixelsOf({ photos: photos.slice(0, 1), ...brand });
      const header: DrawStillsHeader = { ...pixels.told, marking: await markingOf(deps), recipe, formats };
      await runDrawing({ kind: 'draw-stills', header, blobs: pixels.blobs }, options, formats);
    },
    async drawProposals({ recipes, photos, ...brand }, { signal }) {
      const pixels = pixelsOf({ photos: photos.slice(0, 1), ...brand });
      const header: DrawProposalsHeader = { ...pixels.told, recipes };
      const sheets: { bytes: Uint8Array; width: number; height: number }[] = [];
      await sandbox.run(
        { kind: 'draw-proposals', header, blobs: pixels.blobs },
        {
          signal,
          async onFrame({ header: said, blob: bytes }) {
            const read = sheetMessageSchema.safeParse(said);
            if (!read.success) throw failed('The worker said something unexpected', read.error);
            sheets.push({ bytes, width: read.data.width, height: read.data.height });
          },
        },
      );
      const [sheet] = sheets;
      if (!sheet) throw failed('The worker left out the sheet', null);
      return sheet;
    },
    async drawFilm({ recipe, format, ...drawing }, options) {
      const pixels = pixelsOf(drawing);
      const header: DrawFilmHeader = { ...pixels.told, marking: await markingOf(deps), recipe, format };
      await runDrawing({ kind: 'draw-film', header, blobs: pixels.blobs }, options, [format]);
    },
    async showFilm(film, shots, signal) {
      const header: ShowFilmHeader = { marking: await markingOf(deps), ...shots, frames: [...shots.frames] };
      const shown = new Map<ShownMessage['part'], Uint8Array>();
      await sandbox.run(
        { kind: 'show-film', header, blobs: [film] },
        {
          signal,
          ...answersFor(deps, 2),
          async onFrame({ header: said, blob }) {
            const read = shownMessageSchema.safeParse(said);
            if (!read.success) throw failed('The worker said something unexpected', read.error);
            noteUnsigned(deps, read.data);
            shown.set(read.data.part, blob);
          },
        },
      );
      const [poster, storyboard] = [shown.get('poster'), shown.get('storyboard')];
      if (!poster || !storyboard) throw failed('The worker left out a picture', null);
      return { poster, storyboard };
    },
    async makeFit(file, plan, signal) {
      const fitted: (SmallerFile | null)[] = [];
      const header: FitFileHeader = { marking: await markingOf(deps), plan };
      await sandbox.run(
        { kind: 'fit-file', header, blobs: [file] },
        {
          signal,
          ...answersFor(deps, plan.tries.length),
          async onFrame({ header, blob: bytes }) {
            const read = fittedMessageSchema.safeParse(header);
            if (!read.success) throw failed('The worker said something unexpected', read.error);
            const said = read.data;
            if (said.part === 'fitted') noteUnsigned(deps, said);
            if (said.part === 'fitted' && bytes.length > plan.mostBytes) throw failed('The worker made it no smaller', null);
            fitted.push(said.part === 'fitted' ? { bytes, width: said.width, height: said.height } : null);
          },
        },
      );
      const [made] = fitted;
      if (made === undefined) throw failed('The worker left out a file', null);
      return made;
    },
    missingGlyphs,
    async close() {},
  };
}

const entryOf = (photo: DrawingPhoto) => ({ facts: photo.facts, hasCutout: photo.cutout !== null });
/** What the worker is told of the pixels, and the pixels themselves; what belongs to the brand comes last. */
function pixelsOf({ photos, logo, font }: Drawing) {
  const blobs = [...photos.flatMap(blobsOf), ...(logo ? [logo] : []), ...(font ? [font] : [])];
  return { told: { photos: photos.map(entryOf), hasLogo: Boolean(logo), hasFont: Boolean(font) }, blobs };
}

const blobsOf = (photo: DrawingPhoto) => (photo.cutout ? [photo.photo, photo.cutout] : [photo.photo]);
