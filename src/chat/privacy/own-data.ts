/** What `/privacy` answers: what is held of a person, the policy, partners, consent, receipts. Everything is read anew and told to them alone. */
import { type AccountStore, accountIdentity } from '../../accounts/account.ts';
import type { OwnerStore } from '../../accounts/owners.ts';
import { neverHere } from '../../errors.ts';
import { type ConsentStore, consentTextVersion, partnersAgreedTo } from '../../privacy/consent.ts';
import type { DisclosureStore } from '../../privacy/disclosure.ts';
import type { PartnerHere } from '../../privacy/partners.ts';
import type { PolicyFacts } from '../../privacy/policy.ts';
import type { PrivacyRequestStore } from '../../privacy/privacy-request.ts';
import type { UsageStore } from '../../usage/usage.ts';
import type { PrivacySubcommandName } from '../commands.ts';
import type { IntakeStore } from '../intake-store.ts';
import type { MessageView, PersonRef } from '../messages.ts';
import { personKey } from '../take-in.ts';
import {
  consentView,
  correctView,
  exportOfferView,
  type Held,
  type HeldWhere,
  partnersView,
  policyView,
  receiptsView,
  statusView,
} from '../views/privacy-views.ts';
import type { Wording } from '../wording/wording.ts';

export type OwnDataDeps = {
  owners: Pick<OwnerStore, 'find' | 'tally'>;
  accounts: Pick<AccountStore, 'of'>;
  intakes: Pick<IntakeStore, 'countOf'>;
  consents: Pick<ConsentStore, 'history'>;
  usage: Pick<UsageStore, 'ofPerson'>;
  disclosures: Pick<DisclosureStore, 'ofOwner'>;
  privacyRequests: Pick<PrivacyRequestStore, 'ofPerson'>;
  /** In the words of the configuration. */
  heldWhere(): Promise<HeldWhere>;
  policyFacts: PolicyFacts;
};

/** Those that open a form instead are not answered here. */
export type AnsweredName = Exclude<PrivacySubcommandName, 'delete'>;

export async function ownDataView(
  deps: OwnDataDeps,
  words: Wording,
  person: PersonRef,
  name: AnsweredName,
): Promise<MessageView> {
  const { partners } = deps.policyFacts;
  switch (name) {
    case 'status':
      return statusView(words, await heldOf(deps, person), await deps.heldWhere());
    case 'policy':
      return policyView(words, deps.policyFacts);
    case 'partners':
      return partnersView(words, partners, await agreedBy(deps, person));
    case 'consent':
      return consentView(words, partners, await agreedBy(deps, person));
    case 'receipts':
      return receiptsView(words, {
        disclosures: await disclosuresOf(deps, person),
        requests: await deps.privacyRequests.ofPerson(personKey(person)),
        partners,
      });
    case 'export':
      return exportOfferView(words);
    case 'correct':
      return correctView(words);
    default:
      return neverHere(name);
  }
}

async function agreedBy(deps: OwnDataDeps, person: PersonRef): Promise<string[]> {
  const ownerId = await deps.owners.find(person);
  return ownerId ? partnersAgreedTo(await deps.consents.history(ownerId), consentTextVersion) : [];
}

async function disclosuresOf(deps: OwnDataDeps, person: PersonRef) {
  const ownerId = await deps.owners.find(person);
  return ownerId ? deps.disclosures.ofOwner(ownerId) : [];
}

export async function heldOf(deps: OwnDataDeps, person: PersonRef): Promise<Held | null> {
  const ownerId = await deps.owners.find(person);
  if (!ownerId) return null;
  const nameOf = (id: string): string => deps.policyFacts.partners.find((partner: PartnerHere) => partner.id === id)?.name ?? id;
  const disclosures = await deps.disclosures.ofOwner(ownerId);
  return {
    ...(await deps.owners.tally(ownerId)),
    requests: await deps.intakes.countOf(personKey(person)),
    usageSince: await usageSince(deps, ownerId, person),
    partners: [...new Set(disclosures.map(({ partner }) => nameOf(partner)))],
  };
}

/** In chats, and on the pages of the account. */
async function usageSince({ accounts, usage }: OwnDataDeps, ownerId: string, person: PersonRef): Promise<number | null> {
  const accountId = await accounts.of(ownerId);
  const names = [person, ...(accountId ? [accountIdentity(accountId)] : [])].map(personKey);
  const first = (await Promise.all(names.map((name) => usage.ofPerson(name)))).flatMap(([event]) => (event ? [event.at] : []));
  return first.length > 0 ? Math.min(...first) : null;
}
