/** Recovery codes: ten, each good for one new password when the old one is forgotten. */
import type { AccountStore } from './account.ts';
import { normalEmail } from './email.ts';
import { type PasswordHasher, type PasswordProblem, passwordProblem } from './password.ts';
import type { Sessions } from './sessions.ts';
import { nobodysHash, type SignInProblem, triedPassword } from './sign-in.ts';
import type { TryLimits } from './try-limits.ts';

export type RecoveryDeps = {
  accounts: Pick<AccountStore, 'findByEmail' | 'credentials' | 'change'>;
  sessions: Pick<Sessions, 'endAll'>;
  hasher: PasswordHasher;
  limits: TryLimits;
};

const codes = 10;
/** A code is 80 random bits, which nobody guesses at any cost: a smaller one makes ten of them in a moment. */
const codeCost = 10;

/** New codes in the place of all earlier ones; they are shown once and stored nowhere. `busy`: nothing changed. */
export async function newRecoveryCodes(
  deps: Pick<RecoveryDeps, 'accounts' | 'hasher'> & { newCode(): string },
  accountId: string,
): Promise<string[] | 'busy'> {
  // The number in front tells which of the ten hashes to compare, so that a try costs one comparison and not ten.
  const shown = Array.from({ length: codes }, (_, at) => `${at}-${deps.newCode()}`);
  const hashes: string[] = [];
  for (const code of shown) {
    const hash = await deps.hasher.hash(code, codeCost);
    if (hash === 'busy') return 'busy';
    hashes.push(hash);
  }
  await deps.accounts.change(accountId, { recovery: hashes });
  return shown;
}

export type Recovered = { ok: true; accountId: string } | { ok: false; problem: SignInProblem | PasswordProblem };

/** A new password for whoever has the address and one of its codes. Everybody who was signed in is signed out. */
export async function recover(
  deps: RecoveryDeps,
  { email, code, password, address }: { email: string; code: string; password: string; address: string },
): Promise<Recovered> {
  const normal = normalEmail(email) ?? '';
  const problem = passwordProblem(password, normal);
  if (problem) return { ok: false, problem };
  const accountId = normal === '' ? null : await deps.accounts.findByEmail(normal);
  const known = accountId === null ? null : await deps.accounts.credentials(accountId);
  const typed = code.trim().toLowerCase();
  const at = Number(/^\d/u.exec(typed)?.[0] ?? Number.NaN);
  const outcome = await triedPassword(deps, {
    account: normal,
    address,
    password: typed,
    hash: known?.recovery[at] ?? nobodysHash,
  });
  if (outcome !== 'right' || accountId === null || !known) return { ok: false, problem: outcome === 'right' ? 'wrong' : outcome };
  const hash = await deps.hasher.hash(password);
  if (hash === 'busy') return { ok: false, problem: 'busy' };
  const recovery = known.recovery.map((one, place) => (place === at ? null : one));
  await deps.accounts.change(accountId, { password: hash, recovery });
  await deps.sessions.endAll(accountId);
  return { ok: true, accountId };
}
