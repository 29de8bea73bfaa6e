/** What admins said about the bot in their workspace, sealed under the workspace's own key. */
import { z } from 'zod';
import { type WorkspaceRef, type WorkspaceRulesStore, workspaceRulesSchema } from '../../src/accounts/workspace-rules.ts';
import { AppError } from '../../src/errors.ts';
import { openJson, sealJson } from './columns.ts';
import { ensureOwner, lookupOf, type OwnerDeps } from './owner-store.ts';

/** All that stands in the column of a workspace. */
const keptSchema = z.object({ rules: workspaceRulesSchema.optional(), isWelcomed: z.boolean().optional() });
type Kept = z.infer<typeof keptSchema>;

const mostTries = 10;

export function createWorkspaceRulesStore(deps: OwnerDeps): WorkspaceRulesStore {
  const { prisma, keyring } = deps;

  async function opened(id: string, settings: Uint8Array | null): Promise<Kept> {
    if (!settings) return {};
    return openJson(await keyring.open(`owner:${id}`), `Owner.settings:${id}`, settings, keptSchema);
  }

  async function read({ platform, workspace }: WorkspaceRef): Promise<Kept> {
    const lookup = await lookupOf(keyring, { platform, workspace });
    const row = await prisma.owner.findUnique({ where: { lookup }, select: { id: true, settings: true } });
    return row ? opened(row.id, row.settings) : {};
  }

  /** Two that change different things at the same moment lose nothing: whoever was late reads again. */
  async function change({ platform, workspace }: WorkspaceRef, changed: Kept): Promise<void> {
    const id = await ensureOwner(deps, 'workspace', { platform, workspace }, null);
    for (let attempt = 0; attempt < mostTries; attempt += 1) {
      const { settings: before } = await prisma.owner.findUniqueOrThrow({ where: { id }, select: { settings: true } });
      const settings = { ...(await opened(id, before)), ...changed };
      const sealed = sealJson(await keyring.open(`owner:${id}`), `Owner.settings:${id}`, settings);
      const written = await prisma.owner.updateMany({ where: { id, settings: before }, data: { settings: sealed } });
      if (written.count === 1) return;
    }
    throw new AppError('database-unavailable', 'The settings of a workspace change all the time', { retry: 'later' });
  }

  return {
    read: async (workspace) => (await read(workspace)).rules ?? null,
    save: (workspace, rules) => change(workspace, { rules }),
    isWelcomed: async (workspace) => (await read(workspace)).isWelcomed ?? false,
    noteWelcomed: (workspace) => change(workspace, { isWelcomed: true }),
  };
}
