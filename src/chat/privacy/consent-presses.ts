/** Giving and withdrawing consent to partners: one press each, and it holds at once. */
import { hasAccepted } from '../../accounts/acceptance.ts';
import { consentTextVersion, partnersAgreedTo } from '../../privacy/consent.ts';
import { policyVersion } from '../../privacy/policy.ts';
import type { ShelfDeed } from '../presses/brand-presses.ts';
import { say } from '../presses/press.ts';

export const giveConsent: ShelfDeed = async (deps, { request, words }) => {
  const partner = deps.partners.find(({ id }) => id === request.value);
  if (!partner?.isReady) return say(deps, request, words.privacy.unknownPartner);
  if (!hasAccepted(await deps.settings.read(request.person), policyVersion)) return say(deps, request, words.privacy.acceptFirst);
  const { ownerId } = await deps.owners.ensureMember(request.person);
  await deps.consents.add(ownerId, { partner: partner.id, given: true, textVersion: consentTextVersion });
  await say(deps, request, words.privacy.consentSaved(partner.name));
  return 'done';
};

/** `all`: from every partner agreed to. */
export const withdrawConsent: ShelfDeed = async (deps, { request, words }) => {
  const ownerId = await deps.owners.find(request.person);
  const agreed = ownerId ? partnersAgreedTo(await deps.consents.history(ownerId), consentTextVersion) : [];
  const meant = request.value === 'all' ? agreed : agreed.filter((id) => id === request.value);
  if (!ownerId || meant.length === 0) return say(deps, request, words.privacy.notAgreed);
  for (const partner of meant) await deps.consents.add(ownerId, { partner, given: false, textVersion: consentTextVersion });
  const nameOf = (id: string): string => deps.partners.find((partner) => partner.id === id)?.name ?? id;
  await say(deps, request, words.privacy.withdrawn(meant.map(nameOf)));
  return 'done';
};
