/** Says something to the person alone, unless the platform refuses for good: then nobody can be told, and nothing must wait for it. */
import { AppError } from '../errors.ts';
import type { Logger } from '../log.ts';
import type { ChatAdapter } from './chat-adapter.ts';
import type { MessageView, PersonRef, Place } from './messages.ts';

export async function tellIfPossible(
  { log }: { log: Logger },
  chat: Pick<ChatAdapter, 'tell'>,
  { person, place }: { person: PersonRef; place: Place },
  message: MessageView,
): Promise<void> {
  try {
    await chat.tell(person, place, message);
  } catch (error) {
    if (!(error instanceof AppError) || error.retry !== 'never') throw error;
    log.warn('a person could not be told', { reason: error.code });
  }
}
