/** Runs one job in one worker: hands it over, reads hostile frames, keeps the limits and says in one error how it ended. */
import { createHash } from 'node:crypto';
import { AppError } from '../../src/errors.ts';
import { FrameTooBig } from '../../src/generation/frames.ts';
import type { SandboxJob, SandboxOptions } from '../../src/generation/ports.ts';
import type { Logger } from '../../src/log.ts';
import { errorOfEnd, errorOfFrame } from './job-error.ts';
import type { JobLimits } from './limits.ts';
import { descendants, privateMemory } from './process-tree.ts';
import type { WorkerProcess } from './worker-process.ts';

const memoryCheckMs = 100;

/** Resolves when the worker said it is done. The worker is dead, and all of it gone, either way. */
export async function runJob(
  worker: WorkerProcess,
  job: SandboxJob,
  limits: JobLimits,
  options: SandboxOptions & { log: Logger },
): Promise<void> {
  const verdict: { reason: AppError | null } = { reason: null };
  const stop = (error: AppError) => {
    verdict.reason ??= error;
    void worker.kill();
  };
  const abort = () => stop(new AppError('cancelled', 'The job was cancelled.', { retry: 'later' }));
  const clock = wallClock(limits.wallMs, () => stop(timedOut()));
  const stopWatching = watchMemory(worker.pid, limits.memoryBytes, () => stop(outOfMemory()));
  options.signal.addEventListener('abort', abort, { once: true });
  if (options.signal.aborted) abort();
  try {
    await worker.lower(limits).catch((error: unknown) => {
      throw new AppError('sandbox-crashed', 'The limits of the job could not be set.', { retry: 'later', cause: error });
    });
    worker.allow(limits);
    void worker.send(job);
    for (let done = false; !done; ) {
      const next = await nextFrame(worker);
      if (next.frame.frame === 'data') {
        clock.pause();
        await options.onFrame({ header: next.frame.header, blob: next.blob });
        clock.resume();
      } else if (next.frame.frame === 'ask' && options.onQuestion) {
        clock.pause();
        worker.answer(await options.onQuestion({ header: next.frame.header, blob: next.blob }));
        clock.resume();
      } else if (next.frame.frame === 'done') done = true;
      else throw errorOfFrame(next.frame);
    }
  } catch (error) {
    throw verdict.reason ?? error;
  } finally {
    clock.pause();
    stopWatching();
    options.signal.removeEventListener('abort', abort);
    await worker.kill();
    const words = worker.lastWords();
    if (words) options.log.debug('The worker wrote to standard error.', { kind: job.kind, ...trace(words) });
  }
}

/** Enough to tell one complaint from another. Never the words: they may hold what a person wrote, or what is in a photo. */
const trace = (words: string) => ({
  characters: words.length,
  sha256: createHash('sha256').update(words).digest('hex').slice(0, 8),
});

const timedOut = () => new AppError('sandbox-timeout', 'The job took longer than it may.', { retry: 'later' });
const outOfMemory = () => new AppError('sandbox-out-of-memory', 'The job took more memory than it may.', { retry: 'never' });

async function nextFrame(worker: WorkerProcess) {
  try {
    const next = await worker.next();
    if (next) return next;
  } catch (error) {
    if (error instanceof FrameTooBig) {
      throw new AppError('sandbox-result-too-big', 'The job handed back more than it may.', { retry: 'never' });
    }
    // A crash in the middle of a frame looks the same as a broken one: give its exit a moment to be seen.
    if (!(await endsWithin(worker, 500))) {
      throw new AppError('sandbox-crashed', 'The worker sent bytes that are not frames.', { retry: 'never', cause: error });
    }
  }
  const ended = await ((await endsWithin(worker, 500)) ? worker.ended : worker.kill());
  throw errorOfEnd(ended, worker.lastWords());
}

function endsWithin(worker: WorkerProcess, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ms);
    void worker.ended.then(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}

function wallClock(allowedMs: number, onEnd: () => void) {
  let left = allowedMs;
  let since = performance.now();
  let timer = setTimeout(onEnd, left);
  return {
    pause() {
      clearTimeout(timer);
      left -= performance.now() - since;
    },
    resume() {
      since = performance.now();
      timer = setTimeout(onEnd, Math.max(left, 0));
    },
  };
}

/** The system's own limits count each process by itself; this one counts the job. */
function watchMemory(pid: number, allowedBytes: number, onOver: () => void): () => void {
  const timer = setInterval(() => {
    const used = [pid, ...descendants(pid)].reduce((sum, each) => sum + privateMemory(each), 0);
    if (used > allowedBytes) onOver();
  }, memoryCheckMs);
  return () => clearInterval(timer);
}
