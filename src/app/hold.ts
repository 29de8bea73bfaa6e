/** Holds the data folder for as long as a program runs: lock, control socket, and the whole app behind them. */
import type { Logger } from '../log.ts';
import { type Config, isEmbedded } from './config.ts';
import { type Control, controlPath, serveControl } from './control.ts';
import { takeFolder } from './lock.ts';
import { type App, type WireOptions, wire } from './wire.ts';

export type Held = {
  app: App;
  /** How many other commands use this process now. */
  guests(): number;
  /** `guestMs`: how long those other commands may go on before the rest stops. */
  stop(graceMs: number, guestMs?: number): Promise<void>;
};

const shortestGraceMs = 5_000;

/** `control`: other commands may ask this process. Rejects with FolderTaken when another process holds the folder. */
export async function hold(config: Config, options: WireOptions & { log: Logger; control: boolean }): Promise<Held> {
  const socket = controlPath(config.dataDir, config.runtimeDir);
  const lock = isEmbedded(config) ? takeFolder(config.dataDir, socket) : null;
  let app: App | undefined;
  let control: Control | undefined;
  const stop = async (graceMs: number, guestMs = graceMs * 0.4): Promise<void> => {
    const since = performance.now();
    await control?.close(guestMs);
    const left = graceMs - (performance.now() - since);
    await app?.stop(Math.max(left, Math.min(graceMs, shortestGraceMs)));
    lock?.release();
  };
  try {
    const running = await wire(config, options);
    app = running;
    const { log } = options;
    await running.tidy();
    if (options.control && lock) control = await serveControl(socket, { ...running, log });
    await running.start();
    return { app: running, guests: () => control?.guests() ?? 0, stop };
  } catch (error) {
    await stop(0).catch(() => options.log.warn('the half-started program did not stop cleanly'));
    throw error;
  }
}
