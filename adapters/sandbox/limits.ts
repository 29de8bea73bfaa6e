/** What one job of each kind may use at most, and what a fresh worker starts with before its kind is known. */
import { frameLimits } from '../../src/generation/frames.ts';
import type { SandboxJob } from '../../src/generation/ports.ts';

export type JobKind = SandboxJob['kind'];

export type JobLimits = {
  /** Milliseconds on the clock from hand-over to the last frame; waiting for the caller does not count. */
  wallMs: number;
  /** Seconds of processor time, per process. */
  cpuSeconds: number;
  /** Bytes of private memory, per process. */
  dataBytes: number;
  /** Bytes of private memory of all processes of the job together. */
  memoryBytes: number;
  /** Bytes of all result frames together. */
  resultBytes: number;
  /** Frames of any kind. */
  frames: number;
};

const MiB = 1_048_576;

export const defaultLimits: Readonly<Record<JobKind, JobLimits>> = {
  'prepare-photo': {
    wallMs: 20_000,
    cpuSeconds: 30,
    dataBytes: 1_536 * MiB,
    memoryBytes: 1_536 * MiB,
    resultBytes: 64 * MiB,
    frames: 1_000,
  },
  'prepare-logo': {
    wallMs: 15_000,
    cpuSeconds: 20,
    dataBytes: 1_024 * MiB,
    memoryBytes: 1_024 * MiB,
    resultBytes: 16 * MiB,
    frames: 100,
  },
  'check-font': {
    wallMs: 15_000,
    cpuSeconds: 10,
    dataBytes: 1_024 * MiB,
    memoryBytes: 1_024 * MiB,
    resultBytes: MiB,
    frames: 10,
  },
  'draw-proposals': {
    wallMs: 30_000,
    cpuSeconds: 40,
    dataBytes: 1_024 * MiB,
    memoryBytes: 1_024 * MiB,
    resultBytes: 32 * MiB,
    frames: 100,
  },
  'draw-stills': {
    wallMs: 60_000,
    cpuSeconds: 60,
    dataBytes: 1_024 * MiB,
    memoryBytes: 1_024 * MiB,
    resultBytes: 128 * MiB,
    frames: 2_000,
  },
  'fit-file': {
    wallMs: 120_000,
    cpuSeconds: 150,
    dataBytes: 1_024 * MiB,
    memoryBytes: 1_536 * MiB,
    resultBytes: frameLimits.blobBytes,
    frames: 10,
  },
  'show-film': {
    wallMs: 60_000,
    cpuSeconds: 60,
    dataBytes: 1_024 * MiB,
    memoryBytes: 1_536 * MiB,
    resultBytes: 32 * MiB,
    frames: 20,
  },
  'measure-file': {
    wallMs: 30_000,
    cpuSeconds: 30,
    dataBytes: 1_024 * MiB,
    memoryBytes: 1_024 * MiB,
    resultBytes: MiB,
    frames: 10,
  },
  'draw-film': {
    wallMs: 180_000,
    cpuSeconds: 150,
    dataBytes: 1_536 * MiB,
    memoryBytes: 2_048 * MiB,
    resultBytes: frameLimits.blobBytes,
    frames: 4_000,
  },
};

/** Sized for the film, the largest: a mount's size is fixed when it is made. Twice the byte limit of a finished film. */
export const temporaryBytes = 64 * MiB;

/** A backstop only: WebAssembly (HEIC photos) reserves gigabytes that it never touches. */
export const addressSpaceBytes = 12_288 * MiB;

export const openFiles = 256;

/** Counts threads: the worker has about 16, an encoder up to 80. */
export const tasks = 512;

/** What a worker is born with: hard limits can only be lowered later, so the largest of every kind. */
export function widest(
  limits: Readonly<Record<JobKind, JobLimits>>,
): Pick<JobLimits, 'cpuSeconds' | 'dataBytes' | 'resultBytes'> {
  const all = Object.values(limits);
  return {
    cpuSeconds: Math.max(...all.map((each) => each.cpuSeconds)),
    dataBytes: Math.max(...all.map((each) => each.dataBytes)),
    resultBytes: Math.max(...all.map((each) => each.resultBytes)),
  };
}
