import { describe, expect, it } from 'vitest';
import { killRounds } from '../support/kill-rounds.ts';

describe('a program that is killed while it makes an ad', () => {
  it('goes on where it was and posts everything once', async () => {
    const rounds = await killRounds({ rounds: 3, seed: 1, films: 3 });
    expect(rounds).toHaveLength(3);
    expect(
      rounds.filter((round) => !round.wasFinished),
      'kills that fell before the result',
    ).not.toEqual([]);
  });
});
