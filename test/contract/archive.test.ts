import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createArchiver } from '../../adapters/archive/zip.ts';
import { collect, once } from '../../src/generation/contents.ts';
import { testFolder } from '../support/test-folder.ts';

const fileOf = (name: string, bytes: Buffer) => ({ name, length: bytes.length, read: () => once(bytes) });
const unpack = (zip: string, name: string): Buffer =>
  execFileSync('python3', [
    '-c',
    'import sys,zipfile;sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))',
    zip,
    name,
  ]);

describe('a zip of finished files', () => {
  it('has exactly the length that was told, and gives every file back', async () => {
    const files = [
      fileOf('brand_kaffee-für-alle_v1.jpg', Buffer.alloc(300_000, 7)),
      fileOf('texts.txt', Buffer.from('Guten Tag')),
    ];
    const zip = await createArchiver().zip(files);
    const bytes = await collect(zip.read());
    expect(bytes.length).toBe(zip.length);
    const path = join(testFolder(), 'pack.zip');
    writeFileSync(path, bytes);
    expect(unpack(path, 'texts.txt').toString()).toBe('Guten Tag');
    expect(unpack(path, 'brand_kaffee-für-alle_v1.jpg')).toEqual(Buffer.alloc(300_000, 7));
  });

  it('can be read twice, and fails where one of its files fails', async () => {
    const good = await createArchiver().zip([fileOf('a.txt', Buffer.from('a'))]);
    expect(await collect(good.read())).toEqual(await collect(good.read()));
    const bad = await createArchiver().zip([
      {
        name: 'broken.jpg',
        length: 10,
        async *read() {
          yield Buffer.from('half');
          throw new Error('media-damaged');
        },
      },
    ]);
    await expect(collect(bad.read())).rejects.toThrow('media-damaged');
  });
});
