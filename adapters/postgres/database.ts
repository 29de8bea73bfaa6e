/** The database as an outside system: all stores over one connection. */
import type { OwnerStore } from '../../src/accounts/owners.ts';
import type { ConversationStore } from '../../src/chat/conversation-store.ts';
import type { IntakeStore } from '../../src/chat/intake-store.ts';
import type { Clock } from '../../src/clock.ts';
import type { AdStore, PhotoStore, StepStore } from '../../src/generation/ad.ts';
import type { NewId } from '../../src/ids.ts';
import type { Keyring } from '../../src/privacy/keyring.ts';
import type { Holding, OutsideSystem, PersonalData } from '../../src/privacy/personal-data.ts';
import { createAdStore } from './ad-store.ts';
import { type Connection, connectEmbedded, connectServer } from './connect.ts';
import { createConversationStore } from './conversation-store.ts';
import { createIntakeStore } from './intake-store.ts';
import { inventory } from './inventory.ts';
import { createOwnerStore } from './owner-store.ts';
import { createPhotoStore } from './photo-store.ts';
import { createStepStore } from './step-store.ts';

export interface Database extends OutsideSystem {
  readonly kind: 'embedded' | 'server';
  readonly ads: AdStore;
  readonly steps: StepStore;
  readonly photos: PhotoStore;
  readonly owners: OwnerStore;
  readonly intakes: IntakeStore;
  readonly conversations: ConversationStore;
  /** Rejects with `database-unavailable` when a trivial query fails. */
  ping(): Promise<void>;
}

export type DatabaseOptions = { keyring: Keyring; clock: Clock; newId: NewId };

/** `folder`: where the embedded database lives; undefined keeps it in memory. The caller holds the lock on the folder. */
export const openEmbeddedDatabase = async (folder: string | undefined, options: DatabaseOptions): Promise<Database> =>
  createDatabase(await connectEmbedded(folder), options);

export const openDatabaseServer = async (url: string, options: DatabaseOptions): Promise<Database> =>
  createDatabase(await connectServer(url), options);

const holdings: PersonalData = Object.fromEntries(
  Object.entries(inventory).map(([model, entry]): [string, Holding] => [model, entry.holding]),
);

export function createDatabase(connection: Connection, options: DatabaseOptions): Database {
  const { prisma } = connection;
  const deps = { prisma, ...options };
  return {
    name: 'postgres',
    kind: connection.kind,
    personalData: holdings,
    ads: createAdStore(deps),
    steps: createStepStore(deps),
    photos: createPhotoStore(deps),
    owners: createOwnerStore(deps),
    intakes: createIntakeStore(deps),
    conversations: createConversationStore(deps),
    ping: async () => void (await prisma.owner.count({ take: 1 })),
    close: () => connection.close(),
  };
}
