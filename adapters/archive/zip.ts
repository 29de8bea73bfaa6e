/** Packs files into a zip as it is read: nothing is compressed, because pictures and videos already are. */
import { Readable } from 'node:stream';
import yazl from 'yazl';
import type { Archiver, Packable } from '../../src/generation/pack/archiver.ts';
import type { Bytes } from '../../src/generation/ports.ts';

/** Zip stores times; one for all says nothing of anybody. Noon, so that no time zone moves it to another day. */
const when = new Date(2026, 0, 1, 12);

export function createArchiver(): Archiver {
  return {
    name: 'archive',
    personalData: { files: { keepsNothing: 'Files pass through on their way into a chat; nothing stays here.' } },
    async zip(files) {
      return { length: await lengthOf(files), read: () => written(files) };
    },
    async close() {},
  };
}

const ending = { forceZip64Format: false, comment: '' };

/** `failed`: hears of a file that cannot be read; the library itself does not pass that on. */
function filled(files: readonly Packable[], failed: (error: unknown) => void): yazl.ZipFile {
  const zip = new yazl.ZipFile();
  for (const { name, length, read } of files) {
    zip.addReadStreamLazy(name, { compress: false, size: length, mtime: when }, (give) =>
      give(null, Readable.from(read()).once('error', failed)),
    );
  }
  return zip;
}

/** Known without reading anything. */
const lengthOf = (files: readonly Packable[]): Promise<number> =>
  new Promise((resolve, reject) => filled(files, reject).end(ending, told(resolve)));

/** The types lag behind the library, which tells the size. */
const told = (hear: (size: number) => void): (() => void) => hear as () => void;

async function* written(files: readonly Packable[]): Bytes {
  let fail: (error: unknown) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => undefined);
  const zip = filled(files, fail);
  zip.once('error', fail);
  zip.end(ending);
  const parts = zip.outputStream[Symbol.asyncIterator]();
  for (;;) {
    const part = await Promise.race([parts.next(), failed]);
    if (part.done) return;
    yield part.value as Uint8Array;
  }
}
