/** Correcting an account: e-mail address and password. Each is asked for with the password once more. */
import type { AccountStore } from './account.ts';
import { normalEmail } from './email.ts';
import { type PasswordHasher, type PasswordProblem, passwordProblem } from './password.ts';
import type { Sessions } from './sessions.ts';
import { nobodysHash, type SignInProblem, triedPassword } from './sign-in.ts';
import type { TryLimits } from './try-limits.ts';

export type ChangeDeps = {
  accounts: Pick<AccountStore, 'credentials' | 'change'>;
  sessions: Pick<Sessions, 'endAll'>;
  hasher: PasswordHasher;
  limits: TryLimits;
};

/** Who asks: an account that is signed in, and the password typed again. */
export type Asking = { accountId: string; password: string; address: string };
export type ChangeProblem = SignInProblem | PasswordProblem | 'not-an-email' | 'taken';

/** Whether it is the account's password; tries count like those of signing in. */
export async function isOwnPassword(
  deps: Pick<ChangeDeps, 'accounts' | 'hasher' | 'limits'>,
  { accountId, password, address }: Asking,
): Promise<'right' | SignInProblem> {
  const known = await deps.accounts.credentials(accountId);
  return triedPassword(deps, { account: known?.email ?? '', address, password, hash: known?.password ?? nobodysHash });
}

/** Null: done. The new address is not verified. */
export async function changeEmail(deps: ChangeDeps, asking: Asking, email: string): Promise<ChangeProblem | null> {
  const normal = normalEmail(email);
  if (!normal) return 'not-an-email';
  const outcome = await isOwnPassword(deps, asking);
  if (outcome !== 'right') return outcome;
  const changed = await deps.accounts.change(asking.accountId, { email: normal, isVerified: false });
  return changed === 'taken' ? 'taken' : null;
}

/** Null: done, and signed out everywhere. */
export async function changePassword(deps: ChangeDeps, asking: Asking, next: string): Promise<ChangeProblem | null> {
  const known = await deps.accounts.credentials(asking.accountId);
  const problem = passwordProblem(next, known?.email ?? '');
  if (problem) return problem;
  const outcome = await isOwnPassword(deps, asking);
  if (outcome !== 'right') return outcome;
  const hash = await deps.hasher.hash(next);
  if (hash === 'busy') return 'busy';
  await deps.accounts.change(asking.accountId, { password: hash });
  await deps.sessions.endAll(asking.accountId);
  return null;
}
