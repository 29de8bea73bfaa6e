/** Starts a private Redis and stays: `hold-redis.ts <folder>`. Says where it listens. Tests kill it. */
import { startPrivateRedis } from '../../../adapters/redis/private-redis.ts';
import { silentLogger } from '../../../src/log.ts';

const redis = await startPrivateRedis({
  folder: process.argv[2] ?? '',
  searchPath: process.env['PATH'] ?? '',
  log: silentLogger,
});
console.log(redis.path);
setInterval(() => undefined, 60_000);
