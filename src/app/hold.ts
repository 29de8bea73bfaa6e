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
  let app: App | undefined;
  let control: { close(): Promise<void> } | undefined;
  const stop = async (graceMs: number): Promise<void> => {
    await control?.close();
    await app?.stop(graceMs);
    lock?.release();
  };
  try {
    const running = await wire(config, options);
    app = running;
    if (options.control && lock) control = await serveControl(socket, { desk: running.desk, check: () => running.check() });
    await running.start();
    return { app: running, stop };
  } catch (error) {
    await stop(0).catch(() => options.log.warn('the half-started program did not stop cleanly'));
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
