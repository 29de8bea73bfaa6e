/** The local studio: hands each job to a fresh confined worker and checks what comes back. It never looks at pixels itself. */
import { AppError, type Outcome } from '../../src/errors.ts';
import { type PhotoFacts, type PhotoProblem, photoLimits } from '../../src/generation/photo.ts';
import type { Bytes, DrawingPhoto, DrawOptions, PreparedPhoto, Sandbox, SandboxJob, Studio } from '../../src/generation/ports.ts';
import type { Logger } from '../../src/log.ts';
import { missingGlyphs } from './glyph-coverage.ts';
import {
  type DrawFilmHeader,
  type DrawProposalsHeader,
  type DrawStillsHeader,
  drawnMessageSchema,
  preparedMessageSchema,
  sheetMessageSchema,
} from './messages.ts';

export type StudioDeps = { sandbox: Sandbox; log: Logger };

/** Null when there are more bytes than a photo may have. */
async function collect(source: Bytes): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let held = 0;
  for await (const chunk of source) {
    held += chunk.byteLength;
    if (held > photoLimits.bytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const failed = (message: string, cause: unknown) => new AppError('studio-failed', message, { retry: 'never', cause });

/** A job that takes too long on a photo is the photo's fault, and is said to the person as such. */
const tookTooLong = (error: unknown) => error instanceof AppError && error.code === 'sandbox-timeout';

export function createStudio({ sandbox, log }: StudioDeps): Studio {
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

  const runDrawing = async (job: SandboxJob, options: DrawOptions, wanted: readonly string[]): Promise<void> => {
    const open = new Set(wanted);
    let saidAt = 0;
    await sandbox.run(job, {
      signal: options.signal,
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
        const { format, mediaType, width, height, altText } = message;
        await options.onFile({ format, mediaType, width, height, altText, bytes: blob });
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
    async preparePhoto(source, signal) {
      const bytes = await collect(source);
      if (!bytes) return { ok: false, problem: { kind: 'too-many-bytes', limit: photoLimits.bytes / 1_000_000 } };
      if (bytes.length === 0) return { ok: false, problem: { kind: 'empty' } };
      try {
        return await runPrepare(bytes, signal);
      } catch (error) {
        if (!tookTooLong(error)) throw error;
        log.warn('preparing a photo took too long', { bytes: bytes.length });
        return { ok: false, problem: { kind: 'took-too-long' } };
      }
    },
    async drawStills({ recipe, photos, formats }, options) {
      if (formats.length === 0) return;
      const first = photos.slice(0, 1);
      const header: DrawStillsHeader = { recipe, photos: first.map(entryOf), formats };
      await runDrawing({ kind: 'draw-stills', header, blobs: first.flatMap(blobsOf) }, options, formats);
    },
    async drawProposals({ recipes, photos }, { signal }) {
      const first = photos.slice(0, 1);
      const header: DrawProposalsHeader = { recipes, photos: first.map(entryOf) };
      const sheets: { bytes: Uint8Array; width: number; height: number }[] = [];
      await sandbox.run(
        { kind: 'draw-proposals', header, blobs: first.flatMap(blobsOf) },
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
    async drawFilm({ recipe, photos, format }, options) {
      const header: DrawFilmHeader = { recipe, photos: photos.map(entryOf), format };
      await runDrawing({ kind: 'draw-film', header, blobs: photos.flatMap(blobsOf) }, options, [format]);
    },
    missingGlyphs,
    async close() {},
  };
}

const entryOf = (photo: DrawingPhoto) => ({ facts: photo.facts, hasCutout: photo.cutout !== null });
const blobsOf = (photo: DrawingPhoto) => (photo.cutout ? [photo.photo, photo.cutout] : [photo.photo]);
