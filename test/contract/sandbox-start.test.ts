/** The sandbox is quick to start, keeps workers ready, and says in words when it is weaker than it should be. */
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { seccompFilter } from '../../adapters/sandbox/seccomp-filter.ts';
import type { LogFields } from '../../src/log.ts';
import { silentLogger } from '../../src/log.ts';
import { failureOf, runTask, sandboxForTest } from '../support/sandbox/sandbox-for-test.ts';

const rounds = 15;

describe('starting a job in the sandbox', () => {
  it('takes a moment only, because a worker waits for it', async () => {
    const test = await sandboxForTest('plain-worker', { pool: 2 });
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await test.sandbox.level();
      const start = performance.now();
      await runTask(
        test.sandbox,
        { task: 'echo' },
        { blobs: [Buffer.from('x')], onFrame: () => times.push(performance.now() - start) },
      );
    }
    await test.close();
    const median = times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
    console.log(`sandbox start as seen by a job: median ${median.toFixed(1)} ms of ${rounds} (aim: under 30 ms)`);
    expect(median).toBeLessThan(90);
  });

  it('works for more jobs at once than there are workers waiting', async () => {
    const test = await sandboxForTest('plain-worker', { pool: 1 });
    const jobs = Array.from({ length: 4 }, () => runTask(test.sandbox, { task: 'echo' }, { blobs: [Buffer.from('x')] }));
    expect((await Promise.all(jobs)).map((received) => received.length)).toEqual([1, 1, 1, 1]);
    await test.close();
  });

  it('goes on after a waiting worker was killed from outside', async () => {
    const test = await sandboxForTest('dying-worker', { pool: 2 });
    await test.sandbox.level();
    await sleep(400);
    const error = await failureOf(runTask(test.sandbox, {}));
    expect(error.code).toMatch(/sandbox-(crashed|unavailable)/);
    await test.close();
  });

  it('says that it is unavailable when no worker can boot, instead of waiting for ever', async () => {
    const test = await sandboxForTest('unbootable-worker');
    expect(await failureOf(runTask(test.sandbox, {}))).toMatchObject({ code: 'sandbox-unavailable', retry: 'later' });
    await test.close();
  });
});

describe('a sandbox that lacks a belt', () => {
  const warnings: string[] = [];
  const log = {
    ...silentLogger,
    warn: (message: string, fields?: LogFields) => warnings.push(`${message} ${fields?.['missing'] ?? ''}`),
  };

  it('says so in words when system calls are not filtered', async () => {
    const ways = [{ identity: 'shared', userNamespace: true, lockNamespaces: true, seccomp: null } as const];
    const test = await sandboxForTest('plain-worker', { ways, log });
    const { level, missing } = await test.sandbox.level();
    expect(level).toBe('reduced');
    expect(missing).toContain('system calls are not filtered (seccomp)');
    await test.close();
  });

  it.runIf(process.getuid?.() === 0)(
    'says so in words, and still does its work, where user namespaces are forbidden',
    async () => {
      const ways = [
        { identity: 'shared', userNamespace: false, lockNamespaces: false, seccomp: seccompFilter(process.arch) } as const,
      ];
      const test = await sandboxForTest('plain-worker', { ways, log });
      const { level, missing } = await test.sandbox.level();
      expect({ level, missing }).toEqual({ level: 'reduced', missing: ['there is no user namespace around a worker'] });
      expect(await runTask(test.sandbox, { task: 'echo' }, { blobs: [Buffer.from('x')] })).toHaveLength(1);
      await test.close();
    },
  );

  it('says so in words, still does its work, and is refused where more is demanded, when there is no bubblewrap', async () => {
    const test = await sandboxForTest('plain-worker', { ways: [], log });
    const { level, missing } = await test.sandbox.level();
    expect(level).toBe('none');
    expect(missing).toContain('a worker can reach the network');
    expect(missing).toContain('a worker can reach files of this computer');
    expect(warnings.join('\n')).toContain('THERE IS NO SANDBOX');
    expect(await runTask(test.sandbox, { task: 'echo' }, { blobs: [Buffer.from('x')] })).toHaveLength(1);
    await test.close();

    const strict = await sandboxForTest('plain-worker', { ways: [], minimum: 'reduced' });
    expect((await failureOf(runTask(strict.sandbox, { task: 'echo' }))).code).toBe('sandbox-unavailable');
    await strict.close();
  });
});
