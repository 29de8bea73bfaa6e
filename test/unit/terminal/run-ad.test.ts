import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runAd } from '../../../adapters/terminal/run-ad.ts';
import { samplePhotoFile } from '../../../src/app/sample-photo.ts';
import { testFolder } from '../../support/test-folder.ts';

/** What the command says, and the code it ends with, before any program is started. */
async function refused(options: string[]): Promise<{ code: number; says: string }> {
  const stderr = new PassThrough();
  const terminal = { stdout: process.stdout, stderr: stderr as unknown as NodeJS.WriteStream };
  const nothingStarts = () => Promise.reject(new Error('a program was started'));
  const order = [...options, '--brief', 'Good coffee', '--out', join(testFolder(), 'ads')];
  const code = await runAd(
    order,
    terminal,
    { openDesk: nothingStarts, openMeasurer: nothingStarts },
    new AbortController().signal,
  );
  return { code, says: String(stderr.read()) };
}

/** A file of that many bytes which takes no space. */
function emptyFile(name: string, bytes: number): string {
  const file = join(testFolder(), name);
  writeFileSync(file, '');
  truncateSync(file, bytes);
  return file;
}

describe('npm run ad', () => {
  it('says how large a photo is that is too large, without reading it', async () => {
    const { code, says } = await refused(['--photo', emptyFile('huge.jpg', 3_000_000_000)]);
    expect(code).toBe(2);
    expect(says).toContain('huge.jpg could not be read: it has 3,000 MB; 100 MB is the most. Make it smaller.');
  });

  it('reads neither a folder nor a device that never ends', async () => {
    const folder = join(testFolder(), 'photos');
    mkdirSync(folder);
    expect((await refused(['--photo', folder])).says).toContain('it is a folder, not a file');
    expect((await refused(['--photo', '/dev/zero'])).says).toContain('it is a device or a pipe. Save it as a file first.');
  });

  it('reads no brand file that is no brand file', async () => {
    const { says } = await refused(['--photo', samplePhotoFile, '--brand', emptyFile('brand.json', 2_000_000)]);
    expect(says).toContain('it has 2 MB; 0.1 MB is the most');
  });
});
