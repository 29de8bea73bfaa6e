/** Finds the strongest confinement that truly works here: boots a worker in each way and lets it try to escape. */
import { rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import type { SandboxLevel } from '../../src/generation/ports.ts';
import type { Logger } from '../../src/log.ts';
import { type Belts, type CommandLine, confinedLine, isRoot, type Places, plainLine } from './confinement.ts';
import { defaultLimits, type JobKind, type JobLimits, widest } from './limits.ts';
import { makeOwnFolder } from './own-folder.ts';
import { levelOf, type ProbeReport, type ProbeTargets, probeReportSchema } from './probe-report.ts';
import { runJob } from './run-job.ts';
import { startWorker } from './worker-process.ts';

export type Confinement = {
  level: SandboxLevel;
  missing: string[];
  /** False when ffmpeg does not start inside: pictures work, films do not. */
  ffmpeg: boolean;
  line(program: string): CommandLine;
};

export type ConfinementOptions = {
  places: Places;
  limits: Readonly<Record<JobKind, JobLimits>>;
  filter: Buffer | null;
  temporary: string;
  searchPath: string;
  /** The ways to try, strongest first; all that suit this user when absent. */
  ways?: readonly Belts[];
  log: Logger;
};

export async function chooseConfinement(options: ConfinementOptions): Promise<Confinement> {
  const { places, log } = options;
  const start = widest(options.limits);
  const hasLimits = places.programs.prlimit !== null;
  let best: Confinement | null = null;
  let failure = places.programs.bwrap ? '' : 'bubblewrap is not installed';
  for (const belts of places.programs.bwrap ? (options.ways ?? ways(options.filter)) : []) {
    if (!belts.userNamespace && !places.programs.setpriv) continue;
    const line = (program: string) => confinedLine(belts, places, program, start);
    const report = await probe(line('probe.mjs'), options).catch((error: unknown) => {
      failure ||= (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]?.slice(0, 200) ?? '';
      log.debug('A way to confine workers does not work here.', { ...beltNames(belts), failure: String(error).slice(0, 400) });
      return null;
    });
    if (!report) continue;
    const found = { ...levelOf(report, belts, hasLimits), ffmpeg: report.ffmpeg, line };
    if (found.level !== 'reduced') return found;
    if (!best || found.missing.length < best.missing.length) best = found;
  }
  return best ?? plain(options, failure);
}

async function plain(options: ConfinementOptions, failure: string): Promise<Confinement> {
  const { places, temporary, searchPath } = options;
  const line = (program: string) => plainLine(places, program, widest(options.limits), temporary, searchPath);
  const report = await probe(line('probe.mjs'), options);
  const { level, missing } = levelOf(report, null, places.programs.prlimit !== null);
  return {
    level,
    missing: [`bubblewrap does not work here: ${failure}`, ...missing, 'the number of processes is not limited'],
    ffmpeg: report.ffmpeg,
    line,
  };
}

function ways(filter: Buffer | null): Belts[] {
  const identities = isRoot() ? (['foreign', 'shared'] as const) : (['shared'] as const);
  const filters = filter ? [filter, null] : [null];
  const namespaced = filters.flatMap((seccomp) =>
    identities.flatMap((identity) =>
      [true, false].map((lockNamespaces) => ({ identity, userNamespace: true, lockNamespaces, seccomp })),
    ),
  );
  const withoutUsers = filters.map((seccomp) => ({
    identity: 'shared' as const,
    userNamespace: false,
    lockNamespaces: false,
    seccomp,
  }));
  return [...namespaced, ...(isRoot() ? withoutUsers : [])];
}

const beltNames = (belts: Belts) => ({ ...belts, seccomp: belts.seccomp !== null });

async function probe(line: CommandLine, { places, temporary, log }: ConfinementOptions): Promise<ProbeReport> {
  return withTargets(temporary, async (targets) => {
    const worker = startWorker(line, places.programs.prlimit);
    const timer = setTimeout(() => void worker.kill(), 10_000);
    try {
      await worker.ready;
    } catch (error) {
      await worker.kill();
      throw error;
    } finally {
      clearTimeout(timer);
    }
    let report: ProbeReport | null = null;
    await runJob(worker, { kind: 'prepare-photo', header: targets, blobs: [] }, defaultLimits['prepare-photo'], {
      signal: new AbortController().signal,
      log,
      async onFrame({ header }) {
        report = probeReportSchema.parse(header);
      },
    });
    if (!report) throw new Error('The probe gave no report');
    return report;
  });
}

/** Makes what the probe tries to reach; the secret is readable by all, so that only walls can keep it. */
async function withTargets<Result>(temporary: string, use: (targets: ProbeTargets) => Promise<Result>): Promise<Result> {
  const folder = await makeOwnFolder({ parent: temporary, prefix: 'adwright-probe' });
  const tcp = await listening(createServer().listen(0, '127.0.0.1'));
  const socketPath = join(folder, 's');
  const unix = await listening(createServer().listen(socketPath));
  try {
    const secretFile = join(folder, 'secret');
    await writeFile(secretFile, 'secret', { mode: 0o644 });
    const { port } = tcp.address() as AddressInfo;
    return await use({ secretFile, fileToWrite: join(folder, 'written'), port, socketPath });
  } finally {
    tcp.close();
    unix.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function listening(server: Server): Promise<Server> {
  server.on('connection', (socket) => socket.destroy());
  return new Promise((resolve, reject) => {
    server.once('listening', () => resolve(server));
    server.once('error', reject);
  });
}
