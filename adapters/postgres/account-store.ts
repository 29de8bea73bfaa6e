/** Accounts: found by a keyed hash of their e-mail address, which is sealed like all that they sign in with. */
import { type AccountStore, accountIdentity, type Credentials, credentialsSchema } from '../../src/accounts/account.ts';
import { noneIfErased, openJson, sealJson } from './columns.ts';
import { isUniqueViolation } from './connect.ts';
import { ensureOwner, type OwnerDeps } from './owner-store.ts';

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
      await prisma.owner.deleteMany({ where: { id: from } });
    },
    async register(accountId, credentials) {
      if ((await prisma.account.count({ where: { id: accountId } })) > 0) return 'there';
      const lookup = await emailLookup(credentials.email);
      if ((await prisma.account.count({ where: { emailLookup: lookup } })) > 0) return 'taken';
      const { email, password, recovery, isVerified } = credentials;
      const sealed = await sealer(deps, accountId);
      const data = {
        id: accountId,
        emailLookup: lookup,
        email: sealed('email', email),
        password: sealed('password', password),
        recovery: sealed('recovery', recovery),
        isVerified,
        createdAt: new Date(clock.now()),
      };
      const { count } = await prisma.account.createMany({ data: [data], skipDuplicates: true });
      if (count === 1) return 'done';
      return (await prisma.account.count({ where: { id: accountId } })) > 0 ? 'there' : 'taken';
    },
    credentials: (accountId) => readCredentials(deps, accountId),
    async findByEmail(email) {
      const where = { emailLookup: await emailLookup(email), owner: { state: 'active' as const } };
      return (await prisma.account.findFirst({ where, select: { id: true } }))?.id ?? null;
    },
    async change(accountId, { email, password, recovery, isVerified }) {
      const sealed = await sealer(deps, accountId);
      const data = {
        ...(email === undefined ? {} : { email: sealed('email', email), emailLookup: await emailLookup(email) }),
        ...(password === undefined ? {} : { password: sealed('password', password) }),
        ...(recovery === undefined ? {} : { recovery: sealed('recovery', recovery) }),
        ...(isVerified === undefined ? {} : { isVerified }),
      };
      try {
        await prisma.account.updateMany({ where: { id: accountId }, data });
        return 'done';
      } catch (error) {
        if (isUniqueViolation(error)) return 'taken';
        throw error;
      }
    },
  };
}

/** The key is read anew with every write: what is being erased takes nothing new. */
const sealer = async ({ keyring }: OwnerDeps, accountId: string) => {
  const key = await keyring.open(`owner:${accountId}`);
  return (column: 'email' | 'password' | 'recovery', value: unknown) => sealJson(key, `Account.${column}:${accountId}`, value);
};

async function readCredentials({ prisma, keyring }: OwnerDeps, accountId: string): Promise<Credentials | null> {
  const row = await prisma.account.findUnique({ where: { id: accountId } });
  const key = row && (await keyring.open(`owner:${accountId}`).catch(noneIfErased));
  if (!row || !key) return null;
  const { email, password, recovery } = credentialsSchema.shape;
  return {
    email: openJson(key, `Account.email:${accountId}`, row.email, email),
    password: openJson(key, `Account.password:${accountId}`, row.password, password),
    recovery: row.recovery ? openJson(key, `Account.recovery:${accountId}`, row.recovery, recovery) : [],
    isVerified: row.isVerified,
  };
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
