/** The handles under which files that we posted are remembered. */
import { z } from 'zod';

/** A file in a message of ours. */
export type PostedFile = { channel: string; message: string; attachment: string };
/** A picture that one message of ours carries for its own view. */
export type CarriedPicture = PostedFile & { name: string };

const picturePrefix = 'picture';

export const fileId = ({ channel, message, attachment }: PostedFile): string => `${channel}/${message}/${attachment}`;
export const pictureId = ({ name, ...file }: CarriedPicture): string => `${picturePrefix}/${fileId(file)}/${name}`;

/** Null for a handle of another kind. */
export function readFileId(id: string): PostedFile | null {
  const [, channel, message, attachment] = /^(\d+)\/(\d+)\/(\d+)$/.exec(id) ?? [];
  return channel && message && attachment ? { channel, message, attachment } : null;
}

export function readPictureId(id: string): CarriedPicture | null {
  const [, file = '', name] = /^picture\/(\d+\/\d+\/\d+)\/(.+)$/.exec(id) ?? [];
  const posted = readFileId(file);
  return posted && name ? { ...posted, name } : null;
}

/** The part of a posted message that tells of its files. */
export const postedMessage = z.object({
  id: z.string(),
  channel_id: z.string(),
  attachments: z.array(z.object({ id: z.string(), filename: z.string() })),
});

/** The name as Discord keeps it, so that `attachment://` finds the file. */
export const keptName = (name: string): string => name.replaceAll(/\s+/g, '_').replaceAll(/[^\w.-]/g, '') || 'file';
