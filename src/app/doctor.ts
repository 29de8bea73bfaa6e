/** `npm run doctor`: every part checked live, in the running program when there is one. */
import { createDatabase } from '../../adapters/postgres/database.ts';
import { createStudio } from '../../adapters/studio/studio.ts';
import { systemClock } from '../clock.ts';
import { randomId } from '../ids.ts';
import { type CheckResult, checkLines, runChecks } from './checks.ts';
import { type Config, isEmbedded } from './config.ts';
import { controlPath } from './control.ts';
import { reachOr, remoteCheck } from './control-client.ts';
import { type Lock, takeFolder } from './lock.ts';
import { createLogger } from './logger.ts';
import { openCredentials, openedLater } from './open-credentials.ts';
import { openKeys } from './open-keys.ts';
import { openQueue } from './open-queue.ts';
import { openSandbox } from './open-sandbox.ts';
import { partners } from './privacy-parts.ts';
import { questionsFor } from './questions.ts';
import { configOrExit, main } from './run.ts';
import { StartProblem } from './start-problem.ts';
import { openConnection, openKeyStore, openMediaStore } from './stores.ts';

await main(async () => {
  const config = configOrExit();
  const results = await checkEverything(config);
  process.stdout.write(`${checkLines(results).join('\n')}\n`);
  // A part that hangs must not keep the doctor waiting after it has spoken.
  process.exit(results.some((result) => result.state === 'wrong') ? 1 : 0);
});

async function checkEverything(config: Config): Promise<CheckResult[]> {
  if (!isEmbedded(config)) return checkAlone(config);
  try {
    const take = async () => takeFolder(config.dataDir, controlPath(config.dataDir, config.runtimeDir));
    const reached = await reachOr(config.dataDir, take);
    return 'line' in reached ? await remoteCheck(reached.line) : await checkAlone(config, reached.taken);
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    return [{ part: 'data folder', state: 'wrong', says: error.message, remedy: null }];
  }
}

/** Opens each part for itself, so that one that is broken does not hide the others. */
async function checkAlone(config: Config, lock?: Lock): Promise<CheckResult[]> {
  const log = createLogger('silent');
  const closers: (() => Promise<void>)[] = [];
  const opened = <Part extends { close(): Promise<void> }>(part: Part): Part => {
    closers.push(() => part.close());
    return part;
  };
  try {
    const keys = opened(openKeyStore(config));
    const keyring = async () => {
      const rows = await database().then(
        ({ prisma }) => prisma,
        () => null,
      );
      return (await openKeys(config, { keys, rows, clock: systemClock })).keyring;
    };
    const credentials = async () => openCredentials(config, { keys, keyring: await keyring(), clock: systemClock });
    const sandbox = opened(openSandbox(config, log));
    let connection: ReturnType<typeof openConnection> | undefined;
    const database = async () => {
      connection ??= openConnection(config).then(opened);
      return connection;
    };
    const records = async () =>
      createDatabase(await database(), { keyring: await keyring(), clock: systemClock, newId: randomId });
    return await runChecks(
      questionsFor({
        config,
        database,
        installations: async () => (await records()).installations,
        records,
        keys,
        partners,
        queue: async () => (await openQueue(config, { clock: systemClock, log, keyring }, closers)).queue,
        keyring,
        media: opened(openMediaStore(config)),
        sandbox,
        studio: createStudio({ sandbox, log, credentials: openedLater(credentials) }),
        credentials,
        clock: systemClock,
        log,
      }),
    );
  } finally {
    for (const close of closers.reverse()) await close().catch(() => undefined);
    lock?.release();
  }
}
