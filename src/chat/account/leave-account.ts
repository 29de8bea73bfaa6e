/** What is settled before an account is joined to another one and is gone. */
import { accountIdentity } from '../../accounts/account.ts';
import type { PrivacyRequestStore } from '../../privacy/privacy-request.ts';
import type { UsageStore } from '../../usage/usage.ts';
import { endWaiting, isByMail } from '../privacy/by-mail/mail-request.ts';
import { personKey } from '../take-in.ts';

export type LeaveDeps = {
  privacyRequests: Pick<PrivacyRequestStore, 'ofPerson' | 'claim' | 'finish' | 'movePerson'>;
  usage: Pick<UsageStore, 'forgetPerson'>;
};

/**
 * A request by mail that waits was made in the name of an address that is about to go: it ends, and whoever joins them is told.
 * All others belong to the account that stays. Resolves with how many ended. Safe to repeat.
 */
export async function leaveAccount({ privacyRequests, usage }: LeaveDeps, from: string, to: string): Promise<number> {
  const [before, after] = [personKey(accountIdentity(from)), personKey(accountIdentity(to))];
  let ended = 0;
  for (const request of await privacyRequests.ofPerson(before))
    if (isByMail(request) && (await endWaiting({ privacyRequests }, request))) ended += 1;
  await privacyRequests.movePerson(before, after);
  await usage.forgetPerson(before);
  return ended;
}
