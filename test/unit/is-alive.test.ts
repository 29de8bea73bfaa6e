import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isAlive } from '../../src/is-alive.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const isRoot = process.getuid?.() === 0;

describe('whether a process is alive', () => {
  it('is so for this one, and for none of a number that cannot be', () => {
    expect(isAlive(process.pid)).toBe(true);
    for (const number of [0, -1, 1.5, Number.NaN]) expect(isAlive(number)).toBe(false);
  });

  it('is not so once it ended', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    expect(isAlive(child.pid ?? 0)).toBe(false);
  });

  it('is so for a process of somebody else, which may not be signalled', () => {
    const asked = `import('./src/is-alive.ts').then((it) => console.log(it.isAlive(1)))`;
    const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', asked], {
      cwd: root,
      ...(isRoot ? { uid: 65_534, gid: 65_534 } : {}),
    });
    expect(stdout.toString().trim()).toBe('true');
  });
});
