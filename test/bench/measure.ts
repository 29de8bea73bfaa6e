/** Measuring: times, medians, and two sides taking turns so that a noisy machine is unfair to both. */

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** `share` from 0 to 1; the value that so large a part of the values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[(sorted.length >> 1) - 1] ?? Number.NaN)) / 2;
}

/** Round by round, so that what slows a machine down for a while slows both sides. */
export const medianRatio = (ours: readonly number[], floor: readonly number[]): number =>
  median(ours.map((one, round) => one / (floor[round] ?? Number.NaN)));

export type Sides<Result> = { ours: () => Promise<Result>; floor: () => Promise<Result> };

/** Both sides in every round, and the other one first each time. */
export async function takeTurns<Result>(rounds: number, sides: Sides<Result>): Promise<{ ours: Result[]; floor: Result[] }> {
  const results: { ours: Result[]; floor: Result[] } = { ours: [], floor: [] };
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? (['ours', 'floor'] as const) : (['floor', 'ours'] as const);
    for (const side of order) results[side].push(await sides[side]());
  }
  return results;
}
