/** The bot was removed from a workspace, or its token was revoked: told in either order, more than once, and sometimes late. */
import { z } from 'zod';
import type { InstallationStore } from '../../src/accounts/installations.ts';
import { readLeaving } from './event-readings.ts';
import type { Listening } from './listeners.ts';
import { isDeadToken } from './slack-errors.ts';
import { installedIn } from './workspace.ts';

type Leaving = Pick<Listening, 'callsIn' | 'events' | 'log'> & {
  /** Null where the one token is the operator's own. */
  installations: InstallationStore | null;
};

export async function onLeft(body: unknown, leaving: Leaving): Promise<void> {
  const told = readLeaving(body);
  if (!told) return;
  const workspace = installedIn(told.from);
  if (told.kind === 'uninstalled' && !(await isInstalledSince(workspace, told.at, leaving))) return leave(workspace, leaving);
  // A revoked token may be an older one than ours; and one workspace may leave an organisation that stays.
  for (const one of new Set([workspace, told.from.organisation])) {
    if (one && (await isRefused(one, leaving))) await leave(one, leaving);
  }
}

async function leave(workspace: string, { events, installations, log }: Leaving): Promise<void> {
  // The token first: whatever fails behind it, nothing can speak there any more.
  await installations?.remove({ platform: 'slack', workspace });
  log.info('The bot was removed from a workspace');
  await events.left?.({ platform: 'slack', workspace });
}

/** It was installed again after this happened: the news is late. Slack tells seconds only. */
async function isInstalledSince(workspace: string, at: number | null, { installations }: Leaving): Promise<boolean> {
  const found = at === null ? null : await installations?.find({ platform: 'slack', workspace });
  return at !== null && found !== null && found !== undefined && found.installedAt > at + 1_000;
}

async function isRefused(workspace: string, { callsIn, installations }: Leaving): Promise<boolean> {
  if (installations && !(await installations.find({ platform: 'slack', workspace }))) return false;
  try {
    await callsIn(workspace).callAtOnce('auth.test', {}, z.unknown());
    return false;
  } catch (error) {
    return isDeadToken(error);
  }
}
