/** One worker process: started, fed, read from and killed; whatever happens to it, nothing of it stays. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { encodeAnswer, encodeJobHeader, type Frame, FrameTooBig, readFrames } from '../../src/generation/frames.ts';
import type { SandboxJob } from '../../src/generation/ports.ts';
import type { CommandLine } from './confinement.ts';
import type { JobLimits } from './limits.ts';
import { children, descendants } from './process-tree.ts';

export type WorkerEnd = { code: number | null; signal: NodeJS.Signals | null };

export type WorkerProcess = {
  readonly pid: number;
  /** Resolves when the worker waits for its job; rejects when it ends or misbehaves before. */
  ready: Promise<void>;
  /** Resolves, never rejects, once the worker and all it started are gone. */
  ended: Promise<WorkerEnd>;
  isAlive(): boolean;
  /** Asks a worker that still practises to be ready soon. One that does not listen, or not yet, takes no notice. */
  hurry(): void;
  /** Lowers the limits it was born with to those of its job. */
  lower(limits: JobLimits): Promise<void>;
  /** Resolves when all is written; a worker that stops reading shows itself at the end of its frames. */
  send(job: SandboxJob): Promise<void>;
  /** Hands over what it asked for. */
  answer(bytes: Uint8Array): void;
  /** The next frame, or null at the end of them. Rejects when the bytes are no frames or too many. */
  next(): Promise<{ frame: Frame; blob: Uint8Array } | null>;
  allow(limits: Pick<JobLimits, 'resultBytes' | 'frames'>): void;
  kill(): Promise<WorkerEnd>;
  /** The last words on standard error, 4 KB at most: may hold anything, so it is looked through and never logged. */
  lastWords(): string;
};

const silenceMs = 2_000;
const bootAllowance = { resultBytes: 65_536, frames: 1 };

export function startWorker(line: CommandLine, prlimit: string | null): WorkerProcess {
  const child = spawn(line.file, line.args, {
    cwd: '/',
    env: line.env,
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe', 'pipe', ...(line.seccomp ? (['pipe'] as const) : [])],
    ...(line.user ?? {}),
  });
  const [input, , errors, results, filter] = child.stdio as unknown as [Writable, null, Readable, Readable, Writable?];
  // A worker may go at any time: the broken pipe is seen as the end of its frames.
  for (const pipe of [input, errors, results, filter]) pipe?.on('error', ignore);
  filter?.end(line.seccomp);
  const pid = child.pid ?? 0;
  const words = keepLastWords(errors);
  const reading = countedFrames(results);
  const ended = endOf(child, errors);
  let alive = true;
  void ended.then(() => {
    alive = false;
  });

  const worker: WorkerProcess = {
    pid,
    ended,
    ready: becomesReady(reading.next, ended, words),
    isAlive: () => alive,
    hurry() {
      if (alive && pid) signalTo(workerOf(pid, line.confined), 'SIGCONT');
    },
    lower: (limits) =>
      prlimit && pid ? lowerLimits(prlimit, workerOf(pid, line.confined), line.owner, limits) : Promise.resolve(),
    send: (job) => sendJob(input, job),
    answer: (bytes) => void input.write(encodeAnswer(bytes)),
    next: reading.next,
    allow: reading.allow,
    kill() {
      if (alive && pid) killTree(pid, line.confined, ended);
      input.destroy();
      results.destroy();
      return ended;
    },
    lastWords: words,
  };
  worker.ready.catch(ignore);
  return worker;
}

const ignore = () => undefined;

function endOf(child: ReturnType<typeof spawn>, errors: Readable): Promise<WorkerEnd> {
  // Every process of the worker holds standard error: only when it closes the last of them is gone.
  const silent = new Promise<void>((resolve) => errors.once('close', resolve));
  return new Promise((resolve) => {
    child.once('error', () => resolve({ code: null, signal: null }));
    child.once('exit', (code, signal) => {
      const end = () => resolve({ code, signal });
      void silent.then(end);
      // Without a sandbox a process may slip away and hold it open.
      setTimeout(end, silenceMs).unref();
    });
  });
}

function keepLastWords(errors: Readable): () => string {
  let kept = Buffer.alloc(0);
  errors.on('data', (chunk: Buffer) => {
    kept = Buffer.concat([kept, chunk]).subarray(-4_096);
  });
  return () => kept.toString('utf8');
}

function countedFrames(results: Readable) {
  let allowed: Pick<JobLimits, 'resultBytes' | 'frames'> = bootAllowance;
  let bytes = 0;
  let frames = 0;
  async function* counted() {
    for await (const chunk of results as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > allowed.resultBytes) throw new FrameTooBig('all frames together are over their limit');
      yield chunk;
    }
  }
  const iterator = readFrames(counted());
  return {
    allow(limits: typeof allowed) {
      allowed = limits;
    },
    async next() {
      const { value, done } = await iterator.next();
      if (done) return null;
      frames += 1;
      if (frames > allowed.frames) throw new FrameTooBig('too many frames');
      return value;
    },
  };
}

async function becomesReady(next: WorkerProcess['next'], ended: Promise<WorkerEnd>, words: () => string): Promise<void> {
  const first = await next().catch(() => null);
  if (first?.frame.frame === 'ready') return;
  if (first) throw new Error('The worker said something else before it was ready');
  const { code, signal } = await ended;
  throw new Error(`The worker ended before it was ready (${code ?? signal ?? 'not started'}): ${words().slice(-300)}`);
}

/** Inside bubblewrap the worker is the only child of the only child; without it, it is the process itself. */
function workerOf(pid: number, confined: boolean): number {
  let found = pid;
  for (let depth = 0; confined && depth < 3; depth += 1) found = children(found)[0] ?? found;
  return found;
}

function lowerLimits(prlimit: string, pid: number, owner: CommandLine['owner'], limits: JobLimits): Promise<void> {
  const args = [
    `--pid=${pid}`,
    `--data=${limits.dataBytes}`,
    `--fsize=${limits.resultBytes}`,
    `--cpu=${limits.cpuSeconds}:${limits.cpuSeconds + 2}`,
  ];
  return new Promise((resolve, reject) => {
    // As the worker's own user: a root without every capability may not touch the limits of another's process.
    execFile(prlimit, args, { env: {}, timeout: 5_000, ...(owner ?? {}) }, (error) => (error ? reject(error) : resolve()));
  });
}

async function sendJob(input: Writable, job: SandboxJob): Promise<void> {
  const sizes = job.blobs.map((blob) => blob.byteLength);
  const head = encodeJobHeader({ kind: job.kind, header: job.header, sizes });
  const closed = once(input, 'close').catch(ignore);
  for (const part of [head, ...job.blobs]) {
    if (input.destroyed) return;
    if (!input.write(part)) await Promise.race([once(input, 'drain').catch(ignore), closed]);
  }
}

function signalTo(target: number, signal: NodeJS.Signals): void {
  try {
    process.kill(target, signal);
  } catch {
    // Already gone.
  }
}

function killTree(pid: number, confined: boolean, ended: Promise<WorkerEnd>): void {
  const signal = (target: number) => signalTo(target, 'SIGKILL');
  if (!confined) {
    for (const each of [...descendants(pid), -pid]) signal(each);
    return;
  }
  // The inner process takes its whole namespace with it, and bubblewrap outside then reaps it: no dead entry stays.
  const kill = (triesLeft: number) => {
    for (const each of children(pid)) signal(each);
    if (triesLeft === 0) signal(-pid);
    const again = setTimeout(kill, 20, triesLeft - 1);
    void ended.then(() => clearTimeout(again));
  };
  kill(10);
}
