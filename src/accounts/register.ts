/** A person who came by a link from a chat gives their account an e-mail address and a password, or is let in where it has some. */
import type { AccountStore, Credentials } from './account.ts';
import { normalEmail } from './email.ts';
import { findLink, type Link, type LinkDeps } from './links.ts';
import { type PasswordHasher, type PasswordProblem, passwordProblem } from './password.ts';

export type RegisterDeps = Pick<LinkDeps, 'links' | 'clock'> & {
  accounts: Pick<AccountStore, 'of' | 'ensure' | 'register' | 'credentials'>;
  hasher: PasswordHasher;
};

export type RegisterProblem = 'link-gone' | 'not-an-email' | 'taken' | 'busy' | PasswordProblem;
export type Registered = { ok: true; accountId: string } | { ok: false; problem: RegisterProblem };

/** What the page behind a link offers; null: the link is of no use any more. */
export async function behindLink(deps: RegisterDeps, token: string): Promise<'register' | 'sign-in' | null> {
  const link = await findLink(deps, token, 'portal');
  if (!link) return null;
  return (await registeredAccount(deps, link)) ? 'sign-in' : 'register';
}

async function registeredAccount({ accounts }: RegisterDeps, { ownerId }: Link): Promise<string | null> {
  const accountId = await accounts.of(ownerId);
  return accountId && (await accounts.credentials(accountId)) ? accountId : null;
}

/** Lets the person in whose chat identity the link was given to. */
export async function signInByLink(deps: RegisterDeps, token: string): Promise<string | null> {
  const link = await findLink(deps, token, 'portal');
  const accountId = link && (await registeredAccount(deps, link));
  return accountId && (await deps.links.use(link.id)) ? accountId : null;
}

/** The link is used up only when it worked, so that a mistyped address costs nothing. */
export async function register(
  deps: RegisterDeps,
  { token, email, password }: { token: string; email: string; password: string },
): Promise<Registered> {
  const link = await findLink(deps, token, 'portal');
  if (!link) return { ok: false, problem: 'link-gone' };
  const normal = normalEmail(email);
  if (!normal) return { ok: false, problem: 'not-an-email' };
  const problem = passwordProblem(password, normal);
  if (problem) return { ok: false, problem };
  const hash = await deps.hasher.hash(password);
  if (hash === 'busy') return { ok: false, problem: 'busy' };
  const accountId = await deps.accounts.ensure(link.ownerId);
  const credentials: Credentials = { email: normal, password: hash, recovery: [], isVerified: false };
  const outcome = await deps.accounts.register(accountId, credentials);
  if (outcome === 'taken') return { ok: false, problem: 'taken' };
  if (outcome === 'there' || !(await deps.links.use(link.id))) return { ok: false, problem: 'link-gone' };
  return { ok: true, accountId };
}
