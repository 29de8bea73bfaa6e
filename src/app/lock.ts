/** The lock on a data folder: two processes on one embedded database would silently lose each other's writes. */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { folderReason } from '../../adapters/terminal/file-reason.ts';
import { codeOf } from '../errors.ts';
import { isAlive } from '../is-alive.ts';
import { StartProblem } from './start-problem.ts';

const holderSchema = z.object({ pid: z.number(), startedAt: z.string(), socket: z.string() });
/** `startedAt` tells a process from a later one with the same number; `socket`: where the holder answers. */
export type Holder = z.infer<typeof holderSchema>;

export type Lock = { release(): void };

const fileOf = (dataDir: string): string => join(dataDir, 'lock');

/** The living holder of the lock, or null. */
export function lockHolder(dataDir: string): Holder | null {
  const holder = readHolder(fileOf(dataDir));
  return holder && isStillThere(holder) ? holder : null;
}

/** Another living process has the folder. */
export class FolderTaken extends StartProblem {}

/** Takes the lock; says in words who has it, or why the folder cannot be used. */
export function takeFolder(dataDir: string, socket: string): Lock {
  let taken: Lock | Holder;
  try {
    taken = takeLock(dataDir, socket);
  } catch (error) {
    const reason = folderReason(error);
    if (!reason) throw error;
    throw new StartProblem(`The data folder ${dataDir} cannot be used: ${reason}. Make it writable, or set DATA_DIR to another.`);
  }
  if ('release' in taken) return taken;
  throw new FolderTaken(
    `Adwright already runs on ${dataDir} (process ${taken.pid}). Stop it first, or set DATA_DIR to another folder.`,
  );
}

/** Takes the lock, or tells who holds it. */
export function takeLock(dataDir: string, socket: string): Lock | Holder {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = fileOf(dataDir);
  const own = `${file}.${process.pid}`;
  const me: Holder = { pid: process.pid, startedAt: startOf(process.pid) ?? '', socket };
  writeFileSync(own, JSON.stringify(me), { mode: 0o600 });
  try {
    for (;;) {
      if (tryLink(own, file)) return { release: () => releaseIfOwn(file, me) };
      const holder = readHolder(file);
      if (holder && isStillThere(holder)) return holder;
      setAside(file);
    }
  } finally {
    rmSync(own, { force: true });
  }
}

function tryLink(own: string, file: string): boolean {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Of several that find a dead lock only one can rename it; should a fresh one have come between, it is put back. */
function setAside(file: string): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const holder = readHolder(aside);
  if (holder && isStillThere(holder)) tryLink(aside, file);
  rmSync(aside, { force: true });
}

function releaseIfOwn(file: string, me: Holder): void {
  const holder = readHolder(file);
  if (holder?.pid === me.pid && holder.startedAt === me.startedAt) rmSync(file, { force: true });
}

function readHolder(file: string): Holder | null {
  try {
    const parsed = holderSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** The very process that took the lock, not a later one with its number. */
function isStillThere(holder: Holder): boolean {
  if (!isAlive(holder.pid)) return false;
  const startedAt = startOf(holder.pid);
  return startedAt === null || startedAt === holder.startedAt;
}

/** When a process started, in the kernel's own ticks; null where that cannot be told (not Linux). */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
