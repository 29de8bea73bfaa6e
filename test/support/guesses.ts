/** Somebody who guesses passwords, from one address or from many, of one account or of many. */
import { signIn } from '../../src/accounts/sign-in.ts';
import type { AccountsGround } from './accounts-for-test.ts';

type Spread = (at: number) => { email: string; address: string };

export const spreads = (email: string): Spread[] => [
  () => ({ email, address: '2.2.2.2' }),
  (at) => ({ email, address: `2.2.${Math.floor(at / 250)}.${at % 250}` }),
  (at) => ({ email: `${at}@example.com`, address: '2.4.2.4' }),
  // Held up by no limit but the one of all together.
  (at) => ({ email: `${at}@example.com`, address: `2.3.${at % 7}.${at}` }),
];

/** How many hashes were computed for so many tries, 50 at once. */
export async function hashesOfGuesses(on: AccountsGround, spread: Spread, tries: number): Promise<number> {
  const before = on.hashed();
  for (let at = 0; at < tries; at += 50) {
    const guesses = Array.from({ length: 50 }, (_, index) => ({ ...spread(at + index), password: `wrong ${at + index}` }));
    await Promise.all(guesses.map((guess) => signIn(on, guess)));
  }
  return on.hashed() - before;
}
