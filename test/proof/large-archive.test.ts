/** A zip beyond what 32 and 16 bits can say: a file over 4 GiB, files behind it, and more files than 65,535. Another program reads it. */
import { execFileSync } from 'node:child_process';
import { createWriteStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { expect, it } from 'vitest';
import { createArchiver } from '../../adapters/archive/zip.ts';
import type { Packable } from '../../src/generation/pack/archiver.ts';
import { testFolder } from '../support/test-folder.ts';

const chunk = Buffer.alloc(1_048_576, 'adwright');

const fileOf = (name: string, length: number): Packable => ({
  name,
  length,
  async *read() {
    for (let at = 0; at < length; at += chunk.length) yield chunk.subarray(0, Math.min(chunk.length, length - at));
  },
});

it('an archive of 70,003 files, one of them over 4 GiB, is read whole by another program', async () => {
  const long = 4_300_000_000;
  const many = Array.from({ length: 70_000 }, (_, index) => fileOf(`small/${index}`, 1));
  const { length, read } = await createArchiver().zip([
    fileOf('first', 3),
    fileOf('groß.mp4', long),
    fileOf('behind', 5),
    ...many,
  ]);
  const path = join(testFolder(), 'large.zip');
  await pipeline(read(), createWriteStream(path, { highWaterMark: 4_194_304 }));
  expect(statSync(path).size).toBe(length);
  const script = `import sys,zipfile
zip=zipfile.ZipFile(sys.argv[1])
print(len(zip.namelist()), zip.testzip(), zip.getinfo('groß.mp4').file_size, zip.read('behind').decode(), zip.read('small/69999').decode())`;
  const said = execFileSync('python3', ['-c', script, path], {
    encoding: 'utf8',
    env: { PYTHONUTF8: '1', PATH: process.env['PATH'] },
  });
  expect(said.trim()).toBe(`70003 None ${long} adwri a`);
});
