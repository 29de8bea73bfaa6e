/** Keeps a few workers booted and waiting; each is used once. */
import { AppError } from '../../src/errors.ts';
import type { Logger } from '../../src/log.ts';
import type { WorkerProcess } from './worker-process.ts';

export type WorkerPool = {
  /** A booted worker that from now on belongs to the caller. Rejects with `sandbox-unavailable`. */
  take(): Promise<WorkerProcess>;
  /** Boots workers in the background until the pool is full. */
  fill(): void;
  /** Resolves when the pool is full, or booting failed. `hurried`: with workers that have not practised yet, and go on while they wait. */
  filled(hurried?: boolean): Promise<void>;
  close(): Promise<void>;
};

const bootMs = 20_000;
const attempts = 3;
const pauseAfterFailureMs = 1_000;
const hurryAgainMs = 40;

type Waiting = { worker: WorkerProcess; booted: Promise<WorkerProcess | null> };

export function createWorkerPool(options: { size: number; start: () => WorkerProcess; log: Logger }): WorkerPool {
  const { size, start, log } = options;
  /** In the order they were started; also those that still boot. */
  const waiting: Waiting[] = [];
  let failures = 0;
  let closed = false;
  let pause: NodeJS.Timeout | undefined;

  const startOrNull = (): WorkerProcess | null => {
    try {
      return start();
    } catch (error) {
      failures += 1;
      log.warn('A sandbox worker could not be started.', { failures, error: error instanceof Error ? error.name : null });
      return null;
    }
  };

  const leave = (worker: WorkerProcess) => {
    const index = waiting.findIndex((each) => each.worker === worker);
    if (index < 0) return false;
    waiting.splice(index, 1);
    return true;
  };

  const boot = () => {
    const worker = startOrNull();
    if (!worker) return;
    const booted = becomeReady(worker).then(
      () => {
        failures = 0;
        return worker;
      },
      (error: unknown) => {
        if (closed) return null;
        failures += 1;
        log.warn('A sandbox worker did not start.', { failures });
        log.debug('Why the worker did not start.', { error: String(error).slice(0, 600) });
        return null;
      },
    );
    waiting.push({ worker, booted });
    void worker.ended.then(() => {
      if (leave(worker)) refillLater();
    });
  };

  const fill = () => {
    while (!closed && waiting.length < size && failures < attempts) boot();
  };

  const refillLater = () => {
    clearTimeout(pause);
    if (closed) return;
    pause = setTimeout(
      () => {
        failures = Math.min(failures, attempts - 1);
        fill();
      },
      pauseAfterFailureMs * 2 ** Math.min(failures, 6),
    );
    pause.unref();
  };

  return {
    fill,
    async filled(isHurried = false) {
      fill();
      await Promise.all(waiting.map((each) => (isHurried ? hurried(each) : each.booted)));
    },
    async take() {
      for (let attempt = 0; attempt < attempts && !closed; attempt += 1) {
        if (waiting.length === 0) boot();
        const next = waiting.shift();
        const worker = next && (await hurried(next));
        if (worker?.isAlive()) return worker;
      }
      throw new AppError('sandbox-unavailable', 'No sandbox worker could be started.', { retry: 'later' });
    },
    async close() {
      closed = true;
      clearTimeout(pause);
      await Promise.all(waiting.splice(0).map((each) => each.worker.kill()));
    },
  };
}

/** Said again and again: a worker hears nothing while its program is still being loaded. Nor does it matter to one that is ready. */
async function hurried({ worker, booted }: Waiting): Promise<WorkerProcess | null> {
  const timer = setInterval(() => worker.hurry(), hurryAgainMs);
  try {
    return await booted;
  } finally {
    clearInterval(timer);
  }
}

async function becomeReady(worker: WorkerProcess): Promise<void> {
  const timer = setTimeout(() => void worker.kill(), bootMs);
  try {
    await worker.ready;
  } catch (error) {
    await worker.kill();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
