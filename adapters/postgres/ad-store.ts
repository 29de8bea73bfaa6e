/** The rows of ads. */
import { z } from 'zod';
import type { Clock } from '../../src/clock.ts';
import {
  type Ad,
  type AdProblem,
  type AdState,
  type AdStore,
  adStates,
  type NewAd,
  openStates,
  proposalsSchema,
} from '../../src/generation/ad.ts';
import { approvalSchema } from '../../src/generation/approval.ts';
import { briefSchema } from '../../src/generation/brief.ts';
import { type FormatId, formats } from '../../src/generation/formats.ts';
import { recipeSchema } from '../../src/generation/recipe.ts';
import type { Keyring } from '../../src/privacy/keyring.ts';
import { noneIfErased, openJson, sealJson } from './columns.ts';
import { isUniqueViolation } from './connect.ts';
import type { Prisma, PrismaClient } from './generated/client.ts';

type Deps = { prisma: PrismaClient; keyring: Keyring; clock: Clock };

const mostTurns = 1_000;

const stateSchema = z.enum(adStates);
const formatsSchema = z.array(z.enum(Object.keys(formats) as [FormatId, ...FormatId[]]));

export function createAdStore(deps: Deps): AdStore {
  const { prisma, keyring } = deps;
  return {
    create: (ad) => createAd(deps, ad),
    read: (id) => readAd(deps, id),
    async ofIntake(intakeId) {
      const ad = await prisma.ad.findUnique({ where: { intakeId }, select: { id: true } });
      return ad?.id ?? null;
    },
    async looksOf(rootId) {
      const rows = await prisma.ad.findMany({
        where: { rootId },
        orderBy: { version: 'asc' },
        select: { id: true, recipe: true },
      });
      const looks = rows.map(async ({ id, recipe }) =>
        recipe ? openJson(await keyring.open(`ad:${id}`), `Ad.recipe:${id}`, recipe, recipeSchema).look : null,
      );
      return (await Promise.all(looks.map((look) => look.catch(noneIfErased)))).filter((look) => look !== null);
    },
    async move(id, from, to, note = {}) {
      const moved = await prisma.ad.updateMany({ where: { id, state: { in: [...from] } }, data: { state: to, ...note } });
      return moved.count === 1;
    },
    async propose(id, proposals) {
      const key = await deps.keyring.open(`ad:${id}`);
      const sealed = sealJson(key, `Ad.proposals:${id}`, proposals);
      const kept = await prisma.ad.updateMany({
        where: { id, state: 'proposing' },
        data: { proposals: sealed, state: 'choosing' },
      });
      return kept.count === 1;
    },
    async choose(id, recipe) {
      const key = await deps.keyring.open(`ad:${id}`);
      const sealed = sealJson(key, `Ad.recipe:${id}`, recipe);
      const chosen = await prisma.ad.updateMany({ where: { id, state: 'choosing' }, data: { recipe: sealed, state: 'queued' } });
      return chosen.count === 1;
    },
    async versions(id) {
      const ad = await prisma.ad.findUnique({ where: { id }, select: { rootId: true } });
      if (!ad) return [];
      const rows = await prisma.ad.findMany({ where: ad, orderBy: { version: 'asc' }, select: { id: true } });
      return rows.map((row) => row.id);
    },
    async giveTo(id, ownerId) {
      await prisma.ad.updateMany({ where: { id }, data: { ownerId } });
    },
    async saveApproval(id, approval) {
      const sealed = approval && sealJson(await keyring.open(`ad:${id}`), `Ad.approval:${id}`, approval);
      await prisma.ad.updateMany({ where: { id }, data: { approval: sealed } });
    },
    async countFailure(id) {
      const { failures } = await prisma.ad.update({
        where: { id },
        data: { failures: { increment: 1 } },
        select: { failures: true },
      });
      return failures;
    },
    async ofOwner(ownerId, { channel, most }) {
      const hash = channel === null ? {} : { channel: await keyring.lookup('channel', channel) };
      const rows = await prisma.ad.findMany({
        where: { ownerId, ...hash },
        include: withPhotos,
        orderBy: { createdAt: 'desc' },
        take: most,
      });
      const ads = rows.map(async (row) => openAd(row, await keyring.open(`ad:${row.id}`)));
      return (await Promise.all(ads.map((ad) => ad.catch(noneIfErased)))).filter((ad) => ad !== null);
    },
    async turns() {
      const rows = await prisma.ad.findMany({
        where: { state: { in: ['queued', 'drawing'] } },
        select: { id: true, state: true, formats: true, createdAt: true, owner: { select: { id: true, workspaceId: true } } },
        orderBy: { createdAt: 'asc' },
        take: mostTurns,
      });
      const turns = rows.map(({ id, state, owner, ...row }) => ({
        id,
        state,
        ownerId: owner.id,
        workspaceId: owner.workspaceId,
        askedAt: row.createdAt.getTime(),
        formats: formatsSchema.parse(row.formats),
      }));
      return {
        waiting: turns.filter(({ state }) => state === 'queued'),
        drawing: turns.filter(({ state }) => state === 'drawing'),
      };
    },
    countOpen: (ownerId) => prisma.ad.count({ where: { ownerId, state: { in: [...openStates] } } }),
    async list(states, options = {}) {
      const { before, after } = options;
      const createdAt = { ...(before ? { lt: new Date(before) } : {}), ...(after ? { gt: new Date(after) } : {}) };
      const rows = await prisma.ad.findMany({
        where: { state: { in: [...states] }, createdAt, owner: { state: 'active' } },
        orderBy: { createdAt: 'asc' },
        select: { id: true },
        ...(options.most ? { take: options.most } : {}),
      });
      return rows.map((row) => row.id);
    },
    async remove(id, { keepRequest }) {
      const ad = await prisma.ad.findUnique({ where: { id }, select: { intakeId: true } });
      if (!ad) return;
      const forget = prisma.intake.updateMany({ where: { id: ad.intakeId ?? '' }, data: { state: 'done', input: null } });
      const remove = prisma.ad.deleteMany({ where: { id } });
      await (keepRequest ? remove : prisma.$transaction([forget, remove]));
    },
    async withoutPlace(before) {
      const where = { place: null, createdAt: { lt: new Date(before) } };
      return (await prisma.ad.findMany({ where, select: { id: true } })).map((row) => row.id);
    },
  };
}

