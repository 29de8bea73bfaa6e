/** A copy of everything: 500 files of 4 MB, beside `zip -0` on the same files lying in the clear. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openStores } from '../../src/app/stores.ts';
import { systemClock } from '../../src/clock.ts';
import type { FormatId } from '../../src/generation/formats.ts';
import { findPostgres, type PostgresServer, startPostgres } from '../support/postgres-server.ts';
import { storePerson } from '../support/stored-person.ts';
import { configOf } from '../support/workplace.ts';
import { inBenchFolder } from './bench-folder.ts';
import type { ExportQuestion, ExportTold } from './export-process.ts';
import { startHelper } from './helper-process.ts';
import { median, medianRatio, takeTurns, timed } from './measure.ts';
import type { Figure } from './report.ts';

const run = promisify(execFile);
const fileBytes = 4_000_000;
const ads = 100;
const formats: FormatId[] = ['square', 'portrait', 'story', 'landscape', 'wide'];
const rounds = 3;
const mostTimesTheFloor = 1.25;
const mostMegabytes = 200;

export function exportAll(): Promise<Figure[]> {
  const bin = findPostgres();
  return inBenchFolder(async (folder) => {
    // Embedded, the database itself is most of the memory: where a server is installed, it is beside the process.
    const server = bin ? await startPostgres(bin) : null;
    try {
      return await measure(folder, server);
    } finally {
      await server?.remove();
    }
  });
}

async function measure(folder: string, server: PostgresServer | null): Promise<Figure[]> {
  const { PATH = '', HOME = '/' } = process.env;
  const environment: Record<string, string> = {
    PATH,
    HOME,
    DATA_DIR: join(folder, 'data'),
    XDG_STATE_HOME: join(folder, 'state'),
  };
  if (server) environment['DATABASE_URL'] = server.url;
  const plain = join(folder, 'plain');
  await mkdir(plain);
  const [once, twice] = await store(environment, plain);
  const files = ads * formats.length;
  const archive = join(folder, 'copy.zip');
  const { ours, floor } = await takeTurns(rounds, {
    ours: () => exported({ environment, accountId: once, file: archive }),
    floor: async () => ({ ms: await zipped(plain, join(folder, 'floor.zip')), peak: 0, before: 0 }),
  });
  const large = await exported({ environment, accountId: twice, file: archive });
  const ms = { ours: ours.map((one) => one.ms), floor: floor.map((one) => one.ms) };
  return [
    {
      name: 'export',
      what: `a copy of ${files} files of ${fileBytes / 1_000_000} MB, from the request to the last byte of the archive`,
      unit: 'ms',
      ours: median(ms.ours),
      floor: median(ms.floor),
      ratio: medianRatio(ms.ours, ms.floor),
      limit: { of: 'ratio', most: mostTimesTheFloor },
      notes: [`${rounds} rounds; the floor is zip -0 on the same files in the clear`],
    },
    ...[
      { name: 'export, memory', told: ours.reduce((a, b) => (b.peak > a.peak ? b : a)), size: files },
      { name: 'export, twice as much', told: large, size: 2 * files },
    ].map(
      ({ name, told, size }): Figure => ({
        name,
        what: `the most memory that the process took for a copy of ${size} files, above what it held before`,
        unit: 'MB',
        ours: told.peak - told.before,
        floor: null,
        limit: { of: 'value', most: mostMegabytes },
        notes: [`the whole process: ${told.before.toFixed(0)} MB before, ${told.peak.toFixed(0)} MB at most`],
      }),
    ),
  ];
}

/** The accounts of somebody with so many files, and of somebody with twice as many. */
async function store(environment: Record<string, string>, plain: string): Promise<[string, string]> {
  const stores = await openStores(configOf(environment), systemClock);
  try {
    const written: Promise<void>[] = [];
    const fileOf = (copy: boolean) => () => {
      const bytes = randomBytes(fileBytes);
      if (copy) written.push(writeFile(join(plain, `${written.length}.jpg`), bytes));
      return bytes;
    };
    const once = await storePerson(stores, { ads, formats, photo: false, fileOf: fileOf(true) });
    const twice = await storePerson(stores, { ads: 2 * ads, formats, photo: false, fileOf: fileOf(false) });
    await Promise.all(written);
    return [once.accountId, twice.accountId];
  } finally {
    await stores.database.close();
  }
}

async function exported(question: ExportQuestion): Promise<ExportTold> {
  const helper = await startHelper('./export-process.ts');
  try {
    const told = await helper.ask<ExportTold>(question);
    if ((await stat(question.file)).size < ads * formats.length * fileBytes) throw new Error('The archive is too small');
    return told;
  } finally {
    await helper.close();
    await rm(question.file, { force: true });
  }
}

async function zipped(folder: string, archive: string): Promise<number> {
  const ms = await timed(() => run('zip', ['-0', '-q', '-r', archive, '.'], { cwd: folder }));
  await rm(archive, { force: true });
  return ms;
}
