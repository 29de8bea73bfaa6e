/** Holds the data folder for as long as a program runs: lock, control socket, and the whole app behind them. */
import type { Logger } from '../log.ts';
import type { Config } from './config.ts';
import { controlPath, serveControl } from './control.ts';
import { type Lock, takeLock } from './lock.ts';
import { StartProblem } from './start-problem.ts';
import { type App, type WireOptions, wire } from './wire.ts';

export type Held = { app: App; stop(graceMs: number): Promise<void> };

const isEmbedded = (config: Config): boolean => !config.databaseUrl || !config.redisUrl || !config.mediaUrl || !config.keysUrl;

/** `control`: other commands may ask this process. Rejects with StartProblem when another process holds the folder. */
export async function hold(config: Config, options: WireOptions & { log: Logger; control: boolean }): Promise<Held> {
  const socket = controlPath(config.dataDir, config.runtimeDir);
  const lock = isEmbedded(config) ? lockOrExplain(config.dataDir, socket) : null;
  let app: App | null = null;
  try {
    app = await wire(config, options);
    const running = app;
    const control =
      options.control && lock ? await serveControl(socket, { desk: running.desk, check: () => running.check() }) : null;
    await running.start();
    return {
      app: running,
      stop: async (graceMs) => {
        await control?.close();
        await running.stop(graceMs);
        lock?.release();
      },
    };
  } catch (error) {
    await app?.stop(0).catch(() => options.log.warn('the half-started program did not stop cleanly'));
    lock?.release();
    throw error;
  }
}

function lockOrExplain(dataDir: string, socket: string): Lock {
  const taken = takeLock(dataDir, socket);
  if ('release' in taken) return taken;
  throw new StartProblem(
    `Adwright already runs on ${dataDir} (process ${taken.pid}). Stop it first, or set DATA_DIR to another folder.`,
  );
}
