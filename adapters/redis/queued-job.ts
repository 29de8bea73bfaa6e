/** How a kind of job is queued. */
import type { JobName } from '../../src/generation/ports.ts';

export type QueuedJob = {
  name: JobName;
  /** How many this process works on at a time. */
  concurrency: number;
  /** How often it is tried before somebody must ring again; 5 when absent. */
  attempts?: number;
  /** Milliseconds before the second try, doubling with each further one; 2,000 when absent. */
  backoffMs?: number;
};

/** Several installations may use one Redis: each rings and hears only its own jobs. */
export const keyPrefixOf = (dataSet: string): string => `adwright:${dataSet}`;
