/** The database as an outside system: all stores over one connection. */
import type { AccountStore } from '../../src/accounts/account.ts';
import type { InstallationStore } from '../../src/accounts/installations.ts';
import type { LinkStore } from '../../src/accounts/links.ts';
import type { OwnerStore } from '../../src/accounts/owners.ts';
import type { SessionStore } from '../../src/accounts/sessions.ts';
import type { SettingsStore } from '../../src/accounts/settings.ts';
import type { TryStore } from '../../src/accounts/try-limits.ts';
import type { WorkspaceRulesStore } from '../../src/accounts/workspace-rules.ts';
import type { KitStore } from '../../src/brand/kit-store.ts';
import type { ProductStore } from '../../src/brand/product.ts';
import type { ConversationStore } from '../../src/chat/conversation-store.ts';
import type { IntakeStore } from '../../src/chat/intake-store.ts';
import type { ObligationStore } from '../../src/chat/obligations.ts';
import type { Clock } from '../../src/clock.ts';
import type { AdStore, PhotoStore, RecordIndex, StepStore } from '../../src/generation/ad.ts';
import type { PaceStore } from '../../src/generation/pace.ts';
import type { WorkspaceAds } from '../../src/generation/workspace-ads.ts';
import type { NewId } from '../../src/ids.ts';
import type { ConsentStore } from '../../src/privacy/consent.ts';
import type { DisclosureStore } from '../../src/privacy/disclosure.ts';
import type { IncidentStore } from '../../src/privacy/incident.ts';
import type { Keyring } from '../../src/privacy/keyring.ts';
import type { Holding, OutsideSystem, PersonalData } from '../../src/privacy/personal-data.ts';
import type { PrivacyRequestStore } from '../../src/privacy/privacy-request.ts';
import type { UsageStore } from '../../src/usage/usage.ts';
import { createAccountStore } from './account-store.ts';
import { createAdStore } from './ad-store.ts';
import type { Connection } from './connect.ts';
import { createConsentStore } from './consent-store.ts';
import { createConversationStore } from './conversation-store.ts';
import { createDisclosureStore } from './disclosure-store.ts';
import { createIncidentStore } from './incident-store.ts';
import { createInstallationStore } from './installation-store.ts';
import { createIntakeStore } from './intake-store.ts';
import { inventory } from './inventory.ts';
import { createKitStore } from './kit-store.ts';
import { createLinkStore } from './link-store.ts';
import { createObligationStore } from './obligation-store.ts';
import { createOwnerStore } from './owner-store.ts';
import { createPaceStore } from './pace-store.ts';
import { createPhotoStore } from './photo-store.ts';
import { createPrivacyRequestStore } from './privacy-request-store.ts';
import { createProductStore } from './product-store.ts';
import { createRecordIndex } from './record-index.ts';
import { createSessionStore } from './session-store.ts';
import { createSettingsStore } from './settings-store.ts';
import { createStepStore } from './step-store.ts';
import { createTryStore } from './try-store.ts';
import { createUsageStore } from './usage-store.ts';
import { createWorkspaceAds } from './workspace-ads.ts';
import { createWorkspaceRulesStore } from './workspace-rules-store.ts';

export interface Database extends OutsideSystem {
  readonly connection: Connection;
  readonly ads: AdStore;
  readonly steps: StepStore;
  readonly photos: PhotoStore;
  readonly owners: OwnerStore;
  readonly settings: SettingsStore;
  readonly accounts: AccountStore;
  readonly sessions: SessionStore;
  readonly links: LinkStore;
  readonly tries: TryStore;
  readonly workspaceRules: WorkspaceRulesStore;
  readonly workspaceAds: WorkspaceAds;
  readonly installations: InstallationStore;
  readonly intakes: IntakeStore;
  readonly conversations: ConversationStore;
  readonly obligations: ObligationStore;
  readonly kits: KitStore;
  readonly products: ProductStore;
  readonly privacyRequests: PrivacyRequestStore;
  readonly consents: ConsentStore;
  readonly disclosures: DisclosureStore;
  readonly incidents: IncidentStore;
  readonly usage: UsageStore;
  readonly pace: PaceStore;
  readonly index: RecordIndex;
  /** The random name of this installation, made with its database. */
  installation(): Promise<string>;
}

export type DatabaseOptions = { keyring: Keyring; clock: Clock; newId: NewId };

const holdings: PersonalData = Object.fromEntries(
  Object.entries(inventory).map(([model, entry]): [string, Holding] => [model, entry.holding]),
);

export function createDatabase(connection: Connection, options: DatabaseOptions): Database {
  const { prisma } = connection;
  const deps = { prisma, ...options };
  return {
    name: 'postgres',
    connection,
    personalData: holdings,
    ads: createAdStore(deps),
    steps: createStepStore(deps),
    photos: createPhotoStore(deps),
    owners: createOwnerStore(deps),
    settings: createSettingsStore(deps),
    accounts: createAccountStore(deps),
    sessions: createSessionStore(deps),
    links: createLinkStore(deps),
    tries: createTryStore(deps),
    workspaceRules: createWorkspaceRulesStore(deps),
    workspaceAds: createWorkspaceAds(prisma),
    installations: createInstallationStore(deps),
    intakes: createIntakeStore(deps),
    conversations: createConversationStore(deps),
    obligations: createObligationStore(deps),
    kits: createKitStore(deps),
    products: createProductStore(deps),
    privacyRequests: createPrivacyRequestStore(deps),
    consents: createConsentStore(deps),
    disclosures: createDisclosureStore(deps),
    incidents: createIncidentStore(deps),
    usage: createUsageStore(deps),
    pace: createPaceStore(prisma),
    index: createRecordIndex(prisma),
    installation: async () => (await prisma.installation.findFirstOrThrow()).id,
    close: () => connection.close(),
  };
}
