/** Counts of how long work took; of nobody in particular. */
import type { PaceStore } from '../../src/generation/pace.ts';
import type { PrismaClient } from './generated/client.ts';

export const createPaceStore = (prisma: PrismaClient): PaceStore => ({
  async add(kind, bucket) {
    await prisma.pace.upsert({
      where: { kind_bucket: { kind, bucket } },
      create: { kind, bucket, count: 1 },
      update: { count: { increment: 1 } },
    });
  },
  read: (kind) => prisma.pace.findMany({ where: { kind }, orderBy: { bucket: 'asc' }, select: { bucket: true, count: true } }),
});
