/** Passwords by bcrypt, off the event loop: few at once, some wait, the rest is told that it is busy. */
import bcrypt from 'bcrypt';
import type { PasswordHasher } from './password.ts';

export const passwordCost = 12;
/** The library's threads are shared with the file system, so that some stay free for it. */
const atOnce = 2;
const mostWaiting = 20;

/**
 * `keyed`: HMAC-SHA-256 under a key of the installation. bcrypt reads 72 bytes and stops at a zero byte, so it is given the base64 of
 * that instead, for every password alike: any length counts to its last byte. A stolen hash is of no use without that key.
 */
export function createBcryptHasher(keyed: (text: string) => Promise<Uint8Array>): PasswordHasher {
  const inTurn = turns();
  const short = async (password: string): Promise<string> =>
    Buffer.from(await keyed(password.normalize('NFKC'))).toString('base64');
  return {
    hash: (password, cost = passwordCost) => inTurn(async () => bcrypt.hash(await short(password), cost)),
    matches: (password, hash, allowed) =>
      inTurn(async () => {
        if (!(await allowed())) return 'refused';
        return (await bcrypt.compare(await short(password), hash)) ? 'yes' : 'no';
      }),
  };
}

function turns(): <Value>(work: () => Promise<Value>) => Promise<Value | 'busy'> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= atOnce && waiting.length >= mostWaiting) return 'busy';
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // Whoever waited takes over this turn.
      if (next) next();
      else running -= 1;
    }
  };
}
