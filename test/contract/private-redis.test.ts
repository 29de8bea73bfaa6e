/** The private Redis belongs to one program and its data, and to nobody else. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
import { startPrivateRedis } from '../../adapters/redis/private-redis.ts';
import { isAlive } from '../../src/is-alive.ts';
import { silentLogger } from '../../src/log.ts';
import { redisForTests, searchPath } from '../support/redis/redis-for-test.ts';

const redis = redisForTests();

describe('the private Redis', () => {
  it('can be reached by nobody but its owner, and over no network', async () => {
    const client = new Redis({ path: redis.socket() });
    expect(await client.config('GET', 'port')).toEqual(['port', '0']);
    expect(await client.config('GET', 'appendonly')).toEqual(['appendonly', 'yes']);
    client.disconnect();
  });

  it('keeps what it was given over a restart', async () => {
    await redis.open().ring('make-ad', 'kept', { delayMs: 60_000 });
    await redis.restart();
    expect((await redis.left()).join(' ')).toContain('delayed');
  });

  it('says what is missing when no server program is installed', async () => {
    const starting = startPrivateRedis({ folder: join(redis.folder(), 'other'), searchPath: '/nowhere', log: silentLogger });
    await expect(starting).rejects.toMatchObject({ code: 'queue-unavailable' });
  });

  it('does not outlive a program that was killed, and the next program starts its own on the same folder', async () => {
    const other = join(redis.folder(), 'other');
    const program = fileURLToPath(new URL('../support/redis/hold-redis.ts', import.meta.url));
    const holder = spawn(process.execPath, ['--import', 'tsx', program, other], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    const { pid } = JSON.parse(await readFile(join(other, 'adwright-redis.json'), 'utf8'));
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const next = await startPrivateRedis({ folder: other, searchPath, log: silentLogger });
    // Its entry goes when whoever inherited it looks.
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
    await next.close();
    expect(await readdir(other)).toEqual(['appendonlydir']);
  });

  it('stops one that was left over, and leaves a stranger with the same number alone', async () => {
    const other = join(redis.folder(), 'other');
    const program = fileURLToPath(new URL('../support/redis/hold-redis.ts', import.meta.url));
    const withoutSetpriv = { ...process.env, PATH: await folderWithRedisOnly() };
    const holder = spawn(process.execPath, ['--import', 'tsx', program, other], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: withoutSetpriv,
    });
    await once(holder.stdout, 'data');
    const { pid } = JSON.parse(await readFile(join(other, 'adwright-redis.json'), 'utf8'));
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(process.kill(pid, 0)).toBe(true);
    const next = await startPrivateRedis({ folder: other, searchPath, log: silentLogger });
    // Its entry goes when whoever inherited it looks.
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
    await next.close();
  });
});

/** A search path on which there is a Redis, but nothing that would end it together with its parent. */
async function folderWithRedisOnly(): Promise<string> {
  const only = await mkdtemp(join(redis.folder(), 'bin-'));
  for (const name of ['redis-server', 'valkey-server']) {
    for (const from of searchPath.split(':')) {
      const found = await access(join(from, name)).then(
        () => true,
        () => false,
      );
      if (found) await symlink(join(from, name), join(only, name)).catch(() => null);
    }
  }
  return only;
}
