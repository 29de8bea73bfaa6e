/** Reads the system's process table: who descends from a process, and how much private memory they hold together. */
import { readFileSync } from 'node:fs';

/** All descendants, nearest first; empty where the system has no such table. */
export function descendants(pid: number): number[] {
  const found: number[] = [];
  const walk = (parent: number) => {
    for (const child of children(parent)) {
      found.push(child);
      walk(child);
    }
  };
  walk(pid);
  return found;
}

export function children(pid: number): number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return text.split(' ').map(Number).filter(Boolean);
  } catch {
    return [];
  }
}

const pageBytes = 4_096;

/** Bytes of private memory of one process; 0 when it is gone. */
export function privateMemory(pid: number): number {
  try {
    const [, resident = 0, shared = 0] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ').map(Number);
    return (resident - shared) * pageBytes;
  } catch {
    return 0;
  }
}
