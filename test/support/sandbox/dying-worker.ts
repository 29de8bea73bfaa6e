/** A worker that boots and then dies before it gets a job. */
import { sayFrame } from './worker-side.ts';

sayFrame({ frame: 'ready' });
setTimeout(() => process.exit(3), 100);
