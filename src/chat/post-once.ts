/** A message beside the ad's own, once for each request: it is remembered before anything hangs on it. A crash between posting and remembering can double it where the platform knows no keys. */
import type { ChatAdapter } from './chat-adapter.ts';
import type { ConversationStore } from './conversation-store.ts';
import type { MessageRef, MessageView, Place } from './messages.ts';
import { messageSchema } from './requests.ts';

export type Once = {
  adId: string;
  /** One of those that `isMessageKey` knows, with the request's id at its end. */
  key: string;
  place: Place;
  message: MessageView;
};

export async function postOnce(
  conversations: Pick<ConversationStore, 'findFile' | 'rememberFile'>,
  chat: Pick<ChatAdapter, 'post'>,
  { adId, key, place, message }: Once,
): Promise<MessageRef> {
  const known = await conversations.findFile(adId, key);
  if (known !== null) return messageSchema.parse(JSON.parse(known));
  const posted = await chat.post(place, message, key);
  await conversations.rememberFile(adId, key, JSON.stringify(posted));
  return posted;
}
