/** Names files that people handed over so that they can be fetched later: by their message where they have one, else by their address. */
import type { APIAttachment } from 'discord.js';
import type { FileRef } from '../../src/chat/messages.ts';
import { isFileHost } from './connection.ts';

/**
 * `message`: looked up again for a fresh address. `address`: host and path of a file of a command or a form; Discord gives no
 * way to ask for it again, so it can be fetched for about a day.
 */
export type Source = { kind: 'message'; channel: string; message: string; attachment: string } | { kind: 'address'; url: string };

type Told = Pick<APIAttachment, 'id' | 'filename' | 'size' | 'url'>;

/** Without the scheme: whether it is https is not the file's business. */
const addressPrefix = 'at/';

export const messageFile = (file: Told, from: { workspace: string; channel: string; message: string }): FileRef => ({
  platform: 'discord',
  workspace: from.workspace,
  file: `${from.channel}/${from.message}/${file.id}`,
  name: file.filename,
  bytes: file.size,
});

export const uploadedFile = (file: Told, workspace: string): FileRef => ({
  platform: 'discord',
  workspace,
  file: `${addressPrefix}${file.url.replace(/^https?:\/\//, '')}`,
  name: file.filename,
  bytes: file.size,
});

/** Null for what is no file of Discord's. */
export function readSource(file: string, cdnUrl: string): Source | null {
  if (file.startsWith(addressPrefix)) {
    const url = `${new URL(cdnUrl).protocol}//${file.slice(addressPrefix.length)}`;
    return isFileHost(url, cdnUrl) ? { kind: 'address', url } : null;
  }
  const [, channel, message, attachment] = /^(\d+)\/(\d+)\/(\d+)$/.exec(file) ?? [];
  return channel && message && attachment ? { kind: 'message', channel, message, attachment } : null;
}

/** A picture by its media type; a file without one is looked at when it is fetched. */
export const isPerhapsPicture = ({ content_type: type }: Pick<APIAttachment, 'content_type'>): boolean =>
  !type || type.startsWith('image/');
