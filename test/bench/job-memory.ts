/** Watches how much memory a job's processes hold together, read from the system's process table. */
import { readFileSync } from 'node:fs';
import { descendants } from '../../adapters/sandbox/process-tree.ts';

const everyMs = 50;
const pageBytes = 4_096;
const megabyte = 1_048_576;

/** Resident megabytes by process; shared pages count in each, so a sum is never too small. */
type Sample = Map<number, number>;
type Process = { name: string; parent: number };

const read = (pid: number, file: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
};

const residentOf = (pid: number): number => (Number(read(pid, 'statm').split(' ')[1] ?? 0) * pageBytes) / megabyte;

function processOf(pid: number): Process {
  const stat = read(pid, 'stat');
  const end = stat.lastIndexOf(')');
  return { name: stat.slice(stat.indexOf('(') + 1, end), parent: Number(stat.slice(end + 2).split(' ')[1] ?? 0) };
}

export type Peak = { megabytes: number; parts: { name: string; megabytes: number }[] };

/** Returns what ends the watching and tells the highest sum of the job that started a process of this name. */
export function watchMemory(startedName: string): () => Peak {
  const samples: Sample[] = [];
  const known = new Map<number, Process>();
  const look = () => {
    const sample: Sample = new Map();
    for (const pid of descendants(process.pid)) {
      // A process takes its name a moment after its birth.
      if (known.get(pid)?.name !== startedName) known.set(pid, processOf(pid));
      sample.set(pid, residentOf(pid));
    }
    samples.push(sample);
  };
  const timer = setInterval(look, everyMs);
  return () => {
    clearInterval(timer);
    const job = jobOf(startedName, known);
    if (job.length === 0) throw new Error(`No process named ${startedName} was seen`);
    const peaks = samples.map((sample): Peak => {
      const parts = job.map((pid) => ({ name: known.get(pid)?.name ?? '', megabytes: sample.get(pid) ?? 0 }));
      return { megabytes: parts.reduce((sum, part) => sum + part.megabytes, 0), parts };
    });
    return peaks.reduce((a, b) => (b.megabytes > a.megabytes ? b : a));
  };
}

/** The named processes and everything between them and this one. */
function jobOf(startedName: string, known: ReadonlyMap<number, Process>): number[] {
  const job = new Set<number>();
  for (const [pid, { name }] of known) {
    if (name !== startedName) continue;
    for (let at: number | undefined = pid; at !== undefined && known.has(at); at = known.get(at)?.parent) job.add(at);
  }
  return [...job];
}
