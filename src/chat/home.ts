/** What the bot's own page tells a person, read anew whenever they open it. */
import { hasAccepted } from '../accounts/acceptance.ts';
import type { OwnerStore } from '../accounts/owners.ts';
import type { KitStore } from '../brand/kit-store.ts';
import { type ConsentStore, consentTextVersion, partnersAgreedTo } from '../privacy/consent.ts';
import { type PolicyFacts, policyVersion } from '../privacy/policy.ts';
import { isShowable, type LibraryDeps, recentAds } from './library.ts';
import type { MessageView, PersonRef } from './messages.ts';
import type { People } from './people.ts';
import { homeView } from './views/home-view.ts';
import { wordingIn } from './wording/wording.ts';

export type HomeDeps = LibraryDeps & {
  people: Pick<People, 'learn' | 'localeOf'>;
  owners: Pick<OwnerStore, 'find' | 'findWorkspace'>;
  kits: Pick<KitStore, 'ofWorkspace'>;
  consents: Pick<ConsentStore, 'history'>;
  policyFacts: Pick<PolicyFacts, 'partners'>;
};

const shown = 5;

export async function homeOf(deps: HomeDeps, person: PersonRef): Promise<MessageView> {
  const [settings, ads, ownerId, workspaceId] = await Promise.all([
    deps.people.learn(person),
    recentAds(deps, person, shown),
    deps.owners.find(person),
    deps.owners.findWorkspace(person),
  ]);
  const kits = workspaceId ? await deps.kits.ofWorkspace(workspaceId) : [];
  const history = ownerId ? await deps.consents.history(ownerId) : [];
  return homeView(wordingIn(deps.people.localeOf(person)), {
    ads,
    isShowable,
    kits: kits.map(({ isDefault, facts }) => ({ isDefault, name: facts.name })),
    audience: settings.audience ?? 'here',
    keepsPhotos: hasAccepted(settings, policyVersion) ? settings.keepPhotos === true : null,
    partners: deps.policyFacts.partners,
    agreed: partnersAgreedTo(history, consentTextVersion),
  });
}
