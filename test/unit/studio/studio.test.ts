/** The studio as the rest of the program sees it, with its worker in a plain child process. */
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpractisedRuntime } from '../../../adapters/studio/runtime.ts';
import { createStudio } from '../../../adapters/studio/studio.ts';
import { wordingIn } from '../../../src/chat/wording/wording.ts';
import { AppError } from '../../../src/errors.ts';
import type { DrawnFile, Sandbox, Studio } from '../../../src/generation/ports.ts';
import { silentLogger } from '../../../src/log.ts';
import { createPlainSandbox } from '../../support/plain-sandbox.ts';
import { recipeOf, words } from '../../support/studio/matrix.ts';
import { plainBottle } from '../../support/studio/pictures.ts';

async function* inChunks(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000);
}

const never = new AbortController().signal;

describe('the studio', () => {
  let sandbox: Sandbox;
  let studio: Studio;
  beforeAll(async () => {
    sandbox = await createPlainSandbox(unpractisedRuntime);
    studio = createStudio({ sandbox, log: silentLogger, credentials: null });
  });
  afterAll(() => sandbox.close());

  it('prepares a photo and draws the sizes that were asked for, in their order', async () => {
    const outcome = await studio.preparePhoto(inChunks(plainBottle()), never);
    if (!outcome.ok) throw new Error(outcome.problem.kind);
    const { facts } = outcome.value;
    const recipe = recipeOf('editorial', facts.route, words['German compound'], facts.palette);
    const files: DrawnFile[] = [];
    const done: number[] = [];
    await studio.drawStills(
      { recipe, photos: [outcome.value], formats: ['pin', 'landscape'] },
      { signal: never, onFile: async (file) => void files.push(file), onProgress: (part) => done.push(part) },
    );
    expect(files.map((file) => [file.format, file.width, file.height, file.mediaType])).toEqual([
      ['pin', 1000, 1500, 'image/jpeg'],
      ['landscape', 1200, 628, 'image/jpeg'],
    ]);
    expect(done.at(-1)).toBe(1);
    for (const file of files) {
      const metadata = await sharp(file.bytes).metadata();
      expect([metadata.width, metadata.height, metadata.chromaSubsampling, metadata.exif]).toEqual([
        file.width,
        file.height,
        '4:4:4',
        undefined,
      ]);
      expect(file.altText).toContain('Werbeanzeige (Fjord Kaffee)');
      expect(file.altText).toContain('Donaudampfschifffahrtskaffee');
    }
  });

  it('says what is wrong with a file that is no photo', async () => {
    expect(await studio.preparePhoto(inChunks(Buffer.from('%PDF-1.4')), never)).toEqual({
      ok: false,
      problem: { kind: 'document-or-vector' },
    });
    expect(await studio.preparePhoto(inChunks(Buffer.alloc(0)), never)).toEqual({ ok: false, problem: { kind: 'empty' } });
  });

  it('refuses a photo that is too large, reads it no further, and says only what it knows of it', async () => {
    const megabyte = new Uint8Array(1_000_000);
    let read = 0;
    async function* huge() {
      for (; read < 160; read += 1) yield megabyte;
    }
    const outcome = await studio.preparePhoto(huge(), never);
    if (outcome.ok) throw new Error('it was taken');
    expect(wordingIn('en').photoProblem(outcome.problem)).toBe(
      'it is larger than 100 MB, the most that a photo may have. Please make it smaller.',
    );
    expect(read).toBe(100);
  });

  it('stops when it is told to', async () => {
    await expect(studio.preparePhoto(inChunks(plainBottle()), AbortSignal.timeout(5))).rejects.toMatchObject({
      code: 'cancelled',
    });
  });

  it('believes nothing that a worker says beyond what was agreed', async () => {
    const liar = (header: unknown): Sandbox => ({
      ...sandbox,
      run: async (_job, { onFrame }) => onFrame({ header, blob: new Uint8Array(3) }),
    });
    for (const header of [{}, { part: 'facts', facts: { width: 'wide' } }, { part: 'file' }, 7]) {
      const fooled = createStudio({ sandbox: liar(header), log: silentLogger, credentials: null });
      await expect(fooled.preparePhoto(inChunks(plainBottle()), never)).rejects.toBeInstanceOf(AppError);
    }
  });

  it('tells a photo that takes too long from a fault of its own', async () => {
    const slow: Sandbox = {
      ...sandbox,
      run: () => Promise.reject(new AppError('sandbox-timeout', 'too long', { retry: 'later' })),
    };
    const outcome = await createStudio({ sandbox: slow, log: silentLogger, credentials: null }).preparePhoto(
      inChunks(plainBottle()),
      never,
    );
    expect(outcome).toEqual({ ok: false, problem: { kind: 'took-too-long' } });
  });
});
