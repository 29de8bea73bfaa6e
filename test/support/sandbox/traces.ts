/** Looks for what a sandboxed job may have left behind: processes that live in its mounts, or that it started. */
import { readdirSync, readFileSync } from 'node:fs';

/** Living processes (no dead entries) that see a mount from `folder`, or whose command line holds `mark`. */
export function processesLeft(folder: string, mark: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => !read(pid, 'stat').includes(') Z '))
    .filter((pid) => read(pid, 'mountinfo').includes(folder.replace(/^\/tmp/, '')) || read(pid, 'cmdline').includes(mark))
    .map((pid) => `${pid} ${read(pid, 'cmdline').replaceAll('\0', ' ').slice(0, 200)}`);
}

export function mountsLeft(folder: string): string[] {
  return read('self', 'mountinfo')
    .split('\n')
    .filter((line) => line.includes(folder));
}

function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
