/** The studio's worker where processors have other things to do than to practise: ready sooner, and slower at its job. */
import { work } from './work.ts';

async function* nothing(): AsyncGenerator<void> {}

await work(nothing());
process.exit(0);
