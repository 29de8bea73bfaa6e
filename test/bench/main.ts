/** `npm run bench`: every promised figure beside its floor. Names choose some (`-- stills film`), `--json` is for programs. */
import { availableParallelism, loadavg } from 'node:os';
import { ack } from './ack.ts';
import { erase } from './erase.ts';
import { expire } from './expire.ts';
import { exportAll } from './export.ts';
import { film } from './film.ts';
import { flood } from './flood.ts';
import { incident } from './incident.ts';
import { pace } from './pace.ts';
import { type Figure, isKept, jsonOf, lineOf } from './report.ts';
import { sandbox } from './sandbox.ts';
import { sealed } from './sealed.ts';
import { start } from './start.ts';
import { stills } from './stills.ts';
import { wholePack } from './whole-pack.ts';

const benches: Readonly<Record<string, () => Promise<Figure[]>>> = {
  stills,
  film,
  pack: wholePack,
  ack,
  pace,
  flood,
  sandbox,
  start,
  export: exportAll,
  erase,
  expire,
  sealed,
  incident,
};

/** Other programs' work lengthens ours more than the floor, which is over sooner. */
function warnOfLoad(name: string): void {
  const [load = 0] = loadavg();
  const processors = availableParallelism();
  if (load > processors) console.error(`${name}: this machine is busy (load ${load.toFixed(1)} on ${processors} processors)`);
}

async function run(): Promise<number> {
  const given = process.argv.slice(2);
  const isJson = given.includes('--json');
  const wanted = given.filter((one) => one !== '--json');
  const unknown = wanted.filter((name) => !(name in benches));
  if (unknown.length > 0) {
    console.error(`Unknown: ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}, and --json.`);
    return 2;
  }
  const figures: Figure[] = [];
  let isBroken = false;
  for (const [name, measure] of Object.entries(benches)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    warnOfLoad(name);
    try {
      const found = await measure();
      figures.push(...found);
      if (!isJson) for (const figure of found) console.log(lineOf(figure));
    } catch (error) {
      isBroken = true;
      console.error(`${name} could not be measured:`, error);
    }
  }
  if (isJson) console.log(jsonOf(figures));
  return !isBroken && figures.every(isKept) ? 0 : 1;
}

process.exitCode = await run();
