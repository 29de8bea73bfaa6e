import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockHolder, takeLock } from '../../../src/app/lock.ts';
import { testFolder } from '../../support/test-folder.ts';

describe('the lock on a data folder', () => {
  it('is held by one, and free again after release', () => {
    const folder = testFolder();
    const first = takeLock(folder, '/run/a.sock');
    expect(first).toHaveProperty('release');
    expect(takeLock(folder, '/run/b.sock')).toMatchObject({ pid: process.pid, socket: '/run/a.sock' });
    expect(lockHolder(folder)).toMatchObject({ socket: '/run/a.sock' });
    if ('release' in first) first.release();
    expect(lockHolder(folder)).toBeNull();
    expect(takeLock(folder, '/run/b.sock')).toHaveProperty('release');
  });

  it('is taken over from a process that was killed, also when its number was given to another', async () => {
    const folder = testFolder();
    const gone = spawn(process.execPath, ['-e', '']);
    await once(gone, 'exit');
    for (const pid of [gone.pid, process.pid]) {
      writeFileSync(join(folder, 'lock'), JSON.stringify({ pid, startedAt: 'long ago', socket: '/run/a.sock' }));
      const taken = takeLock(folder, '/run/b.sock');
      expect(taken).toHaveProperty('release');
      if ('release' in taken) taken.release();
    }
    expect(readdirSync(folder)).toEqual([]);
  });
});
