/** The studio's worker, which practises while it waits. */
import { practice } from './warm-up.ts';
import { work } from './work.ts';

await work(practice());
process.exit(0);
