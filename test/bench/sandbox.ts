/** How long a job waits for its worker: from handing the job over to the worker's first word about it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Sandbox } from '../../src/generation/ports.ts';
import { median, percentile, takeTurns, timed } from './measure.ts';
import type { Figure } from './report.ts';
import { withStudio } from './studio-on-stage.ts';

const jobs = 40;
const mostMs = 30;

export async function sandbox(): Promise<Figure[]> {
  return withStudio(async (_studio, confined) => {
    await firstWord(confined);
    const { ours, floor } = await takeTurns(jobs, { ours: () => firstWord(confined), floor: plainStart });
    const { level, missing } = await confined.level();
    return [
      {
        name: 'sandbox',
        what: "a confined job's start: hand-over to the studio worker's first answer, a worker waits",
        unit: 'ms',
        ours: median(ours),
        floor: median(floor),
        limit: { of: 'value', most: mostMs },
        notes: [
          `${jobs} jobs, 90 % under ${percentile(ours, 0.9).toFixed(1)} ms; the floor is an empty Node process that starts anew, unconfined`,
          `level "${level}"${missing.length > 0 ? `, missing: ${missing.join(', ')}` : ''}`,
        ],
      },
    ];
  });
}

/** An empty photo is answered at once: the real worker, and next to no work. */
async function firstWord(confined: Sandbox): Promise<number> {
  await confined.level();
  const start = performance.now();
  let answered = Number.NaN;
  await confined.run(
    { kind: 'prepare-photo', header: {}, blobs: [new Uint8Array(0)] },
    {
      signal: new AbortController().signal,
      onFrame: async () => {
        answered = performance.now() - start;
      },
    },
  );
  await confined.level();
  return answered;
}

function plainStart(): Promise<number> {
  return timed(async () => {
    const child = spawn(process.execPath, ['-e', 'process.stdout.write("a")'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const gone = once(child, 'exit');
    await once(child.stdout, 'data');
    await gone;
  });
}
