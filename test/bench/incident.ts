/** An incident with 10,000 ads: the whole list of who is affected, as `npm run privacy -- incident` writes it, in a process of its own. */
import { join } from 'node:path';
import { runCommand } from '../support/program.ts';
import { inBenchFolder } from './bench-folder.ts';
import { storeDisclosures, wanted } from './incident-store.ts';
import { median, timed } from './measure.ts';
import type { Figure } from './report.ts';

const rounds = 3;
const mostMs = 10_000;
const since = '2026-01-01';

export async function incident(): Promise<Figure[]> {
  return inBenchFolder(async (folder) => {
    const environment = environmentIn(folder);
    await storeDisclosures(environment);
    return [
      await measured(environment, 'incident partner', ['--partner', 'kie']),
      await measured(environment, 'incident here', []),
    ];
  });
}

const environmentIn = (folder: string): Record<string, string> => ({
  DATA_DIR: join(folder, 'data'),
  XDG_STATE_HOME: join(folder, 'state'),
  XDG_RUNTIME_DIR: join(folder, 'run'),
  PATH: process.env['PATH'] ?? '',
  HOME: folder,
});

async function measured(environment: Record<string, string>, name: string, more: string[]): Promise<Figure> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    times.push(
      await timed(async () => {
        const { code, output } = await runCommand(
          'src/app/privacy.ts',
          ['incident', '--since', since, '--csv', ...more],
          environment,
        );
        const people = output.split('\n').filter((line) => /^test,w\d+,p\d+,/u.test(line)).length;
        if (code !== 0 || people !== wanted.people) throw new Error(`${people} people were told of:\n${output.slice(0, 500)}`);
      }),
    );
  return {
    name,
    what: `who is affected, of ${wanted.people * wanted.adsEach} ads and as many disclosures of ${wanted.people} people; the start of the program included`,
    unit: 'ms',
    ours: median(times),
    floor: null,
    limit: { of: 'value', most: mostMs },
    notes: [`runs: ${times.map((time) => time.toFixed(0)).join(', ')} ms`],
  };
}
