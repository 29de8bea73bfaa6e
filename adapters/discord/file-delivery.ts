/** Hands files over once: messages under the ad's own, with every file in them; what was begun is in the journal, and after a crash Discord is asked what it has. */
import { createHash } from 'node:crypto';
import { type APIMessageTopLevelComponent, ComponentType, MessageFlags, type RawFile, Routes } from 'discord.js';
import { z } from 'zod';
import type { FileJournal, OutgoingFile } from '../../src/chat/chat-adapter.ts';
import type { MessageRef } from '../../src/chat/messages.ts';
import { AppError } from '../../src/errors.ts';
import type { Calls } from './calls.ts';
import { asAppError, codes, discordCode } from './discord-errors.ts';
import { checkCount, fitting, limits, sizeMargin } from './limits.ts';
import { fileId, keptName, postedMessage, readFileId } from './pictures.ts';
import { onceOnly, replyTo } from './post-message.ts';

type Posted = z.infer<typeof postedMessage>;
export type Delivery = { calls: Calls; mostBytes: number };

/** Kept in the journal before a message leaves: from then on it may be there. It is no handle of anything. */
const begun = 'begun';
const mostLookedAt = 100;

const foundMessage = postedMessage.extend({
  author: z.object({ bot: z.boolean().optional() }),
  message_reference: z.object({ message_id: z.string().optional() }).nullish(),
});

export async function deliverFiles(
  ref: MessageRef,
  files: readonly OutgoingFile[],
  journal: FileJournal,
  delivery: Delivery,
): Promise<string[]> {
  for (const file of files) {
    if (file.length > delivery.mostBytes) throw tooLarge(file.length, delivery.mostBytes);
    checkCount('fileName', file.name.length);
  }
  const ids: string[] = [];
  for (const batch of batches(files)) ids.push(...(await deliverBatch(ref, batch, journal, delivery)));
  return ids;
}

/** As few messages as Discord allows, in order; the same every time, so that a resumed delivery is recognised. */
export function batches<File extends { length: number }>(files: readonly File[]): File[][] {
  const made: File[][] = [];
  let bytes = 0;
  for (const file of files) {
    const last = made.at(-1);
    const fits = last && last.length < limits.filesPerMessage && bytes + file.length <= limits.requestBytes - sizeMargin;
    if (fits) last.push(file);
    else made.push([file]);
    bytes = fits ? bytes + file.length : file.length;
  }
  return made;
}

async function deliverBatch(ref: MessageRef, batch: readonly OutgoingFile[], journal: FileJournal, { calls }: Delivery) {
  const known = await Promise.all(batch.map((file) => journal.find(file.key)));
  if (known.every((id) => id !== null)) return known;
  const names = namesOf(batch);
  const mark = `${batch[0]?.key ?? ''}#batch`;
  const before = (await journal.find(mark)) === begun ? await find(ref, names, known, calls) : null;
  await journal.remember(mark, begun);
  const message = before ?? (await post(ref, batch, names, calls));
  const ids = names.map((name) => {
    const attachment = message.attachments.find((one) => one.filename === name)?.id ?? '0';
    return fileId({ channel: message.channel_id, message: message.id, attachment });
  });
  for (const [place, file] of batch.entries()) await journal.remember(file.key, ids[place] ?? '');
  return ids;
}

/** `attachment://` means a name, so every name of a message is its own. */
function namesOf(batch: readonly OutgoingFile[]): string[] {
  const names: string[] = [];
  for (const file of batch) {
    const name = keptName(file.name);
    names.push(names.includes(name) ? `${names.length}_${name}` : name);
  }
  return names;
}

async function post(ref: MessageRef, batch: readonly OutgoingFile[], names: readonly string[], calls: Calls): Promise<Posted> {
  const files = await Promise.all(batch.map(async (file, place) => rawFile(file, names[place] ?? file.name)));
  const nonce = createHash('sha256')
    .update(`${ref.message} ${batch.map((file) => file.key).join(' ')}`)
    .digest('base64url');
  const body = {
    flags: MessageFlags.IsComponentsV2,
    components: shownFiles(batch, names),
    attachments: batch.map((file, place) => ({
      id: String(place),
      filename: names[place],
      description: fitting('altText', file.altText),
    })),
    allowed_mentions: { parse: [], replied_user: false },
    ...replyTo(ref.message),
    ...onceOnly(nonce),
  };
  try {
    return await calls(
      { method: 'POST', route: Routes.channelMessages(ref.channel), body, files, patience: 'repeats' },
      postedMessage,
    );
  } catch (error) {
    throw asAppError(error, 'files');
  }
}

/** Pictures and videos in one gallery, everything else as a file to download. */
function shownFiles(batch: readonly OutgoingFile[], names: readonly string[]): APIMessageTopLevelComponent[] {
  const all = batch.map((file, place) => ({ file, media: { url: `attachment://${names[place]}` } }));
  const isMedia = ({ file }: (typeof all)[number]) => /^(image|video)\//.test(file.mediaType);
  const items = all.filter(isMedia).map(({ file, media }) => ({ media, description: file.altText }));
  return [
    ...(items.length > 0 ? [{ type: ComponentType.MediaGallery as const, items }] : []),
    ...all.filter((one) => !isMedia(one)).map(({ media }) => ({ type: ComponentType.File as const, file: media })),
  ];
}

export async function rawFile(file: OutgoingFile, name: string): Promise<RawFile> {
  const parts: Uint8Array[] = [];
  for await (const part of file.read()) parts.push(part);
  const data = Buffer.concat(parts);
  if (data.length !== file.length)
    throw new AppError('chat-refused', 'A file has another length than was said', { retry: 'never' });
  return { name, data, contentType: file.mediaType };
}

/** The message of an earlier try: by a file of it that is known, else among what came after the ad's message. */
async function find(
  ref: MessageRef,
  names: readonly string[],
  known: readonly (string | null)[],
  calls: Calls,
): Promise<Posted | null> {
  const sibling = known.flatMap((id) => (id === null ? [] : (readFileId(id) ?? [])))[0];
  try {
    if (sibling) {
      const route = Routes.channelMessage(sibling.channel, sibling.message);
      return await calls({ method: 'GET', route, patience: 'repeats' }, postedMessage);
    }
    const query = { after: ref.message, limit: String(mostLookedAt) };
    const route = Routes.channelMessages(ref.channel);
    const messages = await calls({ method: 'GET', route, query, patience: 'repeats' }, z.array(foundMessage));
    return messages.find((one) => isDelivery(one, ref, names)) ?? null;
  } catch (error) {
    // Somebody removed the message: it was delivered.
    if (sibling && discordCode(error) === codes.unknownMessage)
      return { id: sibling.message, channel_id: sibling.channel, attachments: [] };
    // Without the right to read what was said, the nonce alone keeps a message from being doubled.
    if (discordCode(error) !== null) return null;
    throw asAppError(error, 'a look for files');
  }
}

function isDelivery(message: z.infer<typeof foundMessage>, ref: MessageRef, names: readonly string[]): boolean {
  const isOurs = message.author.bot === true && message.message_reference?.message_id === ref.message;
  return isOurs && names.every((name) => message.attachments.some((one) => one.filename === name));
}

const tooLarge = (bytes: number, most: number): AppError =>
  new AppError('chat-refused', `A file is over Discord's limit there: ${bytes} of ${most} bytes`, { retry: 'never' });
