import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../adapters/slack/turns.ts';
import { testClock } from '../../support/test-clock.ts';

const patienceMs = 400;

/** Works that end when they are told to, in turns of three. */
function stage(isBusy: () => boolean) {
  const clock = testClock();
  const turns = createTurns({ atATime: 3, patienceMs, busy: () => (isBusy() ? 1 : 0), clock });
  const begun: number[] = [];
  const finish: (() => void)[] = [];
  const work = (number: number) =>
    turns(async () => {
      begun.push(number);
      await new Promise<void>((resolve) => finish.push(resolve));
      if (number % 2 === 0) throw new Error('failed');
      return number;
    }).catch(() => 'failed');
  const passes = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 20) {
      clock.advance(20);
      await turn();
    }
  };
  return { begun, finish, work, passes, turns };
}

describe('work in turns', () => {
  it('begins in the order it came, so many at a time, and goes on after a failure', async () => {
    const { begun, finish, work, turns } = stage(() => false);
    const works = Array.from({ length: 9 }, (_, number) => work(number));
    while (begun.length < 9 || finish.length > 0) {
      expect(finish.length).toBeLessThanOrEqual(3);
      finish.shift()?.();
      await turn();
    }
    expect(await Promise.all(works)).toEqual(['failed', 1, 'failed', 3, 'failed', 5, 'failed', 7, 'failed']);
    expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await turns(async () => 'later')).toBe('later');
  });

  it('is put off in a rush, but not for longer than people can wait', async () => {
    const { begun, finish, work, passes } = stage(() => true);
    const works = Array.from({ length: 5 }, (_, number) => work(number));
    await passes(100);
    for (const end of finish.splice(0)) end();
    await passes(100);
    expect(begun).toEqual([0, 1, 2]);
    await passes(patienceMs);
    expect(begun).toEqual([0, 1, 2, 3, 4]);
    for (const end of finish) end();
    await Promise.all(works);
  });

  it('goes on as soon as the rush is over', async () => {
    let isBusy = true;
    const { begun, finish, work, passes } = stage(() => isBusy);
    const works = Array.from({ length: 4 }, (_, number) => work(number));
    await passes(40);
    for (const end of finish.splice(0)) end();
    isBusy = false;
    await passes(40);
    expect(begun).toEqual([0, 1, 2, 3]);
    for (const end of finish) end();
    await Promise.all(works);
  });
});
