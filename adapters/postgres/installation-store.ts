/** Tokens of the workspaces that installed the bot, each sealed under a key of its own below the workspace's. */
import { z } from 'zod';
import { type Installation, type InstallationStore, installationSchema } from '../../src/accounts/installations.ts';
import { noneIfErased, openJson, sealJson } from './columns.ts';
import { isUniqueViolation } from './connect.ts';
import { ensureOwner, lookupOf, type OwnerDeps } from './owner-store.ts';

type Workspace = Parameters<InstallationStore['find']>[0];
const identitySchema = z.object({ platform: z.string(), workspace: z.string() });
type Kept = { id: string; revision: string; installation: Installation };

export function createInstallationStore(deps: OwnerDeps): InstallationStore {
  const { prisma, keyring, clock, newId } = deps;
  const scopeOf = (id: string) => `token:${id}` as const;

  async function rowOf({ platform, workspace }: Workspace) {
    const lookup = await lookupOf(keyring, { platform, workspace });
    return prisma.workspaceToken.findFirst({ where: { owner: { lookup } } });
  }

  async function read(workspace: Workspace): Promise<Kept | null> {
    const row = await rowOf(workspace);
    if (!row) return null;
    const { id, revision, facts } = row;
    const key = await keyring.open(scopeOf(id)).catch(noneIfErased);
    return key && { id, revision, installation: openJson(key, `WorkspaceToken.facts:${id}`, facts, installationSchema) };
  }

  async function remove(workspace: Workspace): Promise<void> {
    const row = await rowOf(workspace);
    if (!row) return;
    await keyring.destroy(scopeOf(row.id));
    await prisma.workspaceToken.deleteMany({ where: { id: row.id } });
  }

  async function add(ownerId: string, installation: Installation): Promise<void> {
    const id = newId();
    const key = await keyring.create(scopeOf(id), `owner:${ownerId}`);
    const facts = sealJson(key, `WorkspaceToken.facts:${id}`, installation);
    try {
      await prisma.workspaceToken.create({
        data: { id, ownerId, revision: newId(), facts, createdAt: new Date(clock.now()) },
      });
    } catch (error) {
      // Only then is it certain that no row stands under this key.
      if (isUniqueViolation(error)) await keyring.destroy(scopeOf(id));
      throw error;
    }
  }

  async function identityOf({ id, identity }: { id: string; identity: Uint8Array }) {
    const key = await keyring.open(`owner:${id}`).catch(noneIfErased);
    return key && openJson(key, `Owner.identity:${id}`, identity, identitySchema);
  }

  return {
    async save({ platform, workspace }, installation) {
      const ownerId = await ensureOwner(deps, 'workspace', { platform, workspace }, null);
      await remove({ platform, workspace });
      try {
        await add(ownerId, installation);
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        // Installed twice at the same moment: the later one holds.
        await remove({ platform, workspace });
        await add(ownerId, installation);
      }
    },
    async renew(workspace, before, tokens) {
      const kept = await read(workspace);
      if (kept?.installation.token !== before) return false;
      const { id, revision } = kept;
      const facts = sealJson(await keyring.open(scopeOf(id)), `WorkspaceToken.facts:${id}`, { ...kept.installation, ...tokens });
      const changed = await prisma.workspaceToken.updateMany({ where: { id, revision }, data: { facts, revision: newId() } });
      return changed.count === 1;
    },
    find: async (workspace) => (await read(workspace))?.installation ?? null,
    remove,
    async workspaces(platform) {
      const owners = await prisma.owner.findMany({ where: { token: { isNot: null } }, select: { id: true, identity: true } });
      const identities = await Promise.all(owners.map(identityOf));
      return identities.flatMap((one) => (one?.platform === platform ? [one.workspace] : []));
    },
    count: () => prisma.workspaceToken.count(),
  };
}
