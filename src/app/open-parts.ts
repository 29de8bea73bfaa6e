/** From configuration to the queue and the sandbox, each with its own process or server behind it. */
import { join } from 'node:path';
import { startPrivateRedis } from '../../adapters/redis/private-redis.ts';
import { createQueue } from '../../adapters/redis/queue.ts';
import { createSandbox } from '../../adapters/sandbox/create-sandbox.ts';
import { studioRuntime } from '../../adapters/studio/runtime.ts';
import type { Clock } from '../clock.ts';
import type { JobQueue, Sandbox } from '../generation/ports.ts';
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

/** A real platform, not a loopback one. */
export const isConnected = ({ slack, discord }: Config): boolean =>
  (slack !== undefined && slack.apiUrl === undefined) || (discord !== undefined && discord.apiUrl === undefined);

export function openSandbox(config: Config, log: Logger): Sandbox {
  return createSandbox({
    runtime: studioRuntime,
    log,
    searchPath: config.searchPath,
    hidden: [config.dataDir, config.stateDir],
    ...(config.ffmpegPath ? { ffmpegPath: config.ffmpegPath } : {}),
    ...(isConnected(config) && !config.allowWeakSandbox ? { minimum: 'reduced' as const } : {}),
  });
}
