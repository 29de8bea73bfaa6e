/** The persisted steps of ads and the files they made. */
import { z } from 'zod';
import type { Clock } from '../../src/clock.ts';
import type { Creative, StepStore } from '../../src/generation/ad.ts';
import type { FormatId } from '../../src/generation/formats.ts';
import type { Keyring } from '../../src/privacy/keyring.ts';
import { openJson, sealJson } from './columns.ts';
import type { Prisma, PrismaClient } from './generated/client.ts';

type Deps = { prisma: PrismaClient; keyring: Keyring; clock: Clock };

/** Locks the ad's row for the transaction, if this runner still draws it. */
async function holds(tx: Prisma.TransactionClient, adId: string, runner: string): Promise<boolean> {
  const held = await tx.ad.updateMany({ where: { id: adId, runner, state: 'drawing' }, data: { runner } });
  return held.count === 1;
}

export function createStepStore({ prisma, keyring, clock }: Deps): StepStore {
  return {
    start: (adId, runner, name) =>
      prisma.$transaction(async (tx) => {
        if (!(await holds(tx, adId, runner))) return 'lost';
        const step = await tx.step.findUnique({ where: { adId_name: { adId, name } } });
        if (step?.done) return 'done';
        await tx.step.upsert({
          where: { adId_name: { adId, name } },
          create: { adId, name, runs: 1 },
          update: { runs: { increment: 1 } },
        });
        return 'go';
      }),
    async finish(adId, runner, name, made) {
      const key = await keyring.open(`ad:${adId}`);
      const recipe = made.recipe && sealJson(key, `Ad.recipe:${adId}`, made.recipe);
      const creative = made.creative && sealedCreative(key, made.creative, clock.now());
      return prisma.$transaction(async (tx) => {
        if (!(await holds(tx, adId, runner))) return false;
        const open = await tx.step.updateMany({ where: { adId, name, done: false }, data: { done: true } });
        if (open.count !== 1) return false;
        if (recipe) await tx.ad.update({ where: { id: adId }, data: { recipe } });
        if (creative) await tx.creative.create({ data: creative });
        return true;
      });
    },
    async creatives(adId) {
      const rows = await prisma.creative.findMany({ where: { adId } });
      if (rows.length === 0) return [];
      const key = await keyring.open(`ad:${adId}`);
      return rows.map(({ createdAt: _, altText, format, ...row }) => ({
        ...row,
        format: format as FormatId,
        altText: openJson(key, `Creative.altText:${row.id}`, altText, z.string()),
      }));
    },
    async creativeIds(adId) {
      const rows = await prisma.creative.findMany({ where: { adId }, select: { id: true } });
      return rows.map((row) => row.id);
    },
  };
}

const sealedCreative = (key: Uint8Array, creative: Creative, now: number) => ({
  id: creative.id,
  adId: creative.adId,
  format: creative.format,
  mediaType: creative.mediaType,
  width: creative.width,
  height: creative.height,
  bytes: creative.bytes,
  altText: sealJson(key, `Creative.altText:${creative.id}`, creative.altText),
  createdAt: new Date(now),
});
