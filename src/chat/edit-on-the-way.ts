/** Edits of an ad's message while it is being made. Whoever cancels it meanwhile has the last word. */
import { AppError } from '../errors.ts';
import type { AdStore } from '../generation/ad.ts';
import type { ChatAdapter, EditKind } from './chat-adapter.ts';
import type { Locale } from './locale.ts';
import type { MessageRef, MessageView } from './messages.ts';
import { cancelledView } from './views/ad-views.ts';
import { wordingIn } from './wording/wording.ts';

type Edit = { adId: string; message: MessageRef; view: MessageView; locale: Locale; kind: Exclude<EditKind, 'final'> };

/** The word "cancelled" may have been said just before this edit, in this process or another: then it is said again. */
export async function editOnTheWay(
  { ads }: { ads: Pick<AdStore, 'read'> },
  chat: Pick<ChatAdapter, 'update'>,
  { adId, message, view, locale, kind }: Edit,
): Promise<'done' | 'skipped' | 'gone'> {
  const edited = await chat.update(message, view, kind);
  if (edited === 'done' && (await isCancelled(ads, adId))) await chat.update(message, cancelledView(wordingIn(locale)), 'final');
  return edited;
}

async function isCancelled(ads: Pick<AdStore, 'read'>, adId: string): Promise<boolean> {
  try {
    const ad = await ads.read(adId);
    return ad === null || ad.state === 'cancelled';
  } catch (error) {
    if (error instanceof AppError && error.code === 'key-erased') return true;
    throw error;
  }
}
