/** A worker process of its own: `worker-process.ts <socket>`. Says "took <id>" and never finishes. Tests kill it. */
import { createQueue } from '../../../adapters/redis/queue.ts';
import { systemClock } from '../../../src/clock.ts';
import { silentLogger } from '../../../src/log.ts';

const queue = createQueue({
  connection: { path: process.argv[2] ?? '' },
  dataSet: async () => 'test',
  jobs: [{ name: 'make-ad', concurrency: 1 }],
  clock: systemClock,
  log: silentLogger,
});
const never = async () => undefined;
await queue.serve({
  'take-in': never,
  propose: never,
  deliver: never,
  sweep: never,
  privacy: never,
  'make-ad': (id) => {
    console.log(`took ${id}`);
    return new Promise(() => undefined);
  },
});
