/** Everything that signing in is made of, over a real database in memory, with a clock that tests set. */
import { randomBytes } from 'node:crypto';
import { createDatabase, type Database } from '../../adapters/postgres/database.ts';
import { createBcryptHasher } from '../../src/accounts/bcrypt-hasher.ts';
import type { PasswordHasher } from '../../src/accounts/password.ts';
import { createSessions, type Sessions } from '../../src/accounts/sessions.ts';
import { createTryLimits, type TryLimits } from '../../src/accounts/try-limits.ts';
import { randomId } from '../../src/ids.ts';
import { createKeyring, type Keyring, type KeyStore } from '../../src/privacy/keyring.ts';
import { memoryKeyStore } from './memory-key-store.ts';
import { openPrepared } from './prepared-database.ts';
import { type TestClock, testClock } from './test-clock.ts';

const cheapest = 4;

export type AccountsGround = {
  accounts: Database['accounts'];
  links: Database['links'];
  database: Database;
  keys: KeyStore;
  keyring: Keyring;
  clock: TestClock;
  sessions: Sessions;
  limits: TryLimits;
  hasher: PasswordHasher;
  /** How many bcrypt hashes were computed. */
  hashed(): number;
  newId(): string;
  newToken(): string;
  newCode(): string;
  /** A member with a link into the portal, which was not used yet. */
  member(): Promise<string>;
  close(): Promise<void>;
};

export async function accountsGround(): Promise<AccountsGround> {
  const clock = testClock();
  const keys = memoryKeyStore();
  const keyring = createKeyring({ store: keys, masterKeys: [randomBytes(32)], clock, randomBytes });
  const database = createDatabase(await openPrepared(), { keyring, clock, newId: randomId });
  let hashed = 0;
  const hasher = createBcryptHasher((text) => {
    hashed += 1;
    return keyring.lookup('password', text);
  });
  const newToken = (): string => randomBytes(32).toString('base64url');
  const person = () => ({ platform: 'test', workspace: 'w', person: randomId() });
  return {
    accounts: database.accounts,
    links: database.links,
    database,
    keys,
    keyring,
    clock,
    sessions: createSessions({ sessions: database.sessions, clock, newToken }),
    limits: createTryLimits({ tries: database.tries, clock }),
    // What is tried with accounts is how often is hashed, and when; that it takes its time is tried with passwords.
    hasher: { ...hasher, hash: (password) => hasher.hash(password, cheapest) },
    hashed: () => hashed,
    newId: randomId,
    newToken,
    newCode: () => randomId().slice(0, 16),
    member: async () => (await database.owners.ensureMember(person())).ownerId,
    close: () => database.close(),
  };
}
