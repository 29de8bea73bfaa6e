/** Files that a person hands over: with a command, in a form, or in a message. */

import { mediaTypeOf } from '../slack/media-type.ts';
import { safeName } from './message-content.ts';
import type { StoredFile, World } from './world.ts';

export type HandedFile = { name: string; bytes: Uint8Array };

/** The person's own program refuses to send what was entered; nothing reaches the app. */
export class NotSent extends Error {
  override readonly name = 'NotSent';
}

/** What a person without a subscription may send, in bytes. */
const mostFileBytes = 10 * 1024 * 1024;

export function handOver(
  file: HandedFile,
  to: { owner: string; channel: string; isEphemeral: boolean },
  world: World,
): StoredFile {
  if (file.bytes.length > mostFileBytes) throw new NotSent('Your files are too powerful: over 10 MiB');
  const name = safeName(file.name);
  const stored: StoredFile = {
    id: world.nextId(),
    name,
    mediaType: mediaTypeOf(name),
    bytes: Buffer.from(file.bytes),
    altText: null,
    deleted: false,
    ...to,
  };
  world.files.set(stored.id, stored);
  return stored;
}
