/** What the chat remembers of an ad, sealed under the ad's key. */
import { z } from 'zod';
import {
  askedPrefix,
  type ConversationStore,
  copyPrefix,
  earlierPrefix,
  type Post,
  packPrefix,
} from '../../src/chat/conversation-store.ts';
import { localeSchema } from '../../src/chat/locale.ts';
import type { MessageRef, Place } from '../../src/chat/messages.ts';
import { messageSchema, personSchema, placeSchema } from '../../src/chat/requests.ts';
import type { Keyring } from '../../src/privacy/keyring.ts';
import { openJson, sealJson } from './columns.ts';
import type { PrismaClient } from './generated/client.ts';

type Deps = { prisma: PrismaClient; keyring: Keyring };

const addressSchema = z.object({
  place: placeSchema,
  origin: placeSchema,
  person: personSchema,
  locale: localeSchema,
  askedAt: z.number(),
  audience: z.literal('me').optional(),
  shared: messageSchema.nullable(),
  sharedBy: z.string().optional(),
  earlier: z.array(messageSchema),
});
const pictureSchema = z.object({ picture: z.object({ platform: z.string(), id: z.string() }), altText: z.string() });
const postSchema = z.object({
  message: messageSchema,
  picture: pictureSchema.nullable(),
  told: z.boolean(),
  notes: z.array(z.string()),
  ideas: z.object({ picture: pictureSchema, areShown: z.boolean() }).optional(),
});

export function createConversationStore({ prisma, keyring }: Deps): ConversationStore {
  return {
    async read(adId) {
      const row = await prisma.ad.findUnique({ where: { id: adId }, select: { place: true, post: true } });
      if (!row?.place) return null;
      const key = await keyring.open(`ad:${adId}`);
      return {
        address: openJson(key, `Ad.place:${adId}`, row.place, addressSchema),
        post: row.post ? openJson(key, `Ad.post:${adId}`, row.post, postSchema) : null,
      };
    },
    saveShared: (adId, shared) => saveShared({ prisma, keyring }, adId, shared),
    async forgetAsker(adId) {
      const key = await keyring.open(`ad:${adId}`);
      const row = await prisma.ad.findUnique({ where: { id: adId }, select: { place: true, post: true } });
      if (!row?.place) return;
      const before = openJson(key, `Ad.place:${adId}`, row.place, addressSchema);
      const post = row.post ? openJson(key, `Ad.post:${adId}`, row.post, postSchema) : null;
      const nobody = { ...before, person: { ...before.person, person: '' } };
      // Its copy in the channel is all that is left of one that only the person saw.
      const copy = before.shared;
      const address = copy ? { ...nobody, place: before.origin, shared: null, sharedBy: undefined, earlier: [] } : nobody;
      const place = sealJson(key, `Ad.place:${adId}`, address);
      const shown = copy && post ? { ...post, message: copy, picture: null, ideas: undefined } : post;
      const told = shown ? { post: sealJson(key, `Ad.post:${adId}`, shown) } : {};
      await prisma.ad.update({ where: { id: adId }, data: { place, approval: null, ...told } });
    },
    async savePost(adId, post) {
      const key = await keyring.open(`ad:${adId}`);
      await prisma.ad.updateMany({ where: { id: adId }, data: { post: sealJson(key, `Ad.post:${adId}`, post) } });
    },
    replacePost: (adId, before, post) => replacePost({ prisma, keyring }, adId, before, post),
    async findFile(adId, key) {
      const row = await prisma.sentFile.findUnique({ where: { adId_key: { adId, key } } });
      return row ? openJson(await keyring.open(`ad:${adId}`), `SentFile.fileId:${adId} ${key}`, row.fileId, z.string()) : null;
    },
    async rememberFile(adId, key, fileId) {
      const sealed = sealJson(await keyring.open(`ad:${adId}`), `SentFile.fileId:${adId} ${key}`, fileId);
      await prisma.sentFile.upsert({
        where: { adId_key: { adId, key } },
        create: { adId, key, fileId: sealed },
        update: { fileId: sealed },
      });
    },
    async files(adId) {
      const rows = await prisma.sentFile.findMany({ where: { adId } });
      if (rows.length === 0) return [];
      const opener = await keyring.open(`ad:${adId}`);
      return rows.map(({ key, fileId }) => ({ key, id: openJson(opener, `SentFile.fileId:${adId} ${key}`, fileId, z.string()) }));
    },
    async forgetFiles(adId, keys) {
      await prisma.sentFile.deleteMany({ where: { adId, key: { in: [...keys] } } });
    },
    moveTo: (adId, place) => moveTo({ prisma, keyring }, adId, place),
  };
}

