/** Remembers which Redis is ours, so that one left over from a killed program is recognised and stopped, and never anybody else's. */
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { z } from 'zod';
import { AppError, codeOf } from '../../src/errors.ts';
import { isAlive } from '../../src/is-alive.ts';
import type { Logger } from '../../src/log.ts';

const ownerSchema = z.object({ pid: z.number().int().positive(), socket: z.string() });
type Owner = z.infer<typeof ownerSchema>;

const stopMs = 10_000;
const ownerFile = (folder: string) => join(folder, 'adwright-redis.json');

export async function rememberOwner(folder: string, owner: Owner): Promise<void> {
  const path = ownerFile(folder);
  await writeFile(`${path}.new`, JSON.stringify(owner), { mode: 0o600 });
  await rename(`${path}.new`, path);
}

export async function forgetOwner(folder: string): Promise<void> {
  await rm(ownerFile(folder), { force: true });
}

/** Two servers on one folder would destroy it: the one before must be gone before the next one starts. */
export async function stopLeftOver(folder: string, log: Logger): Promise<void> {
  const owner = await readOwner(folder);
  if (!owner) return;
  if (await isStillOurs(owner)) {
    log.warn('A private Redis was left over from a killed program and is stopped.', { pid: owner.pid });
    askToEnd(owner.pid, folder);
    const deadline = performance.now() + stopMs;
    while (isAlive(owner.pid) && performance.now() < deadline) await sleep(20);
    if (isAlive(owner.pid)) process.kill(owner.pid, 'SIGKILL');
  }
  if (basename(dirname(owner.socket)).startsWith('adwright-redis-'))
    await rm(dirname(owner.socket), { recursive: true, force: true });
  await forgetOwner(folder);
}

function askToEnd(pid: number, folder: string): void {
  try {
    process.kill(pid, 'SIGTERM');
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return;
    const message = `Another user's Redis (process ${pid}) works on ${folder}. Stop it as that user, then start again.`;
    throw new AppError('queue-unavailable', message, { retry: 'later', cause: error });
  }
}

async function readOwner(folder: string): Promise<Owner | null> {
  try {
    return ownerSchema.parse(JSON.parse(await readFile(ownerFile(folder), 'utf8')));
  } catch {
    return null;
  }
}

/** The number alone proves nothing, it may have been given to another program: the server behind our socket must name it. */
async function isStillOurs({ pid, socket }: Owner): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const client = new Redis({
    path: socket,
    lazyConnect: true,
    connectTimeout: 1_000,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.info('server')).includes(`process_id:${pid}\r\n`);
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}
