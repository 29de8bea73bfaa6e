/** Tells of workspaces that installed the bot: at once, and at a start of those that did so shortly before. */
import type { InstallationStore } from '../../src/accounts/installations.ts';
import type { ChatEvents } from '../../src/chat/chat-adapter.ts';
import type { Clock } from '../../src/clock.ts';
import type { Locales } from './locales.ts';

type Telling = { events: ChatEvents; installations: InstallationStore | null; locales: Pick<Locales, 'learn'>; clock: Clock };

/** A crash may have come between the installation and the telling; the core knows what it was told before. */
const recentMs = 86_400_000;

export async function tellInstalled(workspace: string, telling: Telling): Promise<void> {
  const found = await telling.installations?.find({ platform: 'slack', workspace });
  if (!found?.installer) return;
  await telling.events.joined?.(await telling.locales.learn({ platform: 'slack', workspace, person: found.installer }));
}

export async function tellRecentlyInstalled(telling: Telling): Promise<void> {
  const { installations, clock } = telling;
  for (const workspace of (await installations?.workspaces('slack')) ?? []) {
    const found = await installations?.find({ platform: 'slack', workspace });
    if (found && clock.now() - found.installedAt < recentMs) await tellInstalled(workspace, telling);
  }
}
