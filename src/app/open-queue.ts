/** The queue on a configured server, or on a private one that lives as long as this program. */
import { join } from 'node:path';
import { startPrivateRedis } from '../../adapters/redis/private-redis.ts';
import { createQueue } from '../../adapters/redis/queue.ts';
import type { Clock } from '../clock.ts';
import type { JobQueue } from '../generation/ports.ts';
import type { Logger } from '../log.ts';
import type { Keyring } from '../privacy/keyring.ts';
import type { Config } from './config.ts';
import { jobs } from './jobs.ts';

export async function openQueue(
  config: Config,
  { clock, log, keyring }: { clock: Clock; log: Logger; keyring(): Promise<Keyring> },
  closers: (() => Promise<void>)[],
): Promise<{ queue: JobQueue }> {
  let connection: { url: string } | { path: string };
  if (config.redisUrl) connection = { url: config.redisUrl };
  else {
    const redis = await startPrivateRedis({ folder: join(config.dataDir, 'redis'), searchPath: config.searchPath, log });
    closers.push(() => redis.close());
    connection = { path: redis.path };
  }
  // The key of all look-ups: whoever shares this data must have it, and nobody else has.
  const dataSet = async () => Buffer.from(await (await keyring()).lookup('queue', 'jobs')).toString('hex', 0, 8);
  const queue = createQueue({ connection, dataSet, jobs, clock, log });
  closers.push(() => queue.close());
  return { queue };
}
