import { codeOf } from './errors.ts';

/** Whether a process of this number exists; also one that belongs to somebody else and may not be signalled. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
