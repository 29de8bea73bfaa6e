import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askKeyCopy, noteKeyCopy } from '../../../src/app/key-copy-note.ts';

const dayMs = 86_400_000;

describe('the doctor, about the copy of the keys', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'adw-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('warns when it is over a day old, says where it lies and what to do, and is content with a new one', async () => {
    expect(await askKeyCopy(folder, 0)).toBe('none was made here');
    await noteKeyCopy(folder, { madeAt: 0, folder: 'elsewhere' });
    expect(await askKeyCopy(folder, dayMs)).toBe('24.0 h old, in elsewhere');
    expect(await askKeyCopy(folder, 2 * dayMs)).toEqual({
      state: 'weak',
      says: '48.0 h old, in elsewhere',
      remedy: expect.stringContaining('--keys-to every day'),
    });
    await noteKeyCopy(folder, { madeAt: 2 * dayMs, folder: 'elsewhere' });
    expect(await askKeyCopy(folder, 2 * dayMs)).toBe('0.0 h old, in elsewhere');
  });
});