const withPhotos = { photos: { orderBy: { position: 'asc' as const } } };

async function readAd({ prisma, keyring }: Deps, id: string): Promise<Ad | null> {
  const row = await prisma.ad.findUnique({ where: { id }, include: withPhotos });
  return row && openAd(row, await keyring.open(`ad:${id}`));
}

type AdRow = Prisma.AdGetPayload<{ include: typeof withPhotos }>;

function openAd(row: AdRow, key: Uint8Array): Ad {
  const { id } = row;
  return {
    id,
    intakeId: row.intakeId,
    ownerId: row.ownerId,
    rootId: row.rootId,
    version: row.version,
    state: stateSchema.parse(row.state) satisfies AdState,
    failures: row.failures,
    formats: formatsSchema.parse(row.formats),
    brief: openJson(key, `Ad.brief:${id}`, row.brief, briefSchema),
    recipe: row.recipe ? openJson(key, `Ad.recipe:${id}`, row.recipe, recipeSchema) : null,
    proposals: row.proposals ? openJson(key, `Ad.proposals:${id}`, row.proposals, proposalsSchema) : null,
    approval: row.approval ? openJson(key, `Ad.approval:${id}`, row.approval, approvalSchema) : null,
    photoIds: row.photos.map((photo) => photo.photoId),
    problem: row.problem as AdProblem | null,
    errorId: row.errorId,
    hasPlace: row.place !== null,
    createdAt: row.createdAt.getTime(),
  };
}

async function createAd(deps: Deps, ad: NewAd): Promise<string> {
  const key = await deps.keyring.create(`ad:${ad.id}`, `owner:${ad.ownerId}`);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const known = await findMade(deps, ad);
    if (known) {
      if (known.id !== ad.id) await deps.keyring.destroy(`ad:${ad.id}`);
      return known.id;
    }
    try {
      await insertAd(deps, ad, key);
      return ad.id;
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }
  throw new Error('an ad could not be numbered among its versions');
}

/** The ad that this request, or the same change of the same ad, already made. */
async function findMade({ prisma }: Deps, { intakeId, rootId, change }: NewAd): Promise<{ id: string } | null> {
  const same = [...(intakeId ? [{ intakeId }] : []), ...(change ? [{ rootId, change }] : [])];
  return same.length > 0 ? prisma.ad.findFirst({ where: { OR: same }, select: { id: true } }) : null;
}

/** Two versions asked for at the same moment collide on their number; the caller tries again. */
async function insertAd({ prisma, clock, keyring }: Deps, ad: NewAd, key: Uint8Array): Promise<void> {
  const { id } = ad;
  const latest = await prisma.ad.aggregate({ where: { rootId: ad.rootId }, _max: { version: true } });
  await prisma.ad.create({
    data: {
      id,
      ownerId: ad.ownerId,
      rootId: ad.rootId,
      version: (latest._max.version ?? 0) + 1,
      intakeId: ad.intakeId,
      change: ad.change,
      state: ad.state,
      formats: ad.formats,
      brief: sealJson(key, `Ad.brief:${id}`, ad.brief),
      recipe: ad.recipe ? sealJson(key, `Ad.recipe:${id}`, ad.recipe) : null,
      place: ad.place === null ? null : sealJson(key, `Ad.place:${id}`, ad.place),
      channel: ad.channel === null ? null : await keyring.lookup('channel', ad.channel),
      createdAt: new Date(clock.now()),
      photos: { create: ad.photoIds.map((photoId, position) => ({ photoId, position })) },
    },
  });
}
