/** All jobs: how many of each run at once in one process. The queue carries their name and an id, nothing else. */
import type { JobName } from '../generation/ports.ts';

/** Looking at photos has its own turns, so that a bad photo is answered while films are drawn. */
export const jobs = [
  { name: 'take-in', concurrency: 4 },
  { name: 'propose', concurrency: 1 },
  { name: 'make-ad', concurrency: 1 },
  { name: 'deliver', concurrency: 4 },
  { name: 'privacy', concurrency: 2 },
  { name: 'sweep', concurrency: 1 },
] as const satisfies readonly { name: JobName; concurrency: number }[];
