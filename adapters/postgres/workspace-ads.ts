/** The ads of a whole workspace, counted and listed without opening any. */
import { z } from 'zod';
import { adStates, openStates } from '../../src/generation/ad.ts';
import type { WorkspaceAd, WorkspaceAds } from '../../src/generation/workspace-ads.ts';
import type { PrismaClient } from './generated/client.ts';

/** More than anybody looks through. */
const mostOpen = 1_000;
const idsPerPage = 1_000;

/** Also while it is shown anew elsewhere. */
const finishedStates = ['delivered', 'showing'] as const;

const stateSchema = z.enum(adStates);
const columns = { id: true, ownerId: true, state: true, createdAt: true } as const;

/** Those of its people, and those that were handed over to it. */
const ofWorkspace = (workspaceId: string) => ({ OR: [{ ownerId: workspaceId }, { owner: { workspaceId } }] });

export function createWorkspaceAds(prisma: PrismaClient): WorkspaceAds {
  const told = ({
    id,
    ownerId,
    state,
    createdAt,
  }: {
    id: string;
    ownerId: string;
    state: string;
    createdAt: Date;
  }): WorkspaceAd => ({
    id,
    ownerId,
    state: stateSchema.parse(state),
    createdAt: createdAt.getTime(),
  });
  return {
    async open(workspaceId) {
      const where = { ...ofWorkspace(workspaceId), state: { in: [...openStates] } };
      return (await prisma.ad.findMany({ where, select: columns, orderBy: { createdAt: 'asc' }, take: mostOpen })).map(told);
    },
    async finished(workspaceId, most) {
      const where = { ...ofWorkspace(workspaceId), state: { in: [...finishedStates] } };
      return (await prisma.ad.findMany({ where, select: columns, orderBy: { createdAt: 'desc' }, take: most })).map(told);
    },
    async *withApproval(workspaceId) {
      for (let after = ''; ; ) {
        const where = { ...ofWorkspace(workspaceId), approval: { not: null }, id: { gt: after } };
        const rows = await prisma.ad.findMany({ where, select: { id: true }, orderBy: { id: 'asc' }, take: idsPerPage });
        for (const { id } of rows) yield id;
        const last = rows.at(-1);
        if (!last) return;
        after = last.id;
      }
    },
    async storedBytes(workspaceId) {
      const [{ bytes }] = await prisma.$queryRaw<[{ bytes: string }]>`
        SELECT (
          (SELECT COALESCE(SUM(c."bytes"), 0) FROM "Creative" c JOIN "Ad" a ON a."id" = c."adId"
            JOIN "Owner" o ON o."id" = a."ownerId" WHERE o."workspaceId" = ${workspaceId} OR o."id" = ${workspaceId})
          + (SELECT COALESCE(SUM(p."bytes"), 0) FROM "Photo" p
            JOIN "Owner" o ON o."id" = p."ownerId" WHERE o."workspaceId" = ${workspaceId} OR o."id" = ${workspaceId})
        )::text AS "bytes"`;
      return Number(bytes);
    },
  };
}
