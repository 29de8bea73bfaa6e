import { describe, expect, it } from 'vitest';
import { type FollowDeps, followAd } from '../../../src/app/follow-ad.ts';
import type { Clock } from '../../../src/clock.ts';
import type { Ad, AdState, AdStore } from '../../../src/generation/ad.ts';

/** This ad behind so many of other people. */
const waiting = (ahead: number) =>
  Array.from({ length: ahead + 1 }, (_, index) => ({
    id: index === ahead ? 'a' : `other-${index}`,
    ownerId: `person-${index}`,
    workspaceId: 'shop',
    askedAt: index,
    formats: ['square' as const],
  }));

/** Each look at the row moves the clock on by a second; `rows` tells what it is then. */
function world(rows: (second: number) => { state: AdState; ahead?: number; made?: number; drawing?: number }) {
  let second = 0;
  const clock: Clock = {
    now: () => second * 1_000,
    sleep: async (_, signal) => {
      second += 1;
      signal?.throwIfAborted();
    },
  };
  const ads: Partial<AdStore> = {
    move: async () => true,
    read: async () => ({ id: 'a', state: rows(second).state, formats: ['square', 'story'] }) as unknown as Ad,
    turns: async () => ({ waiting: rows(second).state === 'queued' ? waiting(rows(second).ahead ?? 0) : [], drawing: [] }),
    list: async () => Array.from({ length: rows(second).drawing ?? 0 }, () => 'other'),
  };
  const deps: FollowDeps = {
    ads: ads as AdStore,
    steps: { creativeIds: async () => Array.from({ length: rows(second).made ?? 0 }, () => 'c') },
    queue: { ring: async () => undefined },
    pace: { read: async () => [] },
    clock,
    listen: () => () => undefined,
  };
  return { deps, second: () => second };
}

const never = new AbortController().signal;

describe('following an ad that another process draws', () => {
  it('tells place and progress from its row', async () => {
    const { deps } = world((second) => {
      if (second < 2) return { state: 'queued', ahead: 2 - second };
      return second < 5 ? { state: 'drawing', made: second - 2 } : { state: 'delivered' };
    });
    const told: string[] = [];
    const ad = await followAd(deps, 'a', async (event) => void (event.event === 'progress' && told.push(event.sentence)), never);
    expect(ad).toMatchObject({ state: 'delivered' });
    expect(told.slice(0, 3)).toEqual(['Queued, 3rd in line.', 'Queued, 2nd in line.', 'Drawing the pictures…']);
  });

  it('gives up after a minute in which nobody draws, but not while somebody does', async () => {
    const idle = world(() => ({ state: 'queued' }));
    expect(await followAd(idle.deps, 'a', async () => undefined, never)).toBe('no-worker');
    expect(idle.second()).toBeGreaterThanOrEqual(60);
    const busy = world((second) => (second < 300 ? { state: 'queued', ahead: 1, drawing: 1 } : { state: 'delivered' }));
    expect(await followAd(busy.deps, 'a', async () => undefined, never)).toMatchObject({ state: 'delivered' });
  });

  it('ends when whoever listens is gone, with their reason and no unhandled rejection', async () => {
    const { deps } = world(() => ({ state: 'drawing', made: 0 }));
    await expect(followAd(deps, 'a', () => Promise.reject(new Error('EPIPE')), never)).rejects.toThrow('EPIPE');
  });
});
