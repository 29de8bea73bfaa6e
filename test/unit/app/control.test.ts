import { chmodSync, chownSync, existsSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { controlPath, serveControl } from '../../../src/app/control.ts';
import { silentLogger } from '../../../src/log.ts';
import { testFolder } from '../../support/test-folder.ts';

const handlers = {
  desk: { make: async () => undefined },
  mail: { serve: async () => undefined },
  affected: async function* () {},
  check: async () => [],
  log: silentLogger,
};
const isRoot = process.getuid?.() === 0;

/** Where the socket of some data folder will be, below a folder of this test. */
const somePath = (): string => controlPath('/data', testFolder());

describe('the folder of the control socket', () => {
  it('is made for this user alone, and used again by the next program', async () => {
    const path = somePath();
    for (const _ of ['first', 'second']) {
      const control = await serveControl(path, handlers);
      expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
      expect(statSync(path).mode & 0o777).toBe(0o600);
      await control.close(0);
    }
  });

  it('stops the start when other users can open it', async () => {
    const path = somePath();
    mkdirSync(dirname(path));
    chmodSync(dirname(path), 0o777);
    await expect(serveControl(path, handlers)).rejects.toThrow(/can be opened by other users.*XDG_RUNTIME_DIR/);
    expect(existsSync(path)).toBe(false);
  });

  it('stops the start when it is a link to somewhere else', async () => {
    const path = somePath();
    symlinkSync(testFolder(), dirname(path));
    await expect(serveControl(path, handlers)).rejects.toThrow('is a link, not a folder');
  });

  it.skipIf(!isRoot)('stops the start when another user made it beforehand', async () => {
    const path = somePath();
    mkdirSync(dirname(path), { mode: 0o700 });
    chownSync(dirname(path), 65_534, 65_534);
    await expect(serveControl(path, handlers)).rejects.toThrow('belongs to another user');
    expect(existsSync(path)).toBe(false);
  });
});