/** Written only over what was read, so that of two that share at once one finds that it was late. */
async function saveShared(
  { prisma, keyring }: Deps,
  adId: string,
  shared: Parameters<ConversationStore['saveShared']>[1],
): Promise<boolean> {
  const key = await keyring.open(`ad:${adId}`);
  for (;;) {
    const row = await prisma.ad.findUnique({ where: { id: adId }, select: { place: true } });
    if (!row?.place) return false;
    const before = openJson(key, `Ad.place:${adId}`, row.place, addressSchema);
    if (shared && before.shared) return false;
    const address = { ...before, shared: shared?.message ?? null, sharedBy: shared?.by };
    const place = sealJson(key, `Ad.place:${adId}`, address);
    const { count } = await prisma.ad.updateMany({ where: { id: adId, place: row.place }, data: { place } });
    if (count === 1) return true;
  }
}

/** Written only over what was read, so that of two at once one finds that it was late. */
async function replacePost({ prisma, keyring }: Deps, adId: string, before: MessageRef, post: Post): Promise<boolean> {
  const key = await keyring.open(`ad:${adId}`);
  for (;;) {
    const row = await prisma.ad.findUnique({ where: { id: adId }, select: { post: true } });
    if (!row?.post) return false;
    if (openJson(key, `Ad.post:${adId}`, row.post, postSchema).message.message !== before.message) return false;
    const sealed = sealJson(key, `Ad.post:${adId}`, post);
    const { count } = await prisma.ad.updateMany({ where: { id: adId, post: row.post }, data: { post: sealed } });
    if (count === 1) return true;
  }
}

/** Journal entries that an ad shown elsewhere does not send anew. */
const staying = [earlierPrefix, askedPrefix, packPrefix, copyPrefix];

/** In one transaction, so that a crash leaves the ad in one place or the other. */
async function moveTo({ prisma, keyring }: Deps, adId: string, place: Place): Promise<void> {
  const key = await keyring.open(`ad:${adId}`);
  await prisma.$transaction(async (tx) => {
    const row = await tx.ad.findUnique({ where: { id: adId }, select: { place: true, post: true } });
    if (!row?.place) return;
    const before = openJson(key, `Ad.place:${adId}`, row.place, addressSchema);
    const post = row.post ? openJson(key, `Ad.post:${adId}`, row.post, postSchema) : null;
    const earlier = [...before.earlier, ...(post ? [post.message] : [])];
    const files = await tx.sentFile.findMany({ where: { adId, NOT: staying.map((startsWith) => ({ key: { startsWith } })) } });
    for (const file of files) {
      const id = openJson(key, `SentFile.fileId:${adId} ${file.key}`, file.fileId, z.string());
      const renamed = `${earlierPrefix}${earlier.length} ${file.key}`;
      await tx.sentFile.delete({ where: { adId_key: { adId, key: file.key } } });
      await tx.sentFile.create({ data: { adId, key: renamed, fileId: sealJson(key, `SentFile.fileId:${adId} ${renamed}`, id) } });
    }
    await tx.ad.update({
      where: { id: adId },
      data: { place: sealJson(key, `Ad.place:${adId}`, { ...before, place, earlier }), post: null },
    });
  });
}
