/** `npm run doctor`: every part checked live, in the running program when there is one. */
import { type CheckResult, checkLines } from './checks.ts';
import type { Config } from './config.ts';
import { remoteCheck } from './control.ts';
import { lockHolder } from './lock.ts';
import { createLogger } from './logger.ts';
import { configOrExit, main } from './run.ts';
import { wire } from './wire.ts';

await main(async () => {
  const config = configOrExit();
  const holder = config.databaseUrl ? null : lockHolder(config.dataDir);
  const results = holder ? await remoteCheck(holder.socket) : await checkAlone(config);
  process.stdout.write(`${checkLines(results).join('\n')}\n`);
  return results.some((result) => result.state === 'wrong') ? 1 : 0;
});

/** Opens the parts for itself; a part that does not even open is the first red line. */
async function checkAlone(config: Config): Promise<CheckResult[]> {
  const app = await wire(config, { log: createLogger('error') });
  try {
    return await app.check();
  } finally {
    await app.stop(0);
  }
}
