/** `npm run doctor`: every part checked live, in the running program when there is one. */
import { createStudio } from '../../adapters/studio/studio.ts';
import { systemClock } from '../clock.ts';
import { type CheckResult, checkLines, runChecks } from './checks.ts';
import type { Config } from './config.ts';
import { controlPath, remoteCheck } from './control.ts';
import { lockHolder, takeLock } from './lock.ts';
import { createLogger } from './logger.ts';
import { questionsFor } from './questions.ts';
import { configOrExit, main } from './run.ts';
import { StartProblem } from './start-problem.ts';
import { openConnection, openKeyring, openKeyStore, openMediaStore } from './stores.ts';
import { openQueue, openSandbox } from './wire.ts';

await main(async () => {
  const config = configOrExit();
  const holder = lockHolder(config.dataDir);
  const results = holder ? await remoteCheck(holder.socket) : await checkAlone(config);
  process.stdout.write(`${checkLines(results).join('\n')}\n`);
  // A part that hangs must not keep the doctor waiting after it has spoken.
  process.exit(results.some((result) => result.state === 'wrong') ? 1 : 0);
});

/** Opens each part for itself, so that one that is broken does not hide the others. */
async function checkAlone(config: Config): Promise<CheckResult[]> {
  const log = createLogger('silent');
  const lock = takeLock(config.dataDir, controlPath(config.dataDir, config.runtimeDir));
  if (!('release' in lock))
    throw new StartProblem(`Adwright starts on ${config.dataDir} at this moment; ask again in a few seconds.`);
  const closers: (() => Promise<void>)[] = [];
  const opened = <Part extends { close(): Promise<void> }>(part: Part): Part => {
    closers.push(() => part.close());
    return part;
  };
  try {
    const keys = opened(openKeyStore(config));
    const sandbox = opened(openSandbox(config, log));
    return await runChecks(
      questionsFor({
        config,
        database: async () => opened(await openConnection(config)),
        queue: async () => (await openQueue(config, { clock: systemClock, log }, closers)).queue,
        keyring: () => openKeyring(config, keys, systemClock),
        media: opened(openMediaStore(config)),
        sandbox,
        studio: createStudio({ sandbox, log }),
        clock: systemClock,
        log,
      }),
    );
  } finally {
    for (const close of closers.reverse()) await close().catch(() => undefined);
    lock.release();
  }
}
