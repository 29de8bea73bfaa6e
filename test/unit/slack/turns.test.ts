import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../adapters/slack/turns.ts';

describe('work in turns', () => {
  it('begins in the order it came, so many at a time, and goes on after a failure', async () => {
    const turns = createTurns(3);
    const begun: number[] = [];
    const finish: (() => void)[] = [];
    let most = 0;
    let running = 0;
    const works = Array.from({ length: 9 }, (_, number) =>
      turns(async () => {
        begun.push(number);
        running += 1;
        most = Math.max(most, running);
        await new Promise<void>((resolve) => finish.push(resolve));
        running -= 1;
        if (number % 2 === 0) throw new Error('failed');
        return number;
      }).catch(() => 'failed'),
    );
    while (begun.length < 9 || finish.length > 0) {
      finish.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await Promise.all(works)).toEqual(['failed', 1, 'failed', 3, 'failed', 5, 'failed', 7, 'failed']);
    expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(most).toBe(3);
    expect(await turns(async () => 'later')).toBe('later');
  });
});
