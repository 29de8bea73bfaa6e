/** The sandbox: one fresh, confined process per media job, taken from a small pool of workers that already booted. */
import { availableParallelism, tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { AppError } from '../../src/errors.ts';
import { frameLimits, type SandboxRuntime } from '../../src/generation/frames.ts';
import type { Sandbox, SandboxJob, SandboxLevel, SandboxOptions } from '../../src/generation/ports.ts';
import type { Logger } from '../../src/log.ts';
import { type Confinement, chooseConfinement } from './choose-confinement.ts';
import { type Belts, isVisibleInside, type Programs } from './confinement.ts';
import { findProgram } from './find-program.ts';
import { defaultLimits, type JobKind, type JobLimits } from './limits.ts';
import { executableFolder } from './own-folder.ts';
import { isAtLeast } from './probe-report.ts';
import { createRefill, type Refill } from './refill.ts';
import { runJob } from './run-job.ts';
import { type CarriedPrograms, prepareRuntimeFolder, type RuntimeFolder } from './runtime-folder.ts';
import { seccompFilter } from './seccomp-filter.ts';
import { createWorkerPool, type WorkerPool } from './worker-pool.ts';
import { startWorker } from './worker-process.ts';

export type SandboxSettings = {
  runtime: SandboxRuntime;
  log: Logger;
  /** Where programs are looked for, as in the PATH variable. */
  searchPath: string;
  /** An ffmpeg of the operator's choice; found by the search path when absent. */
  ffmpegPath?: string;
  /** Workers kept ready. */
  pool?: number;
  /** Jobs are refused below this level; anything goes when absent. */
  minimum?: SandboxLevel;
  /** Folders that a worker must not see although they lie under /usr, such as the data folder. */
  hidden?: readonly string[];
  limits?: Partial<Record<JobKind, Partial<JobLimits>>>;
  /** Where the runtime folder is made; a temporary folder of the system that programs may run from when absent. */
  temporary?: string;
  /** The ways to confine that are tried, strongest first; all of them when absent. */
  ways?: readonly Belts[];
};

type Stage = { confinement: Confinement; pool: WorkerPool; refill: Refill; runtime: RuntimeFolder };

const personalData = {
  'worker memory': {
    keepsNothing:
      'Photos, briefs and results pass through the memory of one process that is killed at the end of its job; they reach no disk, and no process serves two jobs.',
  },
  'runtime folder': { keepsNothing: 'It holds program code only and is removed when the program ends.' },
} as const;

export function createSandbox(settings: SandboxSettings): Sandbox {
  const { log } = settings;
  const limits = mergeLimits(settings.limits);
  const closing = new AbortController();
  let stage: Promise<Stage> | null = null;

  const setUp = (): Promise<Stage> => {
    if (closing.signal.aborted) return Promise.reject(unavailable('The sandbox was closed.'));
    stage ??= prepare(settings, limits).catch((error: unknown) => {
      stage = null;
      throw error instanceof AppError ? error : unavailable('The sandbox could not be set up.', error);
    });
    return stage;
  };

  async function run(job: SandboxJob, options: SandboxOptions): Promise<void> {
    if (Buffer.byteLength(JSON.stringify(job.header) ?? '') > frameLimits.headerBytes)
      throw new RangeError('The job header is too long.');
    if (options.signal.aborted) throw cancelled();
    const { pool, refill, confinement } = await setUp();
    demand(confinement.level, settings.minimum);
    refill.jobBegins();
    try {
      const worker = await pool.take();
      const signal = AbortSignal.any([options.signal, closing.signal]);
      await runJob(worker, job, limits[job.kind], { ...options, signal, log });
    } finally {
      refill.jobEnds();
    }
  }

  return {
    name: 'sandbox',
    personalData,
    run,
    async level() {
      // Whoever asks first starts the program, and that must be quick.
      const isFirst = stage === null;
      const { confinement, pool } = await setUp();
      await pool.filled(isFirst);
      return { level: confinement.level, missing: [...confinement.missing] };
    },
    async close() {
      closing.abort();
      const ready = await stage?.catch(() => null);
      ready?.refill.close();
      await ready?.pool.close();
      await ready?.runtime.remove();
    },
  };
}

const unavailable = (message: string, cause?: unknown) => new AppError('sandbox-unavailable', message, { retry: 'later', cause });
const cancelled = () => new AppError('cancelled', 'The job was cancelled.', { retry: 'later' });

function demand(level: SandboxLevel, minimum: SandboxLevel | undefined): void {
  if (!minimum || isAtLeast(level, minimum)) return;
  throw unavailable(`The sandbox reaches only the level "${level}", at least "${minimum}" is demanded.`);
}

function mergeLimits(own: SandboxSettings['limits'] = {}): Record<JobKind, JobLimits> {
  return {
    'prepare-photo': { ...defaultLimits['prepare-photo'], ...own['prepare-photo'] },
    'prepare-logo': { ...defaultLimits['prepare-logo'], ...own['prepare-logo'] },
    'check-font': { ...defaultLimits['check-font'], ...own['check-font'] },
    'draw-proposals': { ...defaultLimits['draw-proposals'], ...own['draw-proposals'] },
    'draw-stills': { ...defaultLimits['draw-stills'], ...own['draw-stills'] },
    'draw-film': { ...defaultLimits['draw-film'], ...own['draw-film'] },
    'show-film': { ...defaultLimits['show-film'], ...own['show-film'] },
    'fit-file': { ...defaultLimits['fit-file'], ...own['fit-file'] },
    'measure-file': { ...defaultLimits['measure-file'], ...own['measure-file'] },
  };
}

async function prepare(settings: SandboxSettings, limits: Record<JobKind, JobLimits>): Promise<Stage> {
  const { log, searchPath } = settings;
  const temporary = settings.temporary ?? (await executableFolder([tmpdir(), '/var/tmp']));
  const hidden = [process.cwd(), dirname(settings.runtime.entry), ...(settings.hidden ?? [])];
  const { programs, carried } = await findPrograms(settings, hidden);
  const runtime = await prepareRuntimeFolder({ runtime: settings.runtime, carried, parent: temporary });
  try {
    const confinement = await chooseConfinement({
      places: { runtime: runtime.folder, programs, hidden },
      limits,
      filter: seccompFilter(process.arch),
      temporary,
      searchPath,
      ...(settings.ways ? { ways: settings.ways } : {}),
      log,
    });
    report(confinement, log);
    const start = () => startWorker(confinement.line('worker.mjs'), programs.prlimit);
    const pool = createWorkerPool({ size: settings.pool ?? 2, start, log });
    return { confinement, runtime, pool, refill: createRefill(pool.fill, availableParallelism() > 2) };
  } catch (error) {
    await runtime.remove();
    throw error;
  }
}

function report({ level, missing, ffmpeg }: Confinement, log: Logger): void {
  const fields = { level, missing: missing.join('; ') };
  if (level === 'full' || level === 'full, shared identity') log.info('The sandbox is proved.', fields);
  else if (level === 'reduced') log.warn('The sandbox is weaker than it should be.', fields);
  else log.warn('THERE IS NO SANDBOX: photos are opened by a plain child process that can reach files and network.', fields);
  if (!ffmpeg) log.warn('ffmpeg does not start inside the sandbox: films cannot be drawn.');
}

async function findPrograms(
  settings: SandboxSettings,
  hidden: readonly string[],
): Promise<{ programs: Programs; carried: CarriedPrograms }> {
  const find = (name: string) => findProgram(name, settings.searchPath);
  const [node, bwrap, prlimit, setpriv, ffmpeg, ffprobe] = await Promise.all([
    findProgram(process.execPath, ''),
    find('bwrap'),
    find('prlimit'),
    find('setpriv'),
    find(settings.ffmpegPath ?? 'ffmpeg'),
    find('ffprobe'),
  ]);
  if (!node) throw unavailable('The Node program could not be found.');
  const carried: Record<string, string> = {};
  for (const [name, path] of Object.entries({ node, ffmpeg, ffprobe })) {
    const chosen = name === 'ffmpeg' && settings.ffmpegPath !== undefined;
    if (path && (chosen || !isVisibleInside(path, hidden))) carried[name] = path;
  }
  return { programs: { node, bwrap, prlimit, setpriv }, carried };
}
