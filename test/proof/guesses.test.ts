import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountsGround, accountsGround } from '../support/accounts-for-test.ts';
import { hashesOfGuesses, spreads } from '../support/guesses.ts';

describe('a thousand guesses at passwords', () => {
  let on: AccountsGround;
  beforeAll(async () => {
    on = await accountsGround();
  });
  afterAll(() => on.close());

  it('cost at most 20 hashes, of one account or many, from one address or many', async () => {
    for (const spread of spreads('anna@example.com')) {
      on.clock.advance(15 * 60_000);
      const hashes = await hashesOfGuesses(on, spread, 1_000);
      expect(hashes).toBeGreaterThan(0);
      expect(hashes).toBeLessThanOrEqual(20);
    }
  });
});
