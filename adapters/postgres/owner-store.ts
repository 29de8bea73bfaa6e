/** Owners: found by a keyed hash of who they are on their platform. */
import type { Identity, OwnerStore } from '../../src/accounts/owners.ts';
import type { Clock } from '../../src/clock.ts';
import { AppError } from '../../src/errors.ts';
import type { NewId } from '../../src/ids.ts';
import type { Keyring } from '../../src/privacy/keyring.ts';
import { sealJson } from './columns.ts';
import { isUniqueViolation } from './connect.ts';
import type { PrismaClient } from './generated/client.ts';
import { leaving } from './leaving.ts';

export type OwnerDeps = { prisma: PrismaClient; keyring: Keyring; clock: Clock; newId: NewId };

export const lookupOf = (keyring: Keyring, { platform, workspace, person }: Identity): Promise<Uint8Array<ArrayBuffer>> =>
  keyring.lookup(person === undefined ? 'workspace' : 'member', [platform, workspace, person ?? ''].join('\n'));

export function createOwnerStore(deps: OwnerDeps): OwnerStore {
  return {
    async ensureMember(identity) {
      const { platform, workspace } = identity;
      const workspaceOwnerId = await ensureOwner(deps, 'workspace', { platform, workspace }, null);
      return { workspaceOwnerId, ownerId: await ensureOwner(deps, 'member', identity, workspaceOwnerId) };
    },
    async find(identity) {
      const lookup = await lookupOf(deps.keyring, identity);
      return (await deps.prisma.owner.findUnique({ where: { lookup }, select: { id: true } }))?.id ?? null;
    },
    async findWorkspace({ platform, workspace }) {
      const lookup = await lookupOf(deps.keyring, { platform, workspace });
      return (await deps.prisma.owner.findUnique({ where: { lookup }, select: { id: true } }))?.id ?? null;
    },
    async isMember(ownerId, identity) {
      const lookup = await lookupOf(deps.keyring, identity);
      return (await deps.prisma.owner.count({ where: { id: ownerId, lookup } })) === 1;
    },
    ...leaving(deps),
  };
}

export async function ensureOwner(
  deps: OwnerDeps,
  kind: 'workspace' | 'member' | 'account',
  identity: Identity,
  workspaceId: string | null,
): Promise<string> {
  const { prisma, keyring, clock } = deps;
  const lookup = await lookupOf(keyring, identity);
  const known = await prisma.owner.findUnique({ where: { lookup }, select: { id: true, state: true } });
  // What they ask for meanwhile begins anew, as somebody who is not known, once they are erased.
  if (known?.state === 'erasing') throw new AppError('database-unavailable', 'This owner is being erased.', { retry: 'later' });
  if (known) return known.id;
  const id = deps.newId();
  const key = await keyring.create(`owner:${id}`, 'master');
  try {
    await prisma.owner.create({
      data: {
        id,
        kind,
        lookup,
        workspaceId,
        identity: sealJson(key, `Owner.identity:${id}`, identity),
        createdAt: new Date(clock.now()),
      },
    });
    return id;
  } catch (error) {
    // Only then is it certain that no row stands under this key.
    if (!isUniqueViolation(error)) throw error;
    await keyring.destroy(`owner:${id}`);
    const winner = await prisma.owner.findUniqueOrThrow({ where: { lookup }, select: { id: true } });
    return winner.id;
  }
}
