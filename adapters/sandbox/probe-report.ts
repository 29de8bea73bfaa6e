/** What the escape probe is aimed at, what it reports, and the level that follows from it. */
import { z } from 'zod';
import type { SandboxLevel } from '../../src/generation/ports.ts';
import type { Belts } from './confinement.ts';

export const probeTargetsSchema = z.object({
  secretFile: z.string(),
  fileToWrite: z.string(),
  port: z.number(),
  socketPath: z.string(),
});
export type ProbeTargets = z.infer<typeof probeTargetsSchema>;

export const probeReportSchema = z.object({
  /** What it could reach, in words; all false is what we want. */
  reached: z.record(z.string(), z.boolean()),
  status: z.object({
    uid: z.number(),
    capabilities: z.boolean(),
    noNewPrivileges: z.boolean(),
    systemCallsFiltered: z.boolean(),
  }),
  ffmpeg: z.boolean(),
});
export type ProbeReport = z.infer<typeof probeReportSchema>;

const order: readonly SandboxLevel[] = ['none', 'reduced', 'full, shared identity', 'full'];

export const isAtLeast = (level: SandboxLevel, minimum: SandboxLevel) => order.indexOf(level) >= order.indexOf(minimum);

/** `belts` is null for a plain child process. */
export function levelOf(
  report: ProbeReport,
  belts: Belts | null,
  hasLimits: boolean,
): { level: SandboxLevel; missing: string[] } {
  const { status } = report;
  const missing = [
    ...Object.entries(report.reached)
      .filter(([, reached]) => reached)
      .map(([what]) => `a worker can reach ${what}`),
    ...(status.systemCallsFiltered ? [] : ['system calls are not filtered (seccomp)']),
    ...(status.noNewPrivileges ? [] : ['a worker may gain privileges from set-user-id programs']),
    ...(status.capabilities ? ['a worker keeps capabilities of the administrator'] : []),
    ...(belts && !belts.userNamespace ? ['there is no user namespace around a worker'] : []),
    ...(hasLimits ? [] : ['memory and processor time are limited only by the clock (prlimit is missing)']),
  ];
  if (!belts) return { level: 'none', missing };
  if (missing.length > 0) return { level: 'reduced', missing };
  return belts.identity === 'foreign'
    ? { level: 'full', missing }
    : { level: 'full, shared identity', missing: ['outside its walls a worker counts as the same user as this program'] };
}
