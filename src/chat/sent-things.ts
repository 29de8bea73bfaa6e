/** The journal of what was sent for an ad, read as what a platform can take back. */
import { isMessageKey } from './conversation-store.ts';
import type { MessageRef } from './messages.ts';
import { messageSchema } from './requests.ts';

export type SentThing = { key: string; id: string };

/** Each file once, however many entries name it. */
export function sentThings(sent: readonly SentThing[]): { messages: MessageRef[]; fileIds: string[] } {
  const messages = sent.filter(({ key }) => isMessageKey(key));
  const files = sent.filter(({ key }) => !isMessageKey(key));
  return { messages: messages.map(messageOf), fileIds: [...new Set(files.map(({ id }) => id))] };
}

/** Of an entry that `isMessageKey` knows. */
export const messageOf = ({ id }: SentThing): MessageRef => messageSchema.parse(JSON.parse(id));
