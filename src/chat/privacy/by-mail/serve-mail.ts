/** Goes on with a request that came by mail: from here on it is one like any other. */
import type { AccountStore } from '../../../accounts/account.ts';
import { accountIdentity } from '../../../accounts/account.ts';
import type { SessionStore } from '../../../accounts/sessions.ts';
import type { PrivacyRequest } from '../../../privacy/privacy-request.ts';
import { fallbackLocale } from '../../locale.ts';
import { erasureFacts, exportFacts } from '../start-request.ts';
import { type ConfirmDeps, confirmInChat } from './confirm-in-chat.ts';
import { type MailFacts, mailFactsSchema, mayBegin } from './mail-request.ts';

export type ServeMailDeps = ConfirmDeps & {
  accounts: Pick<AccountStore, 'members' | 'credentials' | 'change'>;
  sessions: Pick<SessionStore, 'removeAll'>;
};

/** The request as it goes on; null where it waits for somebody, or has ended. */
export async function serveMail(deps: ServeMailDeps, request: PrivacyRequest): Promise<PrivacyRequest | null> {
  const read = mailFactsSchema.safeParse(request.facts);
  if (!read.success) return request;
  const facts = read.data;
  if (!(await deps.accounts.credentials(facts.accountId))) return endOf(deps, request);
  if (!mayBegin(facts, request.step)) {
    await confirmInChat(deps, request, facts);
    return null;
  }
  switch (facts.wish.kind) {
    case 'export':
      // Only a shell can take it away, so it is put together when one asks for it.
      return null;
    case 'erase':
      await deps.sessions.removeAll(facts.accountId);
      return begin(deps, request, facts);
    case 'correct': {
      const changed = await deps.accounts.change(facts.accountId, { email: facts.wish.email, isVerified: false });
      await deps.privacyRequests.advance(request.id, changed === 'taken' ? 'taken' : 'corrected', facts);
      return endOf(deps, request);
    }
  }
}

/** Puts what it is about in the place of how it came. */
export async function begin(
  { privacyRequests }: Pick<ServeMailDeps, 'privacyRequests'>,
  request: PrivacyRequest,
  { wish, accountId, confirmed }: MailFacts,
): Promise<PrivacyRequest> {
  const person = confirmed?.person ?? accountIdentity(accountId);
  const about = { person, place: confirmed?.place ?? null, locale: fallbackLocale };
  const facts =
    wish.kind === 'erase'
      ? erasureFacts({ ...about, scope: { kind: 'account', handOver: wish.handOver } })
      : exportFacts({ ...about, person: accountIdentity(accountId), place: null });
  await privacyRequests.advance(request.id, 'begun', facts);
  return { ...request, step: 'begun', facts };
}

async function endOf({ privacyRequests }: ServeMailDeps, { id }: PrivacyRequest): Promise<null> {
  await privacyRequests.finish(id, 'done');
  return null;
}
