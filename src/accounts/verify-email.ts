/** An address counts as verified when somebody followed the link that was sent to it. */
import type { AccountStore } from './account.ts';
import { findLink, type LinkDeps, newLink } from './links.ts';

export interface Mailer {
  /** Rejects with `mail-unavailable`. */
  send(mail: { to: string; subject: string; text: string }): Promise<void>;
}

export type VerifyDeps = LinkDeps & { accounts: Pick<AccountStore, 'credentials' | 'change'>; mailer: Mailer };

/** `words`: subject and text around the link's token, in the person's language. */
export async function sendVerification(
  deps: VerifyDeps,
  accountId: string,
  words: (token: string) => { subject: string; text: string },
): Promise<void> {
  const known = await deps.accounts.credentials(accountId);
  if (known) await deps.mailer.send({ to: known.email, ...words(await newLink(deps, 'verify', accountId)) });
}

/** False for a link that is of no use any more. */
export async function verifyEmail(deps: Pick<VerifyDeps, 'links' | 'clock' | 'accounts'>, token: string): Promise<boolean> {
  const link = await findLink(deps, token, 'verify');
  if (!link || !(await deps.links.use(link.id))) return false;
  await deps.accounts.change(link.ownerId, { isVerified: true });
  return true;
}
