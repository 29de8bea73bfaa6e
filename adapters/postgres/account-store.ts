/** Accounts: found by a keyed hash of their e-mail address, which is sealed like all that they sign in with. */
import { type AccountStore, accountIdentity, type Credentials, credentialsSchema } from '../../src/accounts/account.ts';
import { AppError } from '../../src/errors.ts';
import { openJson, sealJson } from './columns.ts';
import { isUniqueViolation } from './connect.ts';
import { ensureOwner, type OwnerDeps } from './owner-store.ts';
import { mostTries, openValue, replaceValue, valueScope } from './value-keys.ts';

export function createAccountStore(deps: OwnerDeps): AccountStore {
  const { prisma, keyring, clock } = deps;
  const emailLookup = (email: string): Promise<Uint8Array<ArrayBuffer>> => keyring.lookup('email', email);
  return {
    async of(ownerId) {
      const row = await prisma.owner.findUnique({ where: { id: ownerId }, select: { kind: true, accountId: true } });
      return row?.kind === 'account' ? ownerId : (row?.accountId ?? null);
    },
    async members(accountId) {
      const rows = await prisma.owner.findMany({ where: { accountId }, select: { id: true }, orderBy: { createdAt: 'asc' } });
      return rows.map((row) => row.id);
    },
    ensure: (memberId) => ensureAccount(deps, memberId),
    async merge(from, to) {
      await prisma.owner.updateMany({ where: { accountId: from }, data: { accountId: to } });
      await keyring.destroy(`owner:${from}`);
      const credentials = await prisma.account.findUnique({ where: { id: from }, select: { revision: true } });
      if (credentials?.revision) await keyring.destroy(valueScope(credentials.revision));
      await prisma.owner.deleteMany({ where: { id: from } });
    },
    async register(accountId, credentials) {
      if ((await prisma.account.count({ where: { id: accountId } })) > 0) return 'there';
      const lookup = await emailLookup(credentials.email);
      if ((await prisma.account.count({ where: { emailLookup: lookup } })) > 0) return 'taken';
      const isNew = await replaceValue(deps, { ownerId: accountId, before: null }, async (key, revision) => {
        const { isVerified } = credentials;
        const sealed = sealedIn(key, accountId, credentials);
        const data = { id: accountId, emailLookup: lookup, revision, ...sealed, isVerified, createdAt: new Date(clock.now()) };
        return (await prisma.account.createMany({ data: [data], skipDuplicates: true })).count === 1;
      });
      if (isNew) return 'done';
      return (await prisma.account.count({ where: { id: accountId } })) > 0 ? 'there' : 'taken';
    },
    credentials: async (accountId) => (await readKept(deps, accountId))?.credentials ?? null,
    async findByEmail(email) {
      const where = { emailLookup: await emailLookup(email), owner: { state: 'active' as const } };
      return (await prisma.account.findFirst({ where, select: { id: true } }))?.id ?? null;
    },
    change: (accountId, changed) => change(deps, accountId, changed),
  };
}

type Secrets = Pick<Credentials, 'email' | 'password' | 'recovery'>;

const sealedIn = (key: Uint8Array, accountId: string, { email, password, recovery }: Secrets) => ({
  email: sealJson(key, `Account.email:${accountId}`, email),
  password: sealJson(key, `Account.password:${accountId}`, password),
  recovery: sealJson(key, `Account.recovery:${accountId}`, recovery),
});

/** All of it under a new key: what was there before is gone with the old one. */
async function change(deps: OwnerDeps, accountId: string, changed: Partial<Credentials>): Promise<'done' | 'taken'> {
  const { prisma, keyring } = deps;
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const known = await readKept(deps, accountId);
    if (!known) return 'done';
    const after = { ...known.credentials, ...changed };
    const emailLookup = await keyring.lookup('email', after.email);
    const where = { id: accountId, revision: known.revision };
    try {
      const isChanged = await replaceValue(deps, { ownerId: accountId, before: known.revision }, async (key, revision) => {
        const data = { emailLookup, revision, ...sealedIn(key, accountId, after), isVerified: after.isVerified };
        return (await prisma.account.updateMany({ where, data })).count === 1;
      });
      if (isChanged) return 'done';
    } catch (error) {
      if (isUniqueViolation(error)) return 'taken';
      throw error;
    }
  }
  throw new AppError('database-unavailable', 'The credentials of an account change all the time.', { retry: 'later' });
}

/** Read again where they were replaced in that moment. */
async function readKept(
  deps: OwnerDeps,
  accountId: string,
): Promise<{ revision: string | null; credentials: Credentials } | null> {
  const { email, password, recovery } = credentialsSchema.shape;
  for (let last: string | null | undefined; ; ) {
    const row = await deps.prisma.account.findUnique({ where: { id: accountId } });
    if (!row || row.revision === last) return null;
    last = row.revision;
    const key = await openValue(deps, row.revision, `owner:${accountId}`);
    if (!key) continue;
    const credentials = {
      email: openJson(key, `Account.email:${accountId}`, row.email, email),
      password: openJson(key, `Account.password:${accountId}`, row.password, password),
      recovery: row.recovery ? openJson(key, `Account.recovery:${accountId}`, row.recovery, recovery) : [],
      isVerified: row.isVerified,
    };
    return { revision: row.revision, credentials };
  }
}

async function ensureAccount(deps: OwnerDeps, memberId: string): Promise<string> {
  const { prisma, keyring } = deps;
  const linkedTo = async () => (await prisma.owner.findUniqueOrThrow({ where: { id: memberId } })).accountId;
  const known = await linkedTo();
  if (known) return known;
  const id = deps.newId();
  const made = await ensureOwner({ ...deps, newId: () => id }, 'account', accountIdentity(id), null);
  const { count } = await prisma.owner.updateMany({
    where: { id: memberId, accountId: null },
    data: { accountId: made },
  });
  if (count === 1) return made;
  await keyring.destroy(`owner:${made}`);
  await prisma.owner.deleteMany({ where: { id: made } });
  return (await linkedTo()) ?? ensureAccount(deps, memberId);
}
