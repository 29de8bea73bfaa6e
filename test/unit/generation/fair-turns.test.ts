import { describe, expect, it } from 'vitest';
import { fairOrder, type Waiting } from '../../../src/generation/fair-turns.ts';
import { bucketOf, medianMs } from '../../../src/generation/pace.ts';

let clock = 0;
const ad = (id: string, ownerId: string, workspaceId = 'shop'): Waiting => {
  clock += 1;
  return { id, ownerId, workspaceId, askedAt: clock, formats: ['square'] };
};
const ids = (order: Waiting[]) => order.map(({ id }) => id).join(' ');

describe('turns in the queue', () => {
  it('go by age as long as everybody has one ad', () => {
    expect(ids(fairOrder([ad('a', 'anna'), ad('b', 'bela'), ad('c', 'cora')], []))).toBe('a b c');
  });

  it('let others in between the ads of somebody who asked for many', () => {
    const waiting = [ad('a1', 'anna'), ad('a2', 'anna'), ad('a3', 'anna'), ad('b1', 'bela')];
    expect(ids(fairOrder(waiting, []))).toBe('a1 b1 a2 a3');
  });

  it('go to the workspace that had fewer, whoever in it asks', () => {
    const waiting = [ad('a1', 'anna'), ad('b1', 'bela'), ad('c1', 'cora'), ad('x1', 'xenia', 'bakery')];
    expect(ids(fairOrder(waiting, []))).toBe('a1 x1 b1 c1');
  });

  it('count what is being drawn already', () => {
    const waiting = [ad('a1', 'anna'), ad('b1', 'bela')];
    expect(ids(fairOrder(waiting, [{ ownerId: 'anna', workspaceId: 'shop' }]))).toBe('b1 a1');
  });
});

describe('the usual time of a piece of work', () => {
  it('is the middle of what was measured, and nothing where nothing was', () => {
    expect(medianMs([])).toBeNull();
    const counts = new Map<number, number>();
    for (const ms of [900, 1_000, 1_100, 9_000, 60_000]) counts.set(bucketOf(ms), (counts.get(bucketOf(ms)) ?? 0) + 1);
    const buckets = [...counts].map(([bucket, count]) => ({ bucket, count })).sort((a, b) => a.bucket - b.bucket);
    const median = medianMs(buckets) ?? 0;
    expect(median).toBeGreaterThanOrEqual(1_000);
    expect(median).toBeLessThan(2_000);
  });

  it('keeps no time exactly: durations fall into wide buckets', () => {
    expect(bucketOf(1_000)).toBe(bucketOf(1_100));
    expect(bucketOf(1)).toBe(500);
  });
});
