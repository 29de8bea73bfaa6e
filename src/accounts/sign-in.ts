/** Signing in by e-mail and password. The answer and its time tell nobody whether an account exists. */

import { neverHere } from '../errors.ts';
import type { AccountStore } from './account.ts';
import { normalEmail } from './email.ts';
import type { PasswordHasher } from './password.ts';
import type { Taken, TryLimits } from './try-limits.ts';

export type SignInDeps = {
  accounts: Pick<AccountStore, 'findByEmail' | 'credentials'>;
  hasher: PasswordHasher;
  limits: TryLimits;
};

/** `too-many`: of this account, address or overall; wait a while. `busy`: try again in some seconds. */
export type SignInProblem = 'wrong' | 'too-many' | 'busy';
export type SignedIn = { ok: true; accountId: string } | { ok: false; problem: SignInProblem };

/** Of no password at all: compared where there is no account, so that it takes as long. */
export const nobodysHash = '$2b$12$R57jhDVFxurn3UR19GUXjeoIinfBkj9/LB42mOWwMF9hhbRzDL3ha';

/** `address`: of the browser on the internet. */
export async function signIn(
  deps: SignInDeps,
  { email, password, address }: { email: string; password: string; address: string },
): Promise<SignedIn> {
  const normal = normalEmail(email) ?? '';
  const accountId = normal === '' ? null : await deps.accounts.findByEmail(normal);
  const credentials = accountId === null ? null : await deps.accounts.credentials(accountId);
  const outcome = await triedPassword(deps, { account: normal, address, password, hash: credentials?.password ?? nobodysHash });
  if (outcome !== 'right') return { ok: false, problem: outcome };
  return accountId !== null && credentials ? { ok: true, accountId } : { ok: false, problem: 'wrong' };
}

/** Compares within the limits: a try that is over them computes nothing. */
export async function triedPassword(
  { limits, hasher }: Pick<SignInDeps, 'limits' | 'hasher'>,
  { account, address, password, hash }: { account: string; address: string; password: string; hash: string },
): Promise<'right' | SignInProblem> {
  const taken: Taken[] = [];
  const match = await hasher.matches(password, hash, async () => {
    const one = await limits.take({ account, address });
    if (one) taken.push(one);
    return one !== null;
  });
  switch (match) {
    case 'yes':
      for (const one of taken) await one.handBack();
      return 'right';
    case 'no':
      return 'wrong';
    case 'refused':
      return 'too-many';
    case 'busy':
      return 'busy';
    default:
      return neverHere(match);
  }
}
