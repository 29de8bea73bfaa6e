/** The rights of a person over their own data, for the whole of an account. */
import { type AccountStore, accountIdentity } from '../../accounts/account.ts';
import { isOwnPassword } from '../../accounts/change-account.ts';
import type { PasswordHasher } from '../../accounts/password.ts';
import type { Sessions } from '../../accounts/sessions.ts';
import type { TryLimits } from '../../accounts/try-limits.ts';
import type { JobQueue } from '../../generation/ports.ts';
import { type ConsentStore, consentTextVersion, partnersAgreedTo } from '../../privacy/consent.ts';
import type { PartnerHere } from '../../privacy/partners.ts';
import type { ExportDeps } from '../privacy/export-on-request.ts';
import { heldOf, type OwnDataDeps } from '../privacy/own-data.ts';
import { addErasure, addExport } from '../privacy/start-request.ts';
import { personKey } from '../take-in.ts';
import { type Held, receiptsView, statusView } from '../views/privacy-views.ts';
import { wordingIn } from '../wording/wording.ts';
import { copiesOf, fetchCopy } from './fetch-copy.ts';
import { type MembersDeps, membersOf } from './members.ts';
import type { PortalRights } from './portal.ts';

export type OwnRightsDeps = MembersDeps &
  Omit<OwnDataDeps, 'owners' | 'privacyRequests'> &
  ExportDeps & {
    owners: OwnDataDeps['owners'];
    accounts: AccountStore;
    consents: ConsentStore;
    partners: readonly PartnerHere[];
    queue: Pick<JobQueue, 'ring'>;
    sessions: Pick<Sessions, 'endAll'>;
    hasher: PasswordHasher;
    limits: TryLimits;
    newId(): string;
  };

const none: Held = { ads: 0, files: 0, bytes: 0, photos: 0, products: 0, requests: 0, usageSince: null, partners: [] };

export function createOwnRights(deps: OwnRightsDeps): PortalRights {
  const { consents, privacyRequests, queue, newId } = deps;
  const agreedBy = async (ownerId: string): Promise<string[]> =>
    partnersAgreedTo(await consents.history(ownerId), consentTextVersion);
  return {
    async status(accountId, locale) {
      const members = await membersOf(deps, accountId);
      const held = await Promise.all(members.map(({ identity }) => heldOf(deps, identity)));
      return statusView(wordingIn(locale), held.reduce<Held>(together, none), await deps.heldWhere());
    },
    async receipts(accountId, locale) {
      const members = await membersOf(deps, accountId);
      const people = [accountIdentity(accountId), ...members.map(({ identity }) => identity)];
      const disclosures = await Promise.all(members.map(({ ownerId }) => deps.disclosures.ofOwner(ownerId)));
      const requests = await Promise.all(people.map((person) => privacyRequests.ofPerson(personKey(person))));
      return receiptsView(wordingIn(locale), {
        disclosures: disclosures.flat().sort((a, b) => b.at - a.at),
        requests: requests.flat().sort((a, b) => b.receivedAt - a.receivedAt),
        partners: deps.partners,
      });
    },
    async partners(accountId) {
      const agreed = (await Promise.all((await membersOf(deps, accountId)).map(({ ownerId }) => agreedBy(ownerId)))).flat();
      return deps.partners.map((partner) => ({ ...partner, isAgreed: agreed.includes(partner.id) }));
    },
    async consent(accountId, id, given) {
      const partner = deps.partners.find((one) => one.id === id);
      if (!partner || (given && !partner.isReady)) return;
      for (const { ownerId } of await membersOf(deps, accountId))
        await consents.add(ownerId, { partner: id, given, textVersion: consentTextVersion });
    },
    copies: (accountId) => copiesOf(deps, accountId),
    async startCopy(accountId, locale) {
      if ((await copiesOf(deps, accountId)).length > 0) return;
      const id = newId();
      await addExport(deps, id, { person: accountIdentity(accountId), place: null, locale });
      await queue.ring('privacy', id);
    },
    fetchCopy: (accountId, id) => fetchCopy(deps, accountId, id),
    async erase(asking, { handOver, locale }) {
      const outcome = await isOwnPassword(deps, asking);
      if (outcome !== 'right') return { ok: false, problem: outcome };
      const requestId = newId();
      const scope = { kind: 'account' as const, handOver };
      await addErasure(deps, requestId, { person: accountIdentity(asking.accountId), place: null, locale, scope });
      await deps.sessions.endAll(asking.accountId);
      await queue.ring('privacy', requestId);
      return { ok: true, requestId };
    },
  };
}

const together = (sum: Held, one: Held | null): Held =>
  one === null
    ? sum
    : {
        ads: sum.ads + one.ads,
        files: sum.files + one.files,
        bytes: sum.bytes + one.bytes,
        photos: sum.photos + one.photos,
        products: sum.products + one.products,
        requests: sum.requests + one.requests,
        usageSince: earlier(sum.usageSince, one.usageSince),
        partners: [...new Set([...sum.partners, ...one.partners])],
      };

const earlier = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.min(a, b));
