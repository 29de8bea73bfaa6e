/** Copies what was posted of ads onto a work-list under a key of its own, before the keys that tell it are destroyed. */
import { AppError } from '../../errors.ts';
import type { ConversationStore } from '../conversation-store.ts';
import { type Obligation, type ObligationStore, requestPrefix } from '../obligations.ts';
import { sentThings } from '../sent-things.ts';
import type { ErasureFacts } from './erasure.ts';

export type NoteDeps = {
  conversations: Pick<ConversationStore, 'read' | 'files'>;
  obligations: Pick<ObligationStore, 'add'>;
};

/** So many ads share one entry: few keys are made, and a platform that is away is noticed soon. */
const adsPerEntry = 50;

/** The same entries for the same ads: repeated after a crash it adds nothing twice. */
export async function noteOwed(deps: NoteDeps, requestId: string, adIds: readonly string[]): Promise<ErasureFacts['owed']> {
  const owed: ErasureFacts['owed'] = [];
  for (let from = 0; from < adIds.length; from += adsPerEntry) {
    const entries = new Map<string, Obligation>();
    for (const adId of adIds.slice(from, from + adsPerEntry)) await addPosted(deps, adId, entries);
    for (const obligation of entries.values()) {
      const id = `${requestPrefix}${requestId}-${owed.length}`;
      await deps.obligations.add(id, obligation);
      const { platform, messages, fileIds } = obligation;
      owed.push({ id, system: platform, messages: messages.length, files: fileIds.length, state: 'outstanding' });
    }
  }
  return owed;
}

async function addPosted(deps: NoteDeps, adId: string, entries: Map<string, Obligation>): Promise<void> {
  const posted = await postedOf(deps, adId);
  if (!posted || (posted.messages.length === 0 && posted.fileIds.length === 0)) return;
  const name = `${posted.platform} ${posted.workspace}`;
  const known = entries.get(name);
  entries.set(name, {
    ...posted,
    messages: [...(known?.messages ?? []), ...posted.messages],
    fileIds: [...(known?.fileIds ?? []), ...posted.fileIds],
  });
}

/** Every message and file of ours about an ad; null for one that was made from a shell, or is gone. */
export async function postedOf(deps: Pick<NoteDeps, 'conversations'>, adId: string): Promise<Obligation | null> {
  const conversation = await deps.conversations.read(adId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'key-erased') return null;
    throw error;
  });
  if (!conversation) return null;
  const { address, post } = conversation;
  const sent = sentThings(await deps.conversations.files(adId));
  const own = [...(post ? [post.message] : []), ...(address.shared ? [address.shared] : []), ...address.earlier];
  const messages = [...own, ...sent.messages];
  const { platform, workspace } = address.place;
  return { platform, workspace, messages, becomes: 'removed', locale: address.locale, fileIds: sent.fileIds };
}
