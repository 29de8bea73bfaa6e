/** Pictures that a message of ours carries for its own view, and the removal of files that we posted. */
import { Routes } from 'discord.js';
import { z } from 'zod';
import type { FileJournal, OutgoingFile } from '../../src/chat/chat-adapter.ts';
import type { MessageRef } from '../../src/chat/messages.ts';
import type { Logger } from '../../src/log.ts';
import type { Calls } from './calls.ts';
import { asAppError, codes, discordCode } from './discord-errors.ts';
import { rawFile } from './file-delivery.ts';
import { type CarriedPicture, keptName, pictureId, postedMessage, readFileId, readPictureId } from './pictures.ts';
import { removeMessage } from './post-message.ts';

/** Adds the picture to what the message carries already; nothing shows it until an edit does. */
export async function showPicture(ref: MessageRef, file: OutgoingFile, journal: FileJournal, calls: Calls): Promise<string> {
  const earlier = await journal.find(file.key);
  const carried = earlier === null ? null : readPictureId(earlier);
  if (earlier !== null && carried?.message === ref.message && (await isCarried(carried, calls))) return earlier;
  const name = keptName(file.name);
  const route = Routes.channelMessage(ref.channel, ref.message);
  const files = [await rawFile(file, name)];
  try {
    // Without a list of files, those that the message has stay.
    const message = await calls({ method: 'PATCH', route, body: {}, files, patience: 'repeats' }, postedMessage);
    const attachment = newest(message.attachments.filter((one) => one.filename === name));
    const id = pictureId({ channel: ref.channel, message: ref.message, attachment, name });
    await journal.remember(file.key, id);
    return id;
  } catch (error) {
    throw asAppError(error, 'a picture');
  }
}

/** Ids grow with time; a picture that was sent twice is there twice, and the later one is shown. */
function newest(attachments: readonly { id: string }[]): string {
  return attachments.reduce((last, { id }) => (BigInt(id) > BigInt(last) ? id : last), '0');
}

async function isCarried({ channel, message, attachment }: CarriedPicture, calls: Calls): Promise<boolean> {
  try {
    const found = await calls(
      { method: 'GET', route: Routes.channelMessage(channel, message), patience: 'repeats' },
      postedMessage,
    );
    return found.attachments.some((one) => one.id === attachment);
  } catch (error) {
    if (discordCode(error) !== null) return false;
    throw asAppError(error, 'a look at a message');
  }
}

/** Files of a message go with the message; a picture goes from the message that carries it, which stays. */
export async function removeFiles(ids: readonly string[], calls: Calls, log: Logger): Promise<void> {
  const files = ids.flatMap((id) => readFileId(id) ?? []);
  const messages = new Map(files.map(({ channel, message }) => [message, { channel, message }]));
  for (const message of messages.values()) await removeMessage(message, calls);
  for (const picture of ids.flatMap((id) => readPictureId(id) ?? [])) await dropPicture(picture, calls, log);
}

const withAttachments = z.object({ attachments: z.array(z.object({ id: z.string() })) });

async function dropPicture({ channel, message, attachment }: CarriedPicture, calls: Calls, log: Logger): Promise<void> {
  const route = Routes.channelMessage(channel, message);
  try {
    const { attachments } = await calls({ method: 'GET', route, patience: 'repeats' }, withAttachments);
    if (!attachments.some((one) => one.id === attachment)) return;
    const kept = attachments.filter((one) => one.id !== attachment).map(({ id }) => ({ id }));
    await calls({ method: 'PATCH', route, body: { attachments: kept }, patience: 'repeats' }, z.unknown());
  } catch (error) {
    const code = discordCode(error);
    if (code === codes.unknownMessage || code === codes.unknownChannel) return;
    if (code === null) throw asAppError(error, 'the removal of a picture');
    // It is still shown, or the bot may not look: it goes with its message.
    log.info('A picture could not be taken out of its message', { code });
  }
}
