/** What happened to workspaces while nobody listened: one that removed the bot tells nothing, it is only missing; one that took it back is only there. */
import type { OwnerStore } from '../accounts/owners.ts';
import type { ChatEvents } from '../chat/chat-adapter.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { ChatPlatform } from './connect-chats.ts';

type Deps = { clock: Clock; owners: Pick<OwnerStore, 'returned' | 'workspaces'>; log: Logger };

/** Nothing for a platform that does not tell where the bot is. */
export async function notePresence(chat: ChatPlatform, events: ChatEvents, { owners, clock, log }: Deps): Promise<void> {
  const present = chat.workspaces?.();
  if (!present) return;
  try {
    await owners.returned(chat.name, present, clock.now());
    const gone = (await owners.workspaces(chat.name)).filter((one) => !present.includes(one) && !one.startsWith('dm'));
    for (const workspace of gone) await events.left?.({ platform: chat.name, workspace });
  } catch (error) {
    log.error('who left and who returned could not be noted; it is looked at again at the next start', {
      reason: error instanceof Error ? error.name : 'unknown',
    });
  }
}
