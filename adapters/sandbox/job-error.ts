/** Says how a job ended: turns exit codes, signals and error frames of a worker into one error of ours. */
import { constants } from 'node:os';
import { AppError } from '../../src/errors.ts';
import type { Frame } from '../../src/generation/frames.ts';
import type { WorkerEnd } from './worker-process.ts';

const memoryWords =
  /out of memory|bad_alloc|allocation fail|could not allocate|cannot allocate|ENOMEM|Cannot create a string longer/i;
const sizeWords = /SIGXFSZ|EFBIG|ENOSPC|no space left|file too large/i;

const outOfMemory = (cause: unknown) =>
  new AppError('sandbox-out-of-memory', 'The job took more memory than it may.', { retry: 'never', cause });
const tooBig = (cause: unknown) =>
  new AppError('sandbox-result-too-big', 'The job wrote more than it may.', { retry: 'never', cause });

/** The worker's own words may hold anything: they go into the cause, never into the message. */
export function errorOfFrame(frame: Exclude<Frame, { frame: 'data' | 'done' }>): AppError {
  if (frame.frame === 'ready' || frame.frame === 'ask')
    return new AppError('sandbox-crashed', 'The worker spoke out of turn.', { retry: 'never' });
  const cause = new Error(frame.message);
  if (memoryWords.test(frame.message)) return outOfMemory(cause);
  if (sizeWords.test(frame.message)) return tooBig(cause);
  return new AppError('studio-failed', 'The worker could not do the job and said so.', { retry: 'never', cause });
}

export function errorOfEnd(end: WorkerEnd, lastWords: string): AppError {
  const signal = signalOf(end);
  const cause = new Error(`exit ${end.code ?? '-'}, signal ${end.signal ?? '-'}`);
  if (signal === constants.signals.SIGXFSZ || sizeWords.test(lastWords)) return tooBig(cause);
  if (signal === constants.signals.SIGXCPU) {
    return new AppError('sandbox-timeout', 'The job took more processor time than it may.', { retry: 'later', cause });
  }
  // Nobody but the kernel kills a worker behind our back, and it does so for memory.
  if (signal === constants.signals.SIGKILL || memoryWords.test(lastWords)) return outOfMemory(cause);
  return new AppError('sandbox-crashed', 'The worker ended before its job was done.', { retry: 'later', cause });
}

/** bubblewrap hands a signal on as exit code 128 + number. */
function signalOf(end: WorkerEnd): number {
  if (end.signal) return constants.signals[end.signal];
  return end.code && end.code > 128 ? end.code - 128 : 0;
}
