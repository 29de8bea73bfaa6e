/** What is still to be removed on a chat platform of an ad that is erased here already. */
import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { Logger } from '../log.ts';
import type { ChatAdapter } from './chat-adapter.ts';
import { localeSchema } from './locale.ts';
import { messageSchema } from './requests.ts';
import type { ChatOf } from './show-progress.ts';
import { cancelledView } from './views/ad-views.ts';
import { wordingIn } from './wording/wording.ts';

/** `cancelled`: the messages stay and say so; `removed`: they go. */
export const obligationSchema = z.object({
  platform: z.string(),
  workspace: z.string(),
  messages: z.array(messageSchema),
  becomes: z.enum(['cancelled', 'removed']),
  locale: localeSchema,
  fileIds: z.array(z.string()),
});
export type Obligation = z.infer<typeof obligationSchema>;

export interface ObligationStore {
  /** Seals it under a key of its own; a second one with the same id changes nothing. */
  add(id: string, obligation: Obligation): Promise<void>;
  /** Ids, oldest first. */
  list(): Promise<string[]>;
  /** Null when it is done or its key is gone. */
  read(id: string): Promise<{ obligation: Obligation; createdAt: number } | null>;
  /** Destroys its key, then removes it. */
  settle(id: string): Promise<void>;
}

/** Ids of those that belong to a request of a person about their own data begin so. */
export const requestPrefix = 'request-';

export type ObligationDeps = { obligations: ObligationStore; chatOf: ChatOf; log: Logger };

/** After this long it lapses: the platform was never reached again, or refuses for ever. */
export const obligationLapsesAfterMs = 30 * 24 * 3_600_000;

/** Does it now, or keeps it for the sweeper where the platform cannot be reached. What the platform refuses for good is given up. `id`: the same for the same deed, which may be tried by two at once. */
export async function oblige(deps: ObligationDeps, id: string, obligation: Obligation): Promise<void> {
  if (obligation.messages.length === 0 && obligation.fileIds.length === 0) return;
  const chat = deps.chatOf(obligation.platform);
  const outcome = chat ? await fulfil(chat, obligation) : 'later';
  if (outcome === 'later') await deps.obligations.add(id, obligation);
  if (outcome === 'refused') deps.log.warn('what was posted could not be taken back');
}

/** Works off what waits, oldest first; stops at the first that still cannot be reached on its platform. What belongs to a request of a person is worked off with it. */
export async function workOffObligations(deps: ObligationDeps, now: number): Promise<void> {
  const unreachable = new Set<string>();
  for (const id of (await deps.obligations.list()).filter((one) => !one.startsWith(requestPrefix))) {
    const owed = await deps.obligations.read(id);
    if (!owed) {
      await deps.obligations.settle(id);
      continue;
    }
    const { obligation, createdAt } = owed;
    const chat = deps.chatOf(obligation.platform);
    const place = `${obligation.platform} ${obligation.workspace}`;
    const outcome = chat && !unreachable.has(place) ? await fulfil(chat, obligation) : 'later';
    if (outcome === 'later') unreachable.add(place);
    if (outcome === 'refused') deps.log.warn('what was posted could not be taken back', { obligationId: id });
    const isLapsed = now - createdAt > obligationLapsesAfterMs;
    if (isLapsed) deps.log.warn('what was posted was not taken back within 30 days', { obligationId: id });
    if (outcome !== 'later' || isLapsed) await deps.obligations.settle(id);
  }
}

/** `refused`: the platform will not, however often it is asked. */
export async function fulfil(chat: ChatAdapter, obligation: Obligation): Promise<'done' | 'refused' | 'later'> {
  const { messages, becomes, workspace, fileIds, locale } = obligation;
  try {
    for (const message of messages) {
      if (becomes === 'cancelled') await chat.update(message, cancelledView(wordingIn(locale)), 'final');
      else await chat.remove(message);
    }
    if (fileIds.length > 0) await chat.removeFiles(workspace, fileIds);
    return 'done';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.retry === 'later' ? 'later' : 'refused';
  }
}
